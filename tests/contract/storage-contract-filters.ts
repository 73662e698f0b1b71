/** Selecting features by filter, box and ids: the part of the storage contract that answers to `evaluate`. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DatasetDefinition } from '#geodata/contract/dataset.ts'
import { choicesToCql2 } from '#geodata/cql2/deposit-filter.ts'
import { evaluate } from '#geodata/cql2/evaluate.ts'
import { queryablesOf } from '#geodata/cql2/queryables.ts'
import { readFilter } from '#geodata/cql2/read-filter.ts'
import { toText } from '#geodata/cql2/to-text.ts'
import { meetsBox } from '#geodata/spatial/meets-box.ts'
import type { Feature, FeatureSelection, Storage } from '#server/storage/storage.ts'
import { filter, THINGS, thing } from './filter-arbitraries.ts'
import { deposit, plainFeature, town, track, WORLD_DATASETS } from './storage-world.ts'

const definitionOf = (id: string): DatasetDefinition => {
  const found = WORLD_DATASETS.find((dataset) => dataset.id === id)
  if (!found) throw new Error(`the world has no ${id}`)
  return found
}
const read = (text: string, dataset: string) => readFilter(text, queryablesOf(definitionOf(dataset))).expression
const idsOf = (features: readonly Feature[]) => features.map(({ id }) => id)
const numbered = (index: number) => `t${String(index).padStart(4, '0')}`

export function filterContract(storage: () => Storage): void {
  const select = async (dataset: string, selection: FeatureSelection, limit = 1000, after?: string) =>
    idsOf(await storage().selectFeatures(dataset, selection, { limit, ...(after !== undefined && { after }) }))

  describe('selections', () => {
    test('random filters select and count what a scan by their meaning does', async () => {
      const worlds = fc.uniqueArray(thing, { minLength: 1, maxLength: 12, selector: ({ id }) => id })
      await fc.assert(
        fc.asyncProperty(worlds, fc.array(filter, { minLength: 4, maxLength: 4 }), async (world, filters) => {
          await storage().replaceDataset('things', world)
          for (const expression of filters) {
            const wanted = world.filter((each) => evaluate(expression, each, queryablesOf(THINGS)) === true)
            const found = await select('things', { filter: expression })
            expect(found, JSON.stringify(expression)).toEqual(idsOf(wanted).sort())
            expect(await storage().countFeatures('things', { filter: expression })).toBe(wanted.length)
          }
        }),
        { numRuns: 300 },
      )
    })

    test('what is selected is the feature as it was stored', async () => {
      const world = fc.sample(thing, { numRuns: 1, seed: 5 })
      await storage().replaceDataset('things', world)
      expect(await storage().selectFeatures('things', {}, { limit: 10 })).toEqual(world)
    })

    test('box, ids and filter restrict each other', async () => {
      await storage().replaceDataset('towns', [
        town('gwadar', [62.3, 25.1], 1),
        town('quetta', [67, 30.2], 2),
        town('karachi', [67, 24.9], 3),
      ])
      expect(await select('towns', {})).toEqual(['gwadar', 'karachi', 'quetta'])
      expect(await select('towns', { bbox: [66, 24, 68, 31] })).toEqual(['karachi', 'quetta'])
      expect(await select('towns', { bbox: [66, 24, 68, 31], ids: ['karachi', 'gwadar', 'nowhere'] })).toEqual([
        'karachi',
      ])
      expect(await select('towns', { filter: read('rank < 3', 'towns'), bbox: [66, 24, 68, 31] })).toEqual(['quetta'])
      expect(await select('towns', { ids: [] })).toEqual([])
      expect(await storage().countFeatures('towns', { ids: ['karachi', 'karachi'] })).toBe(1)
      expect(await select('nothing-stored', { ids: ['a'] })).toEqual([])
    })

    test('a box is decided by the geometry, not by its box', async () => {
      const diagonal = track('diagonal', [
        [60, 24],
        [70, 34],
      ])
      await storage().replaceDataset('tracks', [diagonal])
      expect(meetsBox(diagonal.geometry ?? { type: 'Point', coordinates: [0, 0] }, [60, 30, 61, 31])).toBe(false)
      expect(await select('tracks', { bbox: [60, 30, 61, 31] })).toEqual([])
      expect(await select('tracks', { bbox: [64, 28, 65, 29] })).toEqual(['diagonal'])
    })

    test('a box over the antimeridian is one box', async () => {
      await storage().replaceDataset('towns', [
        town('suva', [178.4, -18.1]),
        town('apia', [-171.8, -13.8]),
        town('gwadar', [62.3, 25.1]),
      ])
      expect(await select('towns', { bbox: [170, -30, -170, 0] })).toEqual(['apia', 'suva'])
      expect(
        await select('towns', { filter: read('S_INTERSECTS(geometry, BBOX(170, -30, -170, 0))', 'towns') }),
      ).toEqual(['apia', 'suva'])
      const near = "S_DWITHIN(geometry, POINT(-179.9 -18.1), 200, 'km')"
      expect(await select('towns', { filter: read(near, 'towns') })).toEqual(['suva'])
    })

    test('pages neither skip nor repeat while features come and go', async () => {
      const world = Array.from({ length: 5200 }, (_, index) => town(numbered(index), [67, 30], index % 2))
      await storage().replaceDataset('towns', world)
      const odd = read('rank = 1', 'towns')
      const seen: string[] = []
      for (let page = 0; ; page++) {
        const ids = await select('towns', { filter: odd }, 300, seen.at(-1))
        seen.push(...ids)
        if (ids.length < 300) break
        // A feature already seen goes, one before it comes, and one changes sides: none of it moves the pages.
        await storage().removeFeature({ dataset: 'towns', id: ids[0] ?? '' })
        await storage().putFeature('towns', town(`a${page}`, [67, 30], 1))
        await storage().putFeature('towns', town(numbered(0), [67, 30], page % 2))
      }
      expect(seen).toEqual(world.filter((_, index) => index % 2 === 1).map(({ id }) => id))
    })

    test('texts are values: nothing in them is read as SQL, and no pattern takes long', async () => {
      const hostile = ["'; DROP TABLE feature; --", '" OR 1=1 --', ':f0 ?1 $x @y', '%', '\\', `${'%a'.repeat(2000)}b`]
      await storage().replaceDataset(
        'towns',
        hostile.map((name, index) => ({
          ...town(numbered(index), [67, 30]),
          properties: { ...town('x', [67, 30]).properties, name: { en: name, ur: null, zh: null } },
        })),
      )
      for (const [index, value] of hostile.entries()) {
        const same = {
          kind: 'compare',
          op: '=',
          left: { kind: 'property', name: 'name_en' },
          right: { kind: 'text', value },
        } as const
        expect(await select('towns', { filter: same })).toEqual([numbered(index)])
      }
      await storage().putFeature('towns', {
        ...town('z', [67, 30]),
        properties: { ...town('x', [67, 30]).properties, name: { en: 'a'.repeat(5000), ur: null, zh: null } },
      })
      expect(await select('towns', { filter: read(`name_en LIKE '${'%a'.repeat(2000)}b'`, 'towns') })).toEqual([
        numbered(5),
      ])
      expect(await storage().countFeatures('towns', {})).toBe(hostile.length + 1)
    })

    test('an aborted question ends with its reason', async () => {
      await storage().replaceDataset('towns', [town('gwadar', [62.3, 25.1])])
      const signal = AbortSignal.abort(new Error('the reader left'))
      await expect(storage().countFeatures('towns', {}, signal)).rejects.toThrow('the reader left')
    })

    test('records without a place have no relation to any', async () => {
      await storage().replaceDataset('things', [
        plainFeature('lost', null, { count: 1, until: '2020-01-01', levels: [] }),
      ])
      expect(await select('things', { filter: read('geometry IS NULL', 'things') })).toEqual(['lost'])
      expect(await select('things', { filter: read('NOT S_DISJOINT(geometry, POINT(1 1))', 'things') })).toEqual([])
      expect(await select('things', { bbox: [-180, -90, 180, 90] })).toEqual([])
    })

    test('a condition beside the choices: counts, list and facets of deposits agree with the same as choices', async () => {
      await storage().replaceDataset('deposits', [
        deposit('saindak', { operator: 'MCC, China', commodities: ['copper', 'gold'], status: 'operating' }),
        deposit('saindak-north', { partOf: 'saindak' }),
        deposit('thar', { commodityPrimary: 'lignite', province: 'sindh' }),
      ])
      for (const choices of [
        { commodity: ['gold'] },
        { operator: ['mcc-china'], resource: 'no' },
        { group: ['base-metals'], critical: 'yes' },
        { status: ['operating', 'prospect'], province: ['sindh'] },
      ] as const) {
        const plain = JSON.parse(JSON.stringify(choices))
        const where = choicesToCql2(plain)
        expect(await storage().countDeposits({}, where), where && toText(where)).toEqual(
          await storage().countDeposits(plain),
        )
        const page = { limit: 10, offset: 0, sort: 'name', order: 'asc' } as const
        expect(await storage().listDeposits({}, page, where)).toEqual(await storage().listDeposits(plain, page))
        const { province } = await storage().depositFacets({ province: ['punjab'] }, where)
        const rest = await storage().depositFacets({ ...plain, province: undefined }, undefined)
        if (!('province' in choices)) expect(province).toEqual(rest.province)
      }
    })

    test('a condition beside the choices follows writes', async () => {
      await storage().replaceDataset('deposits', [deposit('saindak')])
      const where = read("commodities = 'copper'", 'deposits')
      expect(await storage().countDeposits({}, where)).toEqual({ deposits: 1, parts: 0 })
      await storage().putFeature('deposits', deposit('reko-diq'))
      expect(await storage().countDeposits({}, where)).toEqual({ deposits: 2, parts: 0 })
    })
  })
}
