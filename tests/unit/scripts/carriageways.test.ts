/** What the source lacks of dual carriageways: turning places, holes in one of them, pieces drawn against the road. */
import { describe, expect, test } from 'vitest'
import { carriagewayBreaks } from '#scripts/transport/carriageway-breaks.ts'
import { cosine } from '#scripts/transport/carriageway-ends.ts'
import { NO_FACTS, type RawLine } from '#scripts/transport/raw-line.ts'
import { turnedLines } from '#scripts/transport/turned-lines.ts'
import { turningPlaces } from '#scripts/transport/turning-places.ts'

const line = (vertices: number[], change: Partial<RawLine> = {}): RawLine => ({
  vertices,
  level: 'road',
  class: 'trunk',
  status: 'operational',
  isOneWay: false,
  isOffLevel: false,
  isSchematic: false,
  reckonedLengthM: null,
  facts: NO_FACTS,
  ...change,
})
const oneWay = { isOneWay: true }

// On 30° N a unit east is 0.96 m, a unit north 1.11 m.
const [WEST, MIDDLE, EAST, Y] = [7_000_000, 7_001_000, 7_002_000, 3_000_000]
/** Eastbound in the south, westbound 20 units (22 m) north of it. */
const EASTBOUND = line([WEST, Y, MIDDLE, Y, EAST, Y], oneWay)
const WESTBOUND = line([EAST, Y + 20, WEST, Y + 20], oneWay)
const turningsOf = (...lines: RawLine[]) => turningPlaces(lines, []).connectors.map(({ vertices }) => vertices)
const SIDE_ROAD = line([MIDDLE, Y - 500, MIDDLE, Y], { class: 'tertiary' })
/** Roads that take both carriageways up, so that none ends dead. */
const OUTER = [line([WEST, Y, WEST, Y + 20, WEST - 900, Y]), line([EAST, Y, EAST, Y + 20, EAST + 900, Y])]

describe('turning places', () => {
  test('where a road meets the near carriageway the far one is joined', () => {
    expect(turningsOf(EASTBOUND, WESTBOUND, SIDE_ROAD, ...OUTER)).toEqual([[MIDDLE, Y, MIDDLE, Y + 20]])
  })

  test('none where the road goes on to the far carriageway', () => {
    const through = line([MIDDLE, Y, MIDDLE, Y + 20], { class: 'tertiary' })
    expect(turningsOf(EASTBOUND, WESTBOUND, SIDE_ROAD, through, ...OUTER)).toEqual([])
  })

  test('none on a motorway, nor to a carriageway of the same direction, nor over 60 m', () => {
    const motorway = { isOneWay: true, class: 'motorway' as const }
    const motorways = [EASTBOUND, WESTBOUND].map((road) => ({ ...road, ...motorway }))
    expect(turningsOf(...motorways, SIDE_ROAD, ...OUTER)).toEqual([])
    const sameWay = line([WEST, Y + 20, EAST, Y + 20], oneWay)
    expect(turningsOf(EASTBOUND, sameWay, SIDE_ROAD, ...OUTER)).toEqual([])
    const far = line([EAST, Y + 60, WEST, Y + 60], oneWay)
    expect(turningsOf(EASTBOUND, far, SIDE_ROAD, ...OUTER)).toEqual([])
  })

  test('where carriageways end, one turns into the other', () => {
    // 44 m apart: the ends do not join by themselves.
    const apart = line([EAST, Y + 40, WEST, Y + 40], oneWay)
    expect(turningsOf(EASTBOUND, apart)).toEqual(
      expect.arrayContaining([
        [WEST, Y, WEST, Y + 40],
        [EAST, Y, EAST, Y + 40],
      ]),
    )
  })
})

describe('breaks of a carriageway', () => {
  const before = line([WEST, Y, MIDDLE, Y], oneWay)
  const later = (gap: number) => line([MIDDLE + gap, Y, EAST, Y], oneWay)
  const breaksOf = (...lines: RawLine[]) => carriagewayBreaks(lines, []).map(({ vertices }) => vertices)

  test('a hole of 100 m is bridged one-way, one of 400 m is not', () => {
    const [bridge, ...more] = carriagewayBreaks([before, later(104)], [])
    expect(more).toEqual([])
    expect(bridge).toMatchObject({ vertices: [MIDDLE, Y, MIDDLE + 104, Y], isOneWay: true, isSchematic: true })
    expect(breaksOf(before, later(420))).toEqual([])
  })

  test('nothing where the next one comes the other way, or goes back', () => {
    expect(breaksOf(before, line([EAST, Y, MIDDLE + 104, Y], oneWay))).toEqual([])
    expect(breaksOf(before, line([MIDDLE + 60, Y + 60, WEST, Y + 60], oneWay))).toEqual([])
  })
})

test('a piece drawn against its road is turned, a road that is one-way by itself stays', () => {
  const before = line([WEST, Y, MIDDLE, Y], oneWay)
  const wrong = line([MIDDLE + 60, Y, MIDDLE, Y], oneWay)
  const after = line([MIDDLE + 60, Y, EAST, Y], oneWay)
  const alone = line([WEST, Y + 9000, EAST, Y + 9000], oneWay)
  expect(turnedLines([before, wrong, after, alone]).map(({ vertices }) => vertices)).toEqual([
    before.vertices,
    [MIDDLE, Y, MIDDLE + 60, Y],
    after.vertices,
    alone.vertices,
  ])
})

test('the cosine of pieces that run along, across and against each other', () => {
  const east = [WEST, Y, EAST, Y]
  expect(cosine(east, [0, Y, 10, Y])).toBeCloseTo(1)
  expect(cosine(east, [0, Y, 0, Y + 10])).toBeCloseTo(0)
  expect(cosine(east, [10, Y, 0, Y])).toBeCloseTo(-1)
})
