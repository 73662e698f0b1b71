/** Counting, listing and facets of deposits: the part of the storage contract that has a world of its own. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COMMODITIES, CRITICAL_MINERALS } from '#geodata/contract/commodity.ts'
import type { Deposit } from '#geodata/contract/deposit.ts'
import { type DepositFilter, FACETS, type Facet, slugOf } from '#geodata/contract/filter.ts'
import { choicesToCql2 } from '#geodata/cql2/deposit-filter.ts'
import { parseText } from '#geodata/cql2/parse-text.ts'
import { queryablesOf } from '#geodata/cql2/queryables.ts'
import { toText } from '#geodata/cql2/to-text.ts'
import type { Feature, Storage } from '#server/storage/storage.ts'
import { deposit, WORLD_DATASETS } from './storage-world.ts'

const resource: Deposit['resource'] = {
  ...{ tonnageMt: 412, category: 'resource', grades: [], gradeText: null, reportingCode: null, year: 2010 },
  ...{ citations: [{ text: 'test', source: 'test' }], confidence: 'high', text: null },
}

const WORLD = [
  deposit('saindak', {
    status: 'operating',
    operator: 'MCC',
    commodities: ['copper', 'gold'],
    importance: 5,
    resource,
  }),
  deposit('saindak-north', { partOf: 'saindak' }),
  deposit('saindak-gold-zone', { partOf: 'saindak', commodityPrimary: 'silver', commodities: ['silver'] }),
  deposit('duddar', { commodityPrimary: 'zinc', commodities: ['zinc', 'lead'], district: 'lasbela', importance: 4 }),
  deposit('thar', { commodityPrimary: 'lignite', province: 'sindh', district: 'tharparkar', status: 'developing' }),
]

const [definition] = WORLD_DATASETS.filter(({ id }) => id === 'deposits')
if (!definition) throw new Error('the world has no deposits')
const queryables = queryablesOf(definition)

/** The plain meaning of the filter, one deposit at a time. */
function valuesOf({ properties: d }: Feature<Deposit>): Record<Facet, string[]> {
  return {
    group: [...new Set(d.commodities.map((code) => COMMODITIES[code].group))],
    commodity: d.commodities,
    critical: d.commodities.some((code) => (CRITICAL_MINERALS.codes as readonly string[]).includes(code))
      ? ['yes']
      : [],
    ...{ province: [d.province], district: [d.district], status: [d.status], type: [d.depositType] },
    operator: d.operator === null ? [] : [slugOf(d.operator)],
    partner: d.chinesePartner === null ? [] : [slugOf(d.chinesePartner)],
    confidence: [d.provenance?.confidence ?? 'low'],
    resource: [d.resource === null ? 'no' : 'yes'],
  }
}

function matching(world: Feature<Deposit>[], filter: DepositFilter): Feature<Deposit>[] {
  return world.filter((each) =>
    FACETS.every((facet) => {
      const chosen = filter[facet]
      return chosen === undefined || valuesOf(each)[facet].some((value) => [chosen].flat().includes(value as never))
    }),
  )
}

function countOf(found: Feature<Deposit>[]): { deposits: number; parts: number } {
  const ids = new Set(found.map(({ id }) => id))
  const parts = found.filter(({ properties }) => properties.partOf !== null && ids.has(properties.partOf)).length
  return { deposits: found.length - parts, parts }
}

export function depositContract(storage: () => Storage): void {
  describe('deposits', () => {
    test('tell summaries what they need, page by page, and which are parts', async () => {
      const store = storage()
      await store.replaceDataset('deposits', WORLD)
      const ids = WORLD.map(({ id }) => id).sort()
      const first = await store.depositFigures({ limit: 3 })
      const rest = await store.depositFigures({ limit: 3, after: first.at(-1)?.id ?? '' })
      expect([...first, ...rest].map(({ id }) => id)).toEqual(ids)
      const saindak = [...first, ...rest].find(({ id }) => id === 'saindak')
      expect(saindak).toMatchObject({
        ...{ status: 'operating', commodities: ['copper', 'gold'], partOf: null },
        resource: { tonnageMt: 412, category: 'resource', grades: [] },
      })
      const duddar = [...first, ...rest].find(({ id }) => id === 'duddar')
      expect(duddar).toMatchObject({ district: 'lasbela', resource: null })
      expect(duddar?.position).toEqual(WORLD[3]?.geometry?.coordinates)
      expect(await store.depositParents()).toEqual(
        new Map([
          ['saindak-north', 'saindak'],
          ['saindak-gold-zone', 'saindak'],
        ]),
      )
    })

    test('a part counts as a part only beside its parent', async () => {
      await storage().replaceDataset('deposits', WORLD)
      expect(await storage().countDeposits({})).toEqual({ deposits: 3, parts: 2 })
      expect(await storage().countDeposits({ commodity: ['silver'] })).toEqual({ deposits: 1, parts: 0 })
      expect(await storage().countDeposits({ commodity: ['copper'] })).toEqual({ deposits: 1, parts: 1 })
      expect(await storage().countDeposits({ group: ['precious-metals'] })).toEqual({ deposits: 1, parts: 1 })
      expect(await storage().countDeposits({ critical: 'yes', province: ['sindh'] })).toEqual({ deposits: 0, parts: 0 })
    })

    test('a filter in CQL2 and the fields of the panel restrict each other, and follow writes', async () => {
      await storage().replaceDataset('deposits', WORLD)
      const expression = parseText('importance >= 4 AND S_INTERSECTS(geometry, BBOX(60, 20, 70, 35))', queryables)
      expect(await storage().countDeposits({ expression })).toEqual({ deposits: 2, parts: 0 })
      expect(await storage().countDeposits({ expression, commodity: ['zinc'] })).toEqual({ deposits: 1, parts: 0 })
      const { commodity } = await storage().depositFacets({ expression, commodity: ['zinc'] })
      expect(commodity.filter(({ count }) => count > 0).map(({ value }) => value)).toEqual([
        'copper',
        'gold',
        'lead',
        'zinc',
      ])
      await storage().putFeature('deposits', deposit('late', { importance: 5 }))
      expect(await storage().countDeposits({ expression })).toEqual({ deposits: 3, parts: 0 })
    })

    test('counts follow writes', async () => {
      await storage().replaceDataset('deposits', WORLD)
      expect((await storage().countDeposits({})).deposits).toBe(3)
      await storage().putFeature('deposits', deposit('reko-diq', { importance: 5 }))
      expect((await storage().countDeposits({})).deposits).toBe(4)
      await storage().removeFeature({ dataset: 'deposits', id: 'reko-diq' })
      expect((await storage().countDeposits({})).deposits).toBe(3)
    })

    test('a field does not restrict its own counts, and choices without deposits stay with 0', async () => {
      await storage().replaceDataset('deposits', WORLD)
      const { status, commodity } = await storage().depositFacets({ status: ['operating'] })
      expect(status).toContainEqual({ value: 'developing', label: null, count: 1 })
      expect(commodity).toContainEqual({ value: 'copper', label: null, count: 1 })
      expect(commodity).toContainEqual({ value: 'zinc', label: null, count: 0 })
      expect((await storage().depositFacets({})).operator).toEqual([{ value: 'mcc', label: 'MCC', count: 1 }])
    })

    test('lists are sorted with the unknown last, paged, and summed up rightly', async () => {
      await storage().replaceDataset('deposits', WORLD)
      const ids = async (sort: string, order: 'asc' | 'desc', offset = 0) =>
        (await storage().listDeposits({}, { limit: 3, offset, sort, order })).map(({ id }) => id)
      expect(await ids('name', 'asc')).toEqual(['duddar', 'saindak', 'saindak-gold-zone'])
      expect(await ids('name', 'asc', 3)).toEqual(['saindak-north', 'thar'])
      expect(await ids('importance', 'desc')).toEqual(['saindak', 'duddar', 'saindak-gold-zone'])
      expect((await ids('resource', 'asc'))[0]).toBe('saindak')
      expect((await ids('resource', 'desc'))[0]).toBe('saindak')
      expect((await ids('status', 'desc'))[0]).toBe('saindak')
      const [saindak] = await storage().depositSummaries(['saindak', 'nowhere'])
      expect(saindak).toMatchObject({ position: [66, 29], resourceMt: 412, resourceCategory: 'resource', partOf: null })
      expect((await storage().depositParts('saindak')).map(({ id }) => id)).toEqual([
        'saindak-gold-zone',
        'saindak-north',
      ])
      expect((await storage().deposit('saindak'))?.properties.resource).toEqual(resource)
    })

    test('an unknown field to sort by is refused', async () => {
      await storage().replaceDataset('deposits', WORLD)
      const page = { limit: 3, offset: 0, sort: 'id; DROP TABLE deposit', order: 'asc' } as const
      await expect(storage().listDeposits({}, page)).rejects.toThrow('cannot be sorted')
    })

    test('count, list and every facet agree with a scan, for random worlds and filters', async () => {
      const commodities = fc.uniqueArray(fc.constantFrom('copper', 'gold', 'zinc', 'marble', 'coal'), { minLength: 1 })
      const one = fc.record({
        commodities,
        status: fc.constantFrom('operating', 'prospect', 'exploration'),
        province: fc.constantFrom('balochistan', 'sindh', 'punjab'),
        operator: fc.constantFrom(null, 'MCC, China', 'PMDC'),
        resource: fc.constantFrom(null, resource),
        parent: fc.option(fc.nat(11)),
      })
      const some = <T>(...values: T[]) =>
        fc.option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 }), { nil: undefined })
      const filter = fc.record({
        commodity: some('copper', 'gold', 'zinc'),
        group: some('base-metals', 'precious-metals'),
        status: some('operating', 'prospect'),
        province: some('balochistan', 'sindh'),
        operator: some('mcc-china', 'pmdc'),
        resource: fc.option(fc.constantFrom('yes', 'no'), { nil: undefined }),
        critical: fc.option(fc.constant('yes'), { nil: undefined }),
      })
      await fc.assert(
        fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 12 }), filter, async (records, chosen) => {
          const world = records.map(({ parent, ...record }, index) =>
            deposit(`d${index}`, {
              ...(record as Partial<Deposit>),
              commodityPrimary: (record.commodities[0] ?? 'copper') as Deposit['commodityPrimary'],
              partOf: parent !== null && parent !== index && parent < records.length ? `d${parent}` : null,
            }),
          )
          const wanted = JSON.parse(JSON.stringify(chosen)) as DepositFilter
          await storage().replaceDataset('deposits', world)
          expect(await storage().countDeposits(wanted)).toEqual(countOf(matching(world, wanted)))
          const expression = choicesToCql2(wanted)
          if (expression) {
            expect(parseText(toText(expression), queryables)).toEqual(expression)
            expect(await storage().countDeposits({ expression })).toEqual(countOf(matching(world, wanted)))
            expect(await storage().depositFacets({ ...wanted, expression })).toEqual(
              await storage().depositFacets({ expression }),
            )
            const found = await storage().selectFeatures('deposits', { filter: expression, limit: 50 })
            expect(found.map(({ id }) => id)).toEqual(
              matching(world, wanted)
                .map(({ id }) => id)
                .sort(),
            )
          }
          const listed = await storage().listDeposits(wanted, { limit: 50, offset: 0, sort: 'name', order: 'asc' })
          expect(listed.map(({ id }) => id).sort()).toEqual(
            matching(world, wanted)
              .map(({ id }) => id)
              .sort(),
          )
          const facets = await storage().depositFacets(wanted)
          for (const facet of FACETS)
            for (const { value, count } of facets[facet]) {
              const only = matching(world, { ...wanted, [facet]: undefined }).filter((each) =>
                valuesOf(each)[facet].includes(value),
              )
              expect(count, `${facet} ${value}`).toBe(countOf(only).deposits)
            }
        }),
        { numRuns: 80 },
      )
    })
  })
}
