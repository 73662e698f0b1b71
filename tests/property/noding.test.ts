/** Noding and merging: by hand on a few lines, and laws on random ones. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { geodesicLengthM } from '#scripts/transport/build-network.ts'
import { mergeEdges, nodeKeyOf, withoutRepeats } from '#scripts/transport/merge-pieces.ts'
import { nodeLines } from '#scripts/transport/node-lines.ts'
import { NO_FACTS, type RawLine } from '#scripts/transport/raw-line.ts'

const road = (vertices: number[], change: Partial<RawLine> = {}): RawLine => ({
  vertices,
  level: 'road',
  class: 'primary',
  status: 'operational',
  isOneWay: false,
  isOffLevel: false,
  isSchematic: false,
  reckonedLengthM: null,
  facts: NO_FACTS,
  ...change,
})
const edgesOf = (raw: readonly RawLine[]) =>
  withoutRepeats(nodeLines(raw), raw).map((piece) => ({ ...piece, closedMonths: 0, flags: 0, facts: 0 }))
const nodesOf = (raw: readonly RawLine[], edges: ReturnType<typeof edgesOf>) =>
  new Set(
    edges.flatMap(({ line, vertices }) =>
      (['from', 'to'] as const).map((end) => nodeKeyOf(raw[line]?.level ?? '', vertices, end)),
    ),
  )

// A cross with its middle at 70° E, 30° N; arms of 0.01 degree.
const WEST_EAST = [6_999_000, 3_000_000, 7_001_000, 3_000_000]
const SOUTH_NORTH = [7_000_000, 2_999_000, 7_000_000, 3_001_000]

test('two roads that cross meet; over a bridge they do not; a railway never meets a road', () => {
  const at = (second: Partial<RawLine>) => edgesOf([road(WEST_EAST), road(SOUTH_NORTH, second)]).length
  expect(at({})).toBe(4)
  expect(at({ isOffLevel: true })).toBe(2)
  expect(at({ level: 'rail-1676' })).toBe(2)
})

test('an end 30 m short of a road joins it, one 60 m short does not', () => {
  const short = (units: number) => [road(WEST_EAST), road([7_000_000, 3_000_000 + units, 7_000_000, 3_001_000])]
  expect(edgesOf(short(27)).length).toBe(3)
  expect(edgesOf(short(54)).length).toBe(2)
})

test('a line that is there twice is there once; carriageways of opposite directions stay two', () => {
  const back = [7_001_000, 3_000_000, 6_999_000, 3_000_000]
  expect(edgesOf([road(WEST_EAST), road(back)]).length).toBe(1)
  expect(edgesOf([road(WEST_EAST, { isOneWay: true }), road(back, { isOneWay: true })]).length).toBe(2)
})

test('pieces through a node of degree two become one edge, but not where the class changes or the node must stay', () => {
  const [a, b] = [
    [6_999_000, 3_000_000, 7_000_000, 3_000_000],
    [7_000_000, 3_000_000, 7_001_000, 3_000_000],
  ]
  const merged = (change: Partial<RawLine>, kept: string[] = []) => {
    const raw = [road(a ?? []), road(b ?? [], change)]
    return mergeEdges(edgesOf(raw), raw, new Set(kept)).length
  }
  expect(merged({})).toBe(1)
  expect(merged({ class: 'tertiary' })).toBe(2)
  expect(merged({}, ['road 7000000 3000000'])).toBe(2)
})

const place = fc.tuple(fc.integer({ min: 7_000_000, max: 7_002_000 }), fc.integer({ min: 3_000_000, max: 3_002_000 }))
const lines = fc.array(fc.array(place, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }).map((all) =>
  all.flatMap((points) => {
    const vertices = points.flat()
    const isMoving = points.every(([x, y], at) => at === 0 || x !== points[at - 1]?.[0] || y !== points[at - 1]?.[1])
    return isMoving ? [road(vertices)] : []
  }),
)

test('noding loses nothing: every line is as long in pieces as it was whole, but for ends led on', () => {
  fc.assert(
    fc.property(lines, (raw) => {
      const pieces = nodeLines(raw)
      raw.forEach(({ vertices }, line) => {
        const inPieces = pieces
          .filter((piece) => piece.line === line)
          .reduce((sum, piece) => sum + geodesicLengthM(piece.vertices), 0)
        const whole = geodesicLengthM(vertices)
        // Cuts are rounded to 1 m; each end may be led on by 40 m.
        expect(inPieces).toBeGreaterThan(whole - 1)
        expect(inPieces).toBeLessThan(whole + 90 + 2 * vertices.length * raw.length)
      })
    }),
    { numRuns: 200 },
  )
})

test('merging keeps the total length and invents no node', () => {
  fc.assert(
    fc.property(lines, (raw) => {
      const edges = edgesOf(raw)
      const merged = mergeEdges(edges, raw, new Set())
      const total = (list: readonly { vertices: number[] }[]) =>
        list.reduce((sum, { vertices }) => sum + geodesicLengthM(vertices), 0)
      expect(total(merged)).toBeCloseTo(total(edges), 3)
      const before = nodesOf(raw, edges)
      for (const node of nodesOf(raw, merged as ReturnType<typeof edgesOf>)) expect(before.has(node)).toBe(true)
    }),
    { numRuns: 200 },
  )
})
