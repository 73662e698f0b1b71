/** The link: what is encoded comes back exactly, and no text makes decoding throw or yield an impossible state. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NO_CONNECT } from '#client/state/connect-state.ts'
import { decodeLink, encodeLink, type LinkedState } from '#client/state/link.ts'
import { FIRST_QUESTION, QUESTION_KINDS, type Question } from '#client/state/question.ts'
import { CommodityCode, CommodityGroup } from '#geodata/contract/commodity.ts'
import { DepositStatus, DepositType, ProvinceId } from '#geodata/contract/deposit.ts'
import { SORT_KEYS } from '#geodata/contract/endpoints.ts'
import type { DepositFilter } from '#geodata/contract/filter.ts'
import { Confidence, Language } from '#geodata/contract/provenance.ts'
import { OVERLAY_KINDS, SUMMARY_GROUPINGS } from '#geodata/contract/questions.ts'
import { BOUNDARY_VIEWS } from '#geodata/style/boundary-view.ts'
import { connectState } from '#tests/fixtures/connect-arbitraries.ts'

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
  page: null,
  sort: { key: 'importance', order: 'desc' },
  question: null,
  connect: NO_CONNECT,
  desk: '',
  economics: null,
  shade: null,
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
    filter: fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), { nil: undefined }),
  })
  .map((some) => Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined)))

const at = fc.tuple(steps(-80, 80, 5), steps(-90, 90, 5))
const line = fc.array(at, { minLength: 2, maxLength: 6 })
const ring = fc.tuple(at, at, at).map(([a, b, c]) => [a, b, c, a])
const shape = fc.oneof(
  fc.record({ type: fc.constant('Point' as const), coordinates: at }),
  fc.record({ type: fc.constant('LineString' as const), coordinates: line }),
  fc.record({
    type: fc.constant('MultiLineString' as const),
    coordinates: fc.array(line, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ type: fc.constant('Polygon' as const), coordinates: fc.array(ring, { minLength: 1, maxLength: 3 }) }),
  fc.record({
    type: fc.constant('MultiPolygon' as const),
    coordinates: fc.array(fc.array(ring, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
  }),
)
const conditions = fc.dictionary(fc.constantFrom(...OVERLAY_KINDS), steps(0, 9999, 3))
const weight = steps(0, 10, 2)
const question: fc.Arbitrary<Question> = fc.record({
  kind: fc.constantFrom(...QUESTION_KINDS),
  place: fc.oneof(
    fc.constant(null),
    fc.record({ kind: fc.constant('feature' as const), ref: fc.record({ dataset: slug, id: slug }) }),
    fc.record({ kind: fc.constant('shape' as const), geometry: shape }),
  ),
  datasets: fc.uniqueArray(slug, { minLength: 1, maxLength: 5 }),
  withinKm: steps(0, 9999, 3),
  relation: fc.constantFrom('intersects', 'within'),
  corridor: slug,
  within: conditions,
  beyond: conditions,
  weights: fc.record({
    highway: weight,
    railway: weight,
    grid: weight,
    port: weight,
    river: weight,
    settlement: weight,
  }),
  by: fc.constantFrom(...SUMMARY_GROUPINGS),
  resolution: fc.integer({ min: 2, max: 5 }),
})

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
  panel: fc.constantFrom('layers', 'filters', 'corridors', 'ask', 'connect', null),
  drawer: fc.constantFrom('list', null),
  page: fc.constantFrom('fact-sheet', 'provinces', null),
  sort: fc.record({ key: fc.constantFrom(...SORT_KEYS), order: fc.constantFrom('asc', 'desc') }),
  question: fc.option(question),
  desk: fc.constantFrom('', 'group=province&shortlist=saindak,duddar'),
  shade: fc.constantFrom('population', 'powerMw', null),
  economics: fc.option(
    fc.record({
      deposit: fc.constantFrom('saindak', 'duddar'),
      metal: fc.option(fc.constantFrom('copper', 'zinc')),
      terms: fc.constantFrom(null, 'price:9000', 'recovery:85.5,freight:40'),
    }),
  ),
  connect: connectState,
})

test('a shape that is too long for a link is left out, and the question is kept', () => {
  const coordinates = Array.from({ length: 400 }, (_, index): [number, number] => [60 + index / 100, 30.12345])
  const asked = {
    ...FIRST_QUESTION,
    place: { kind: 'shape' as const, geometry: { type: 'LineString' as const, coordinates } },
  }
  const link = encodeLink({ ...DEFAULTS, question: { ...asked, withinKm: 7 } })
  expect(link.length).toBeLessThan(400)
  expect(decodeLink(link, DEFAULTS)).toEqual({
    state: { ...DEFAULTS, question: { ...FIRST_QUESTION, withinKm: 7 } },
    faults: [],
  })
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
      'ask',
      'ask.place',
      'ask.shape',
      'ask.km',
      'ask.within',
      'ask.weights',
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
