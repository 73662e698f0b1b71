/** The link: what is encoded comes back exactly, and no text makes decoding throw or yield an impossible state. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeLink, encodeLink, type LinkedState } from '#client/state/link.ts'
import { CommodityCode, CommodityGroup } from '#geodata/contract/commodity.ts'
import { DepositStatus, DepositType, ProvinceId } from '#geodata/contract/deposit.ts'
import { SORT_KEYS } from '#geodata/contract/endpoints.ts'
import type { DepositFilter } from '#geodata/contract/filter.ts'
import { Confidence, Language } from '#geodata/contract/provenance.ts'
import { BOUNDARY_VIEWS } from '#geodata/style/boundary-view.ts'

const DEFAULTS: LinkedState = {
  camera: { lon: 69.3, lat: 30.2, zoom: 4.9, bearing: 0, pitch: 0 },
  layers: [{ id: 'deposits', opacity: 1 }],
  filter: {},
  selection: null,
  language: 'en',
  theme: 'system',
  boundaries: 'international',
  panel: 'layers',
  drawer: null,
  sort: { key: 'importance', order: 'desc' },
}

/** Steps of `1 / 10 ** decimals` between two bounds. */
const steps = (min: number, max: number, decimals: number) =>
  fc
    .integer({ min: min * 10 ** decimals, max: max * 10 ** decimals })
    .map((n) => Number((n / 10 ** decimals).toFixed(decimals)) || 0)

const sorted = <T extends string>(values: readonly T[]) =>
  fc.option(
    fc.subarray([...values], { minLength: 1 }).map((some) => [...some].sort()),
    { nil: undefined },
  )

const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/)
const slugs = fc.option(
  fc.uniqueArray(slug, { minLength: 1, maxLength: 4 }).map((some) => some.sort()),
  { nil: undefined },
)
const filter: fc.Arbitrary<DepositFilter> = fc
  .record({
    commodity: sorted(CommodityCode.options),
    group: sorted(CommodityGroup.options),
    critical: fc.constantFrom(undefined, 'yes' as const),
    province: sorted(ProvinceId.options),
    district: slugs,
    status: sorted(DepositStatus.options),
    operator: slugs,
    partner: slugs,
    type: sorted(DepositType.options),
    confidence: sorted(Confidence.options),
    resource: fc.constantFrom(undefined, 'yes' as const, 'no' as const),
    filter: fc.constantFrom(undefined, 'importance > 3', "name_ur LIKE 'سو%' OR CASEI(name_en) = CASEI('50% & more')"),
  })
  .map((some) => Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined)))

const state: fc.Arbitrary<LinkedState> = fc.record({
  camera: fc.record({
    lon: steps(-180, 180, 5),
    lat: steps(-90, 90, 5),
    zoom: steps(0, 22, 2),
    bearing: steps(-180, 180, 1),
    pitch: steps(0, 60, 1),
  }),
  layers: fc.uniqueArray(fc.record({ id: slug, opacity: steps(0, 1, 2) }), { selector: ({ id }) => id, maxLength: 12 }),
  filter,
  selection: fc.option(fc.record({ dataset: slug, id: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._~-]{0,30}$/) })),
  language: fc.constantFrom(...Language.options),
  theme: fc.constantFrom('light', 'dark', 'system'),
  boundaries: fc.constantFrom(...BOUNDARY_VIEWS),
  panel: fc.constantFrom('layers', 'filters', 'corridors', null),
  drawer: fc.constantFrom('list', null),
  sort: fc.record({ key: fc.constantFrom(...SORT_KEYS), order: fc.constantFrom('asc', 'desc') }),
})

describe('a link', () => {
  test('gives back every state that it was made from', () => {
    fc.assert(
      fc.property(state, (before) => {
        const { state: after, faults } = decodeLink(encodeLink(before), DEFAULTS)
        expect(after).toEqual(before)
        expect(faults).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test('is the same for the same state, whatever the order in which filters were chosen', () => {
    fc.assert(
      fc.property(state, (before) => {
        const turned = { ...before, filter: Object.fromEntries(Object.entries(before.filter).reverse()) }
        expect(encodeLink(turned)).toBe(encodeLink(before))
      }),
    )
  })

  test('never throws, and what it yields can be put into a link again', () => {
    const name = fc.constantFrom(
      'v',
      'at',
      'layers',
      'commodity',
      'district',
      'sel',
      'lang',
      'theme',
      'view',
      'panel',
      'drawer',
      'sort',
      'filter',
    )
    const text = fc
      .array(fc.tuple(name, fc.string({ unit: 'binary' })), { maxLength: 8 })
      .map((pairs) => new URLSearchParams(pairs).toString())
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (query) => {
        const once = decodeLink(query, DEFAULTS).state
        expect(decodeLink(encodeLink(once), DEFAULTS).state).toEqual(once)
      }),
      { numRuns: 500 },
    )
  })
})
