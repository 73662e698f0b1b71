/** Random things to filter and random filters over them, for property tests: every kind of condition, value and geometry. */
import fc from 'fast-check'
import * as z from 'zod'
import { type DatasetDefinition, defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import type { Geometry, Position } from '#geodata/contract/geo.ts'
import {
  ARITHMETIC,
  COMPARISONS,
  type Expression,
  type FilterGeometry,
  FOLDS,
  type IntervalEnd,
  type Operand,
  SPATIAL_OPS,
  TEMPORAL_OPS,
} from '#geodata/cql2/expression.ts'
import { INSTANT_RELATIONS } from '#geodata/cql2/temporal.ts'
import type { Feature } from '#server/storage/storage.ts'

const ThingProperties = FeatureProperties.extend({
  label: z.string().nullable(),
  other: z.string().optional(),
  size: z.number().nullable(),
  count: z.number().int(),
  isOpen: z.boolean().nullable(),
  day: z.iso.date().nullable(),
  until: z.iso.date(),
  seen: z.iso.datetime().nullable(),
  tags: z.array(z.string()).nullable(),
  levels: z.array(z.number()),
  detail: z.object({ grade: z.number().nullable(), kind: z.enum(['a', 'b']) }).nullable(),
})

/** A dataset with a property of each type. */
export const THINGS: DatasetDefinition = defineDataset({
  id: 'things',
  title: { en: 'Things', ur: 'Things', zh: 'Things' },
  group: 'reference',
  geometry: 'mixed',
  properties: ThingProperties,
  sources: [{ title: 'Made for tests', publisher: 'Orelink', url: null, vintage: '2026', licence: 'CC0-1.0' }],
  licence: 'CC0-1.0',
  attribution: [],
  vintage: '2026',
  accuracy: 'Made up.',
  searchable: false,
  tiles: null,
})

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 4 })
const TEXTS = [
  '',
  'a',
  'A',
  'ab',
  'Äb',
  'ä%',
  'b_',
  "it's",
  'straße',
  'STRASSE',
  'سونا',
  '铜矿',
  '\u{1F5FA}',
  '\uFFFD',
  'a\\b',
]
const text = fc.constantFrom(...TEXTS)
const number = fc.oneof(fc.integer({ min: -4, max: 9 }), fc.constantFrom(0.5, 1e300, -2.25, 1e-7, 123456789.25))
const day = fc.constantFrom('2019-12-31', '2020-01-01', '2020-02-29', '2021-07-15')
const moment = fc.constantFrom('2020-01-01T00:00:00Z', '2020-01-01T00:00:00.500Z', '2021-07-15T23:59:59Z')

/** On a coarse grid, so that shapes touch, share edges and coincide. */
const place: fc.Arbitrary<Position> = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
const line = fc.uniqueArray(place, { minLength: 2, maxLength: 4, selector: String })
const block = fc
  .tuple(place, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .map(([[x, y], w, h]): Position[] => [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
    [x, y],
  ])
const polygon: fc.Arbitrary<Geometry> = block.map((ring) => ({ type: 'Polygon', coordinates: [ring] }))
const point: fc.Arbitrary<Geometry> = place.map((coordinates) => ({ type: 'Point', coordinates }))
export const storedGeometry: fc.Arbitrary<Geometry> = fc.oneof(
  point,
  line.map((coordinates): Geometry => ({ type: 'LineString', coordinates })),
  fc
    .array(line, { minLength: 1, maxLength: 2 })
    .map((coordinates): Geometry => ({ type: 'MultiLineString', coordinates })),
  polygon,
  block.map((ring): Geometry => ({ type: 'MultiPolygon', coordinates: [[ring], [ring.map(([x, y]) => [x + 10, y])]] })),
)
export const literalGeometry: fc.Arbitrary<FilterGeometry> = fc.oneof(
  storedGeometry,
  fc
    .uniqueArray(place, { minLength: 1, maxLength: 3, selector: String })
    .map((coordinates): FilterGeometry => ({ type: 'MultiPoint', coordinates })),
  fc.tuple(point, polygon).map((geometries): FilterGeometry => ({ type: 'GeometryCollection', geometries })),
)

export const thing: fc.Arbitrary<Feature> = fc
  .record({
    id: fc.integer({ min: 0, max: 999 }).map((n) => `thing-${n}`),
    geometry: maybe(storedGeometry),
    properties: fc.record({
      name: fc.constant({ en: 'Thing', ur: null, zh: '铜' }),
      geometryQuality: fc.constant('mapped' as const),
      ...{
        label: maybe(text),
        size: maybe(number),
        count: fc.integer({ min: -3, max: 12 }),
        isOpen: maybe(fc.boolean()),
      },
      ...{ day: maybe(day), until: day, seen: maybe(moment) },
      ...{ tags: maybe(fc.array(text, { maxLength: 3 })), levels: fc.array(number, { maxLength: 3 }) },
      detail: maybe(fc.record({ grade: maybe(number), kind: fc.constantFrom('a', 'b') })),
    }),
  })
  .chain(({ properties, ...feature }) =>
    fc.option(text).map((other) => ({ ...feature, properties: { ...properties, ...(other !== null && { other }) } })),
  )

const property = (...names: string[]) => fc.constantFrom(...names.map((name) => ({ kind: 'property' as const, name })))
const literal = {
  text: text.map((value): Operand => ({ kind: 'text', value })),
  number: number.map((value): Operand => ({ kind: 'number', value })),
  date: day.map((value) => ({ kind: 'date' as const, value })),
  timestamp: moment.map((value) => ({ kind: 'timestamp' as const, value })),
  boolean: fc.boolean().map((value) => ({ kind: 'boolean' as const, value })),
}
const foldOf = (arg: fc.Arbitrary<Operand>) =>
  fc.tuple(fc.constantFrom(...FOLDS), arg).map(([op, inner]): Operand => ({ kind: 'fold', op, arg: inner }))
const textValue: fc.Arbitrary<Operand> = fc.oneof(
  { arbitrary: property('label', 'other', 'name_zh', 'detail_kind', 'id'), weight: 3 },
  literal.text,
  foldOf(fc.oneof(property('label', 'other'), literal.text)),
  foldOf(foldOf(property('label'))),
)
const { numberValue } = fc.letrec<{ numberValue: Operand; sum: Operand }>((tie) => ({
  numberValue: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    property('size', 'count', 'detail_grade'),
    literal.number,
    tie('sum'),
  ),
  sum: fc
    .tuple(fc.constantFrom(...ARITHMETIC), tie('numberValue'), tie('numberValue'))
    .map(([op, left, right]): Operand => ({ kind: 'arithmetic', op, left, right })),
}))
const dateValue: fc.Arbitrary<Operand> = fc.oneof(property('day', 'until'), literal.date)
const timestampValue: fc.Arbitrary<Operand> = fc.oneof(property('seen'), literal.timestamp)
const booleanValue: fc.Arbitrary<Operand> = fc.oneof(property('isOpen'), literal.boolean)
const SCALARS = [textValue, numberValue, dateValue, timestampValue, booleanValue]

const geometryValue: fc.Arbitrary<Operand> = fc.oneof(
  { arbitrary: property('geometry'), weight: 3 },
  literalGeometry.map((geometry): Operand => ({ kind: 'geometry', geometry })),
  fc.tuple(place, place).map(
    ([[a, b], [c, d]]): Operand => ({
      kind: 'bbox',
      bbox: [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)],
    }),
  ),
  fc.constant<Operand>({ kind: 'bbox', bbox: [170, -10, 2, 4] }),
)
const intervalEnd = fc.oneof<fc.Arbitrary<IntervalEnd>[]>(property('day', 'until'), fc.constant({ kind: 'open' }))
const interval: fc.Arbitrary<Operand> = fc.oneof(
  fc.tuple(intervalEnd, intervalEnd).map(([start, end]): Operand => ({ kind: 'interval', start, end })),
  fc.tuple(literal.date, literal.date).map(([a, b]): Operand => {
    const [start, end] = a.value <= b.value ? [a, b] : [b, a]
    return { kind: 'interval', start, end }
  }),
)

const compared = fc
  .tuple(fc.constantFrom(...COMPARISONS), fc.oneof(...SCALARS.map((side) => fc.tuple(side, side))))
  .map(([op, [left, right]]): Expression => ({ kind: 'compare', op, left, right }))
const listed: fc.Arbitrary<Expression> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...COMPARISONS), fc.oneof(property('tags'), foldOf(property('tags'))), textValue)
    .map(([op, left, right]): Expression => ({ kind: 'compare', op, left, right })),
  fc
    .tuple(property('levels'), numberValue, numberValue)
    .map(([value, low, high]): Expression => ({ kind: 'between', value, low, high })),
  fc
    .tuple(property('tags'), fc.array(literal.text, { minLength: 1, maxLength: 3 }))
    .map(([value, list]): Expression => ({ kind: 'in', value, list })),
)
const pattern = fc.oneof(
  fc
    .constantFrom('%', 'a%', '_', '%b', '_b%', '\\%', 'ä\\%', "it''s", '%s%s%', 'A_')
    .map((value): Operand => ({ kind: 'text', value })),
  literal.text,
)
const predicate: fc.Arbitrary<Expression> = fc.oneof(
  { arbitrary: compared, weight: 3 },
  listed,
  fc
    .tuple(fc.oneof(textValue, property('tags')), fc.oneof(pattern, foldOf(pattern)))
    .map(([value, wanted]): Expression => ({ kind: 'like', value, pattern: wanted })),
  fc
    .tuple(numberValue, numberValue, numberValue)
    .map(([value, low, high]): Expression => ({ kind: 'between', value, low, high })),
  fc
    .oneof(...SCALARS.map((side) => fc.tuple(side, fc.array(side, { minLength: 1, maxLength: 3 }))))
    .map(([value, list]): Expression => ({ kind: 'in', value, list })),
  fc
    .oneof(...SCALARS, property('geometry', 'tags', 'levels'), interval, geometryValue)
    .map((arg): Expression => ({ kind: 'isNull', arg })),
  fc
    .tuple(fc.constantFrom(...SPATIAL_OPS), geometryValue, geometryValue)
    .map(([op, left, right]): Expression => ({ kind: 'spatial', op, left, right })),
  fc
    .tuple(geometryValue, geometryValue, fc.integer({ min: 0, max: 400 }))
    .map(([left, right, distance]): Expression => ({ kind: 'dwithin', left, right, distance, unit: 'km' })),
  fc
    .tuple(fc.constantFrom(...TEMPORAL_OPS), interval, interval)
    .map(([op, left, right]): Expression => ({ kind: 'temporal', op, left, right })),
  fc
    .tuple(fc.constantFrom(...INSTANT_RELATIONS), dateValue, fc.oneof(dateValue, interval))
    .map(([op, left, right]): Expression => ({ kind: 'temporal', op, left, right })),
  literal.boolean,
)

/** Checked filters over `THINGS`, every kind of node among them. */
export const { filter } = fc.letrec<{ filter: Expression; joined: Expression }>((tie) => ({
  filter: fc.oneof({ maxDepth: 3 }, predicate, tie('joined')),
  joined: fc.oneof(
    fc
      .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('filter'), { minLength: 2, maxLength: 3 }))
      .map(([kind, args]): Expression => ({ kind, args })),
    tie('filter').map((arg): Expression => ({ kind: 'not', arg })),
    tie('filter').map((arg): Expression => ({ kind: 'isNull', arg })),
  ),
}))
