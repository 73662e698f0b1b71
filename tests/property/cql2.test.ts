/** Laws of CQL2: encodings lose nothing, garbage is refused and never crashes, LIKE and distance equal their plain meaning. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Position } from '#geodata/contract/geo.ts'
import { isWithinDistance } from '#geodata/cql2/distance.ts'
import { evaluator } from '#geodata/cql2/evaluate.ts'
import { parseJson, parseJsonText } from '#geodata/cql2/parse-json.ts'
import { parseText } from '#geodata/cql2/parse-text.ts'
import { queryablesOf } from '#geodata/cql2/queryables.ts'
import { Cql2Refusal } from '#geodata/cql2/refusal.ts'
import { caseFolded, compareText, isLike } from '#geodata/cql2/text.ts'
import { toJson } from '#geodata/cql2/to-json.ts'
import { toText } from '#geodata/cql2/to-text.ts'
import { distanceM } from '#geodata/spatial/geodesic.ts'
import { expression, wells } from '../contract/cql2-arbitraries.ts'
import { WELLS } from '../contract/storage-world.ts'

const queryables = queryablesOf(WELLS)

test('tree → text → tree and tree → JSON → tree are the same tree', () => {
  fc.assert(
    fc.property(expression, (tree) => {
      expect(parseText(toText(tree), queryables)).toEqual(tree)
      expect(parseJson(JSON.parse(JSON.stringify(toJson(tree))), queryables)).toEqual(tree)
    }),
    { numRuns: 1500 },
  )
})

/** Runs; whatever is thrown but a refusal fails the law. */
function isReadOrRefused(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch (error) {
    if (error instanceof Cql2Refusal) return false
    throw error
  }
}

const PIECES = [
  "'",
  '"',
  '(',
  ')',
  ',',
  '=',
  '<>',
  'AND',
  'OR',
  'NOT',
  'LIKE',
  'IN',
  'BETWEEN',
  'IS',
  'NULL',
  'label',
  'depthM',
  'geometry',
  '1',
  '-',
  '.5e3',
  "'a%'",
  'POINT(1 2)',
  'POLYGON((0 0,1 1,1 0,0 0))',
  'GEOMETRYCOLLECTION(',
  'BBOX(',
  'S_INTERSECTS(',
  'T_AFTER(',
  'DATE(',
  "INTERVAL('..','..')",
  'CASEI(',
  'Z',
  '\\',
  '\0',
  '鉛',
  '\ud800',
  ';--',
  '*',
  '^',
  'TRUE',
]

test('random text is read or refused', () => {
  let refused = 0
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(' ')),
      ),
      (text) => {
        if (!isReadOrRefused(() => parseText(text, queryables))) refused++
        isReadOrRefused(() => parseJsonText(text, queryables))
      },
    ),
    { numRuns: 6000 },
  )
  expect(refused).toBeGreaterThan(1000)
})

test('a filter with a piece cut out or put in is read or refused', () => {
  fc.assert(
    fc.property(expression, fc.nat(), fc.nat(6), fc.constantFrom('', ...PIECES), (tree, at, cut, piece) => {
      const text = toText(tree)
      const start = at % (text.length + 1)
      isReadOrRefused(() => parseText(text.slice(0, start) + piece + text.slice(start + cut), queryables))
    }),
    { numRuns: 3000 },
  )
})

test('random JSON is read or refused', () => {
  const json = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.jsonValue({ maxDepth: 2 }),
      fc.record({
        op: fc.constantFrom('and', 'in', '=', 'like', 's_intersects', 't_after', 'casei', '+', 'a_equals'),
        args: fc.array(tie('node'), { maxLength: 3 }),
      }),
      fc.record({ property: fc.constantFrom('label', 'geometry', 'nothing') }),
      fc.record({
        type: fc.constantFrom('Point', 'Polygon', 'GeometryCollection'),
        coordinates: fc.jsonValue({ maxDepth: 3 }),
      }),
      fc.record({ interval: fc.array(fc.constantFrom('..', '2018-01-01', 'x'), { maxLength: 3 }) }),
    ),
  })).node
  fc.assert(
    fc.property(json, (value) => void isReadOrRefused(() => parseJson(value, queryables))),
    { numRuns: 3000 },
  )
})

test('NOT turns true and false about and leaves unknown', () => {
  fc.assert(
    fc.property(wells, expression, (features, tree) => {
      const plain = evaluator(tree, queryables)
      const negated = evaluator({ kind: 'operation', op: 'not', args: [tree] }, queryables)
      for (const feature of features) {
        const value = plain(feature)
        expect(negated(feature)).toBe(value === null ? null : !value)
      }
    }),
    { numRuns: 300 },
  )
})

test('LIKE is its regular expression', () => {
  const character = fc.constantFrom('a', 'b', '%', '_', '\\', '.', '鉛', '𝒳')
  const text = fc.array(character, { maxLength: 12 }).map((all) => all.join(''))
  fc.assert(
    fc.property(text, text, (value, pattern) => {
      let source = ''
      const characters = [...pattern]
      for (let index = 0; index < characters.length; index++) {
        const each = characters[index] ?? ''
        if (each === '%') source += '.*'
        else if (each === '_') source += '.'
        else source += `\\u{${(each === '\\' ? (characters[++index] ?? '\\') : each).codePointAt(0)?.toString(16)}}`
      }
      expect(isLike(value, pattern)).toBe(new RegExp(`^${source}$`, 'su').test(value))
    }),
    { numRuns: 3000 },
  )
})

test('a hostile pattern takes steps by the square of the text, not by powers', () => {
  const text = 'a'.repeat(2000)
  expect(isLike(text, `${'%a'.repeat(1000)}b`)).toBe(false)
  expect(isLike(text, '%a'.repeat(1000))).toBe(true)
})

test('text is in order of code points, as bytes of UTF-8 are; folding is done once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      expect(Math.sign(compareText(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))))
      expect(caseFolded(caseFolded(a))).toBe(caseFolded(a))
    }),
    { numRuns: 2000 },
  )
})

test('distance between lines is that between their nearest points, found by trying many', () => {
  const place = fc.tuple(fc.double({ min: 60, max: 75, noNaN: true }), fc.double({ min: 24, max: 37, noNaN: true }))
  const line = fc.array(place, { minLength: 2, maxLength: 3 })
  const along = ([a, b]: Position[], share: number): Position => [
    (a?.[0] ?? 0) + share * ((b?.[0] ?? 0) - (a?.[0] ?? 0)),
    (a?.[1] ?? 0) + share * ((b?.[1] ?? 0) - (a?.[1] ?? 0)),
  ]
  const sampled = (vertices: Position[]) =>
    vertices
      .slice(1)
      .flatMap((vertex, index) =>
        Array.from({ length: 31 }, (_, step) => along([vertices[index] ?? vertex, vertex], step / 30)),
      )
  fc.assert(
    fc.property(line, line, (one, other) => {
      let leastM = Number.POSITIVE_INFINITY
      for (const a of sampled(one)) for (const b of sampled(other)) leastM = Math.min(leastM, distanceM(a, b))
      const [first, second] = [one, other].map((coordinates) => ({ type: 'LineString' as const, coordinates }))
      if (!first || !second) return
      // The samples are never nearer than the lines; and no sample is farther than half a step along each from the best.
      expect(isWithinDistance(first, second, leastM + 0.1)).toBe(true)
      const stepM = Math.max(...[one, other].flatMap((l) => l.slice(1).map((v, i) => distanceM(l[i] ?? v, v) / 30)))
      if (leastM > 2.1 * stepM) expect(isWithinDistance(first, second, leastM - 2.1 * stepM)).toBe(false)
    }),
    { numRuns: 40 },
  )
})
