/** Selecting and counting under a filter: the part of the storage contract that CQL2 needs. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matcher } from '#geodata/cql2/evaluate.ts'
import { parseText } from '#geodata/cql2/parse-text.ts'
import { queryablesOf } from '#geodata/cql2/queryables.ts'
import { positionsOf } from '#geodata/spatial/bbox.ts'
import { meetsBox } from '#geodata/spatial/meets-box.ts'
import type { Feature, Storage } from '#server/storage/storage.ts'
import { QuestionTooDearError } from '#server/storage/storage-errors.ts'
import { expression, wells } from './cql2-arbitraries.ts'
import { town, WELLS, WORLD_DATASETS, well } from './storage-world.ts'

const queryables = queryablesOf(WELLS)
const filter = (text: string) => parseText(text, queryables)
const WORLD = [
  well(
    'a',
    { type: 'Point', coordinates: [66, 29] },
    { label: 'Chagai', depthM: 120, date: '2018-06', isDry: true, tags: ['z', 'a'] },
  ),
  well(
    'b',
    { type: 'Point', coordinates: [67, 30] },
    { label: 'chagai 100%', depthM: 80.5, visits: 3, isDry: false, tags: ['bb'] },
  ),
  well('c', null, { label: "O'Neil", depthM: null, visits: 2, date: '2020' }),
]

function asPoint(feature: Feature): Feature {
  const [first] = feature.geometry ? positionsOf(feature.geometry) : []
  return { ...feature, geometry: first ? { type: 'Point', coordinates: first } : null }
}

export function filterContract(storage: () => Storage): void {
  describe('filters', () => {
    const idsFor = async (text: string) =>
      (await storage().selectFeatures('wells', { filter: filter(text), limit: 100 })).map(({ id }) => id)

    test.each([
      ["label = 'Chagai'", ['a']],
      ["label LIKE 'c%'", ['b']],
      ["CASEI(label) LIKE CASEI('CHAGAI%')", ['a', 'b']],
      ["label LIKE '%\\%'", ['b']],
      ["label = 'O''Neil' OR isDry = TRUE", ['a', 'c']],
      ['depthM BETWEEN 80.5 AND 120', ['a', 'b']],
      ['NOT depthM > 100', ['b']],
      ['depthM IS NULL', ['c']],
      ['depthM / 2 > visits * 10 + 5', ['b']],
      ["T_INTERSECTS(date, INTERVAL('2018-06-20', '..'))", ['a', 'c']],
      ['S_INTERSECTS(geometry, BBOX(65, 28, 66, 29))', ['a']],
      ["S_DWITHIN(geometry, POINT(66.5 29.5), 80, 'km') AND visits IN (3, 4)", ['b']],
      ['geometry IS NULL', ['c']],
      // Columns of the feature, not of the items of its list.
      ["tags = id OR tags LIKE 'b%'", ['a', 'b']],
      ['S_INTERSECTS(geometry, BBOX(0, 0, 1, 1)) OR visits = 2', ['c']],
      ['NOT S_INTERSECTS(geometry, BBOX(65, 28, 66, 29))', ['b']],
    ])('%s', async (text, ids) => {
      await storage().replaceDataset('wells', WORLD)
      expect(await idsFor(text)).toEqual(ids)
      expect(await storage().countFeatures('wells', { filter: filter(text) })).toBe(ids.length)
    })

    test('what is asked of many is answered alike from the first question on, and anew after a write', async () => {
      const many = Array.from({ length: 6000 }, (_, index) =>
        well(
          `w${String(index).padStart(4, '0')}`,
          { type: 'Point', coordinates: [60 + (index % 100) / 20, 25 + index / 1000] },
          { depthM: index % 7, label: index % 3 === 0 ? 'dry' : null },
        ),
      )
      await storage().replaceDataset('wells', many)
      const text = "depthM = 3 AND label IS NULL AND S_DWITHIN(geometry, POINT(62 28), 80, 'km')"
      const wanted = many.filter(matcher(filter(text), queryables)).map(({ id }) => id)
      expect(wanted.length).toBeGreaterThan(20)
      for (let turn = 0; turn < 40; turn++) {
        expect(await idsFor(text)).toEqual(wanted.slice(0, 100))
        await new Promise((done) => setTimeout(done, 5))
      }
      const [gone, ...left] = wanted
      await storage().removeFeature({ dataset: 'wells', id: gone ?? '' })
      expect(await idsFor(text)).toEqual(left.slice(0, 100))
      expect(await storage().countFeatures('wells', { filter: filter(text) })).toBe(left.length)
    }, 60_000)

    test('pages, boxes and ids restrict together', async () => {
      await storage().replaceDataset('wells', WORLD)
      const select = async (question: object) =>
        (await storage().selectFeatures('wells', { limit: 100, ...question })).map(({ id }) => id)
      expect(await select({})).toEqual(['a', 'b', 'c'])
      expect(await select({ limit: 1, after: 'a' })).toEqual(['b'])
      expect(await select({ bbox: [65, 28, 67, 30] })).toEqual(['a', 'b'])
      expect(await select({ bbox: [65, 28, 67, 30], ids: ['b', 'c', 'x'] })).toEqual(['b'])
      expect(await select({ filter: filter('S_DISJOINT(geometry, POINT(66 29))'), limit: 1 })).toEqual(['b'])
      expect(await storage().countFeatures('wells', { bbox: [65, 28, 66, 29] })).toBe(1)
      expect(await storage().countFeatures('towns', {})).toBe(0)
    })

    test('datasets are kept apart', async () => {
      await storage().replaceDataset('wells', WORLD)
      await storage().replaceDataset('towns', [town('t', [66, 29], 3)])
      const towns = WORLD_DATASETS.find(({ id }) => id === 'towns')
      if (!towns) throw new Error('no towns')
      const near = parseText('S_INTERSECTS(geometry, POINT(66 29)) AND rank = 3', queryablesOf(towns))
      expect(await storage().selectFeatures('towns', { filter: near, limit: 9 })).toEqual([town('t', [66, 29], 3)])
    })

    test('words that look like SQL are words', async () => {
      const evil = `x' OR 1=1; DROP TABLE feature; --`
      await storage().replaceDataset('wells', [well('w', null, { label: evil }), well('v', null)])
      expect(await idsFor(`label = '${evil.replaceAll("'", "''")}'`)).toEqual(['w'])
      expect(await idsFor(`label LIKE '%''; DROP%'`)).toEqual([])
      expect(await storage().countFeatures('wells', {})).toBe(2)
    })

    test('a question that was called off stops', async () => {
      await storage().replaceDataset('wells', WORLD)
      const question = {
        filter: filter('S_DISJOINT(geometry, POINT(0 0))'),
        signal: AbortSignal.abort(new Error('gone')),
      }
      await expect(storage().countFeatures('wells', question)).rejects.toThrow('gone')
    })

    test('a question that asks too much work is ended, and others have their turn meanwhile', async () => {
      // Each edge of the one crosses each of the other: 40,000 crossings a feature.
      const up = Array.from({ length: 200 }, (_, index): [number, number] => [60 + index / 20, 24 + (index % 2) * 6])
      const over = Array.from({ length: 200 }, (_, index) => `${60 + (index % 2) * 10} ${24 + index / 40}`)
      const line = { type: 'LineString' as const, coordinates: up }
      await storage().replaceDataset(
        'wells',
        Array.from({ length: 400 }, (_, index) => well(`w${index}`, line)),
      )
      let turns = 0
      const others = setInterval(() => turns++, 1)
      const dear = storage().countFeatures('wells', { filter: filter(`S_CROSSES(geometry, LINESTRING(${over}))`) })
      await expect(dear).rejects.toThrow(QuestionTooDearError)
      clearInterval(others)
      expect(turns).toBeGreaterThan(3)
    }, 120_000)

    test('the store agrees with one feature at a time, for random features, filters and boxes', async () => {
      const box = fc.tuple(fc.integer({ min: 60, max: 66 }), fc.integer({ min: 24, max: 30 }), fc.nat(3), fc.nat(3))
      let matched = 0
      let asked = 0
      await fc.assert(
        fc.asyncProperty(
          wells,
          fc.array(expression, { minLength: 8, maxLength: 8 }),
          fc.option(box),
          fc.boolean(),
          async (given, filters, sides, isOfPoints) => {
            // A store may keep points otherwise than shapes.
            const features = isOfPoints ? given.map(asPoint) : given
            await storage().replaceDataset('wells', features)
            for (const one of filters) {
              const bbox =
                sides &&
                ([sides[0], sides[1], sides[0] + sides[2], sides[1] + sides[3]] as [number, number, number, number])
              const matches = matcher(one, queryables)
              const wanted = features.filter(
                (each) => matches(each) && (!bbox || (each.geometry !== null && meetsBox(each.geometry, bbox))),
              )
              const question = { filter: one, ...(bbox ? { bbox } : {}) }
              const found = await storage().selectFeatures('wells', { ...question, limit: 100 })
              expect(found.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id))
              expect(await storage().countFeatures('wells', question)).toBe(wanted.length)
              matched += wanted.length
              asked += features.length
            }
          },
        ),
        { numRuns: 120 },
      )
      // The filters are no empty ritual: some features pass and some do not.
      expect(matched).toBeGreaterThan(asked / 50)
      expect(matched).toBeLessThan(asked)
    })
  })
}
