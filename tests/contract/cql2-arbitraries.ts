/** Random wells and random filters over them, for laws about CQL2. */
import fc from 'fast-check'
import type { Geometry } from '#geodata/contract/geo.ts'
import {
  ARITHMETIC,
  COMPARISONS,
  type Expression,
  type IntervalEnd,
  type Node,
  type OperationNode,
  type ShapeLiteral,
  TEMPORAL,
  TOPOLOGY,
} from '#geodata/cql2/expression.ts'
import type { Feature } from '#server/storage/storage.ts'
import { well } from './storage-world.ts'

/** Few values, so that they meet; with case, accents, wildcards, quotes and characters beyond the first plane. */
const TEXTS = [
  '',
  'a',
  'A',
  'Ab',
  'áb',
  'ÁB',
  'a%b',
  'a_b',
  "O'Neil",
  'straße',
  'STRASSE',
  '鉛鋅',
  'ø',
  'tab\tline\n',
  'گوادر',
  '𝒳',
  '￿',
  '"; DROP TABLE feature; --',
]
const NUMBERS = [0, 1, -1, 2, 3, 0.5, -2.5, 7, 1e10, 1e-3, 1e300]
const DATES = ['2018-01-01', '2018-06-15', '2018-12-31', '2019-02-28', '2020-02-29']
const STORED_DATES = [...DATES, '2018', '2018-06', '2019', '2020-02 (week 3)', 'unknown', '2018-06-15T12:00:00Z']
const place = fc.tuple(fc.integer({ min: 60, max: 66 }), fc.integer({ min: 24, max: 30 }))

const point = place.map((coordinates) => ({ type: 'Point' as const, coordinates }))
const line = fc
  .uniqueArray(place, { minLength: 2, maxLength: 4, selector: String })
  .map((coordinates) => ({ type: 'LineString' as const, coordinates }))
const box = fc.tuple(place, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
const ringOf = ([[west, south], width, height]: [[number, number], number, number]): [number, number][] => [
  [west, south],
  [west + width, south],
  [west + width, south + height],
  [west, south + height],
  [west, south],
]
const polygon = box.map((sides) => ({ type: 'Polygon' as const, coordinates: [ringOf(sides)] }))
const lines = fc.array(line, { minLength: 1, maxLength: 2 }).map((parts) => ({
  type: 'MultiLineString' as const,
  coordinates: parts.map(({ coordinates }) => coordinates),
}))
const islands = box.map(([at, width, height]) => ({
  type: 'MultiPolygon' as const,
  coordinates: [[ringOf([at, width, height])], [ringOf([[at[0] + 5, at[1]], width, height])]],
}))

export const geometry: fc.Arbitrary<Geometry> = fc.oneof(point, line, polygon, lines, islands)
const collection = fc
  .array(fc.oneof(point, line), { minLength: 1, maxLength: 3 })
  .map((geometries): ShapeLiteral => ({ type: 'GeometryCollection', geometries }))
const points = fc
  .array(place, { minLength: 1, maxLength: 3 })
  .map((coordinates): ShapeLiteral => ({ type: 'MultiPoint', coordinates }))
const heights = place.map(([lon, lat]): ShapeLiteral => ({ type: 'Point', coordinates: [lon, lat, 1250.5] }))
const shape: fc.Arbitrary<ShapeLiteral> = fc.oneof(geometry, collection, points, heights)

const orNull = <T>(values: readonly T[]) => fc.constantFrom(null, ...values)

export const wells: fc.Arbitrary<Feature[]> = fc
  .array(
    fc.record({
      geometry: fc.option(geometry, { freq: 6 }),
      label: orNull(TEXTS),
      owner: orNull(TEXTS),
      depthM: orNull(NUMBERS),
      visits: orNull([0, 1, 2, -3]),
      isDry: orNull([true, false]),
      date: orNull(STORED_DATES),
      closed: orNull(DATES),
      tags: fc.option(fc.array(fc.constantFrom(...TEXTS), { maxLength: 3 })),
      levels: fc.array(fc.constantFrom(...NUMBERS), { maxLength: 3 }),
      seen: orNull(['2018-06-15T12:00:00Z', '2019-01-01T00:00:00.5Z']),
      detail: fc.option(fc.record({ grade: orNull(NUMBERS), kind: fc.constantFrom('a', 'b') })),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((rows) =>
    rows.map(({ geometry, ...properties }, index) => well(`w${String(index).padStart(2, '0')}`, geometry, properties)),
  )

const property = (...names: string[]): fc.Arbitrary<Node> =>
  fc.constantFrom(...names).map((name) => ({ kind: 'property', name }))
const operation = (op: OperationNode['op'], ...args: Node[]): OperationNode => ({ kind: 'operation', op, args })
const textLiteral = fc
  .oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'grapheme', maxLength: 6 }).filter(isWritable))
  .map((value): Node => ({ kind: 'text', value }))
const numberLiteral = fc
  .oneof(fc.constantFrom(...NUMBERS), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .map((value): Node => ({ kind: 'number', value: value === 0 ? 0 : value }))
const date = fc.constantFrom(...DATES).map((value) => ({ kind: 'date' as const, value }))
const timestamp = fc
  .constantFrom('2018-06-15T12:00:00Z', '2019-01-01T00:00:00.5Z')
  .map((value) => ({ kind: 'timestamp' as const, value }))

/** What CQL2 text can say: see to-text.ts. */
function isWritable(text: string): boolean {
  return !/\\(['abtnvfr]|$)|\0|\p{Surrogate}/u.test(text)
}

const { text } = fc.letrec<{ text: Node }>((tie) => ({
  text: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'text' },
    property('label', 'owner', 'name_en', 'id', 'detail_kind'),
    textLiteral,
    fc
      .tuple(fc.constantFrom('casei' as const, 'accenti' as const), tie('text'))
      .map(([op, inner]) => operation(op, inner)),
  ),
}))
const { number } = fc.letrec<{ number: Node }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'number' },
    property('depthM', 'visits', 'detail_grade'),
    numberLiteral,
    fc.tuple(fc.constantFrom(...ARITHMETIC), tie('number'), tie('number')).map(([op, a, b]) => operation(op, a, b)),
  ),
}))
const pattern = fc
  .tuple(
    fc.constantFrom('%', 'a%', '%b', '_b', 'a\\%b', '%a%b%', '__', '', 'STR%', '%ß%', "O''%"),
    fc.constantFrom('casei' as const, 'accenti' as const, null),
  )
  .map(([value, fold]): Node => (fold ? operation(fold, { kind: 'text', value }) : { kind: 'text', value }))
const end: fc.Arbitrary<IntervalEnd> = fc.oneof(
  fc.constant({ kind: 'open' as const }),
  fc.constantFrom('date', 'closed').map((name) => ({ kind: 'property' as const, name })),
)
const interval = fc
  .oneof(
    fc.tuple(end, fc.oneof(end, date)),
    fc.tuple(date, date).map((pair) => pair.sort((a, b) => (a.value < b.value ? -1 : 1))),
  )
  .map(([start, stop]): Node => ({ kind: 'interval', start, end: stop }))
const instant = fc.oneof(property('date', 'closed', 'seen'), date, timestamp)
const span = fc.oneof(property('date', 'closed', 'seen'), interval)
const spatial = fc.oneof(
  fc.constant<Node>({ kind: 'property', name: 'geometry' }),
  shape.map((value): Node => ({ kind: 'geometry', value })),
  box.map(
    ([[west, south], width, height]): Node => ({ kind: 'bbox', value: [west, south, west + width, south + height] }),
  ),
  fc.constant<Node>({ kind: 'bbox', value: [170, -10, 62, 26] }),
)

/** A list stands on the left, folded or reckoned with or not; a condition on it is about any of its items. */
const foldedTags = fc
  .tuple(fc.constantFrom('casei' as const, 'accenti' as const, null), property('tags'))
  .map(([fold, tags]) => (fold ? operation(fold, tags) : tags))
const reckonedLevels = fc
  .tuple(fc.constantFrom('+' as const, 'div' as const, null), property('levels'), numberLiteral)
  .map(([op, levels, other]) => (op ? operation(op, levels, other) : levels))
const listed: fc.Arbitrary<Expression> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...COMPARISONS.filter((op) => op !== '<>')),
      fc.oneof(fc.tuple(foldedTags, text), fc.tuple(reckonedLevels, number)),
    )
    .map(([op, [a, b]]) => operation(op, a, b)),
  fc
    .tuple(foldedTags, fc.array(text, { minLength: 1, maxLength: 3 }))
    .map(([head, items]) => operation('in', head, ...items)),
  fc.tuple(foldedTags, pattern).map(([head, tail]) => operation('like', head, tail)),
  fc.tuple(reckonedLevels, number, number).map((args) => operation('between', ...args)),
)

const attributePredicate: fc.Arbitrary<Expression> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...COMPARISONS),
      fc.oneof(fc.tuple(text, text), fc.tuple(number, number), fc.tuple(instant, instant)),
    )
    .map(([op, [a, b]]) => operation(op, a, b)),
  fc
    .tuple(fc.constantFrom('=' as const, '<>' as const, '<' as const), fc.boolean())
    .map(([op, value]) => operation(op, { kind: 'property', name: 'isDry' }, { kind: 'boolean', value })),
  fc.tuple(number, number, number).map((args) => operation('between', ...args)),
  fc
    .tuple(text, fc.array(text, { minLength: 1, maxLength: 4 }))
    .map(([head, items]) => operation('in', head, ...items)),
  fc
    .tuple(number, fc.array(number, { minLength: 1, maxLength: 4 }))
    .map(([head, items]) => operation('in', head, ...items)),
  fc.tuple(text, pattern).map(([head, tail]) => operation('like', head, tail)),
  fc
    .oneof(text, number, instant, interval, property('isDry', 'geometry', 'tags', 'levels'))
    .map((arg) => operation('isNull', arg)),
  listed,
  fc.tuple(fc.constantFrom(...TEMPORAL), span, span).map(([op, a, b]) => operation(op, a, b)),
  fc
    .tuple(
      fc.constantFrom('t_after' as const, 't_before' as const, 't_intersects' as const),
      instant,
      fc.oneof(instant, interval),
    )
    .map(([op, a, b]) => operation(op, a, b)),
  fc.boolean().map((value): Expression => ({ kind: 'boolean', value })),
)
const spatialPredicate: fc.Arbitrary<Expression> = fc.oneof(
  fc.tuple(fc.constantFrom(...TOPOLOGY), spatial, spatial).map(([op, a, b]) => operation(op, a, b)),
  fc
    .tuple(spatial, spatial, fc.constantFrom(0, 50, 120, 400), fc.constantFrom('km', 'nautical miles'))
    .map(([a, b, value, unit]) =>
      operation('s_dwithin', a, b, { kind: 'number', value }, { kind: 'text', value: unit }),
    ),
)

export const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'expression' },
    { arbitrary: attributePredicate, weight: 3 },
    { arbitrary: spatialPredicate, weight: 1 },
    {
      arbitrary: fc
        .tuple(
          fc.constantFrom('and' as const, 'or' as const),
          fc.array(tie('expression'), { minLength: 2, maxLength: 3 }),
        )
        .map(([op, args]) => operation(op, ...args)),
      weight: 2,
    },
    { arbitrary: tie('expression').map((inner) => operation('not', inner)), weight: 1 },
    {
      arbitrary: attributePredicate
        .filter(({ kind }) => kind === 'operation')
        .map((inner) => operation('isNull', inner)),
      weight: 1,
    },
  ),
}))
