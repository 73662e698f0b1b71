/** What a new line crosses: cells of a grid cut out of it, shapes marked, the sea left out. Checked by hand on a grid of 6 × 5. */
import { expect, test } from 'vitest'
import { costSurface, type HeightGrid } from '#geodata/network/cost-surface.ts'
import { leastCostPath } from '#geodata/network/least-cost-path.ts'

/** Row by row from the north, each height its own number: 10 in the north-west, 39 in the south-east. */
const grid: HeightGrid = {
  width: 6,
  height: 5,
  bounds: [60, 30, 66, 35],
  metres: Float32Array.from({ length: 30 }, (_, cell) => 10 + cell),
}

test('a cut holds the cells of the grid, from the south, and nothing beyond the grid', () => {
  const surface = costSurface(grid, [61, 31, 64, 33], [])
  expect(surface).toMatchObject({ west: 61.5, south: 31.5, cellDeg: 1, width: 3, height: 2 })
  // Row 3 from the north (31–32° N), then row 2: columns 1 to 3.
  expect([...(surface?.heights ?? [])]).toEqual([29, 30, 31, 23, 24, 25])
  expect(costSurface(grid, [59, 31, 64, 33], [])).toBeNull()
})

test('an area marks the cells whose middle it holds, a river the cells it runs through, the dearer wins', () => {
  const lake = {
    type: 'Polygon' as const,
    coordinates: [
      [
        [61, 31],
        [62.9, 31],
        [62.9, 32],
        [61, 32],
        [61, 31],
      ],
    ] as [number, number][][],
  }
  const river = {
    type: 'LineString' as const,
    coordinates: [
      [61.5, 30.2],
      [61.5, 34.8],
    ] as [number, number][],
  }
  const surface = costSurface(
    grid,
    [60, 30, 66, 35],
    [
      { geometry: lake, factor: 8 },
      { geometry: river, factor: 3 },
    ],
  )
  const at = (lon: number, lat: number) => surface?.penalty[Math.floor(lat - 30) * 6 + Math.floor(lon - 60)]
  expect(at(61.5, 31.5)).toBe(8)
  expect(at(62.5, 31.5)).toBe(8)
  expect(at(61.5, 33.5)).toBe(3)
  expect(at(63.5, 31.5)).toBe(1)
})

test('the floor of the sea is no ground', () => {
  const shore: HeightGrid = { ...grid, metres: grid.metres.map((metres, cell) => (cell % 6 === 3 ? -30 : metres)) }
  const surface = costSurface(shore, [60, 30, 66, 35], [])
  if (!surface) throw new Error('the box lies in the grid')
  expect(leastCostPath(surface, [60.5, 32.5], [62.5, 32.5])).not.toBeNull()
  expect(leastCostPath(surface, [60.5, 32.5], [65.5, 32.5])).toBeNull()
})
