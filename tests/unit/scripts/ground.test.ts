/** The ground builders' pure steps: rings, names, months, spikes and tile seams. */
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import type { Geometry } from '#geodata/contract/geo.ts'
import { monthsOf } from '#scripts/build/environment.ts'
import { areaContains, polygonsOf, type Ring, splitTouchingRing, validArea } from '#scripts/build/ground-geometry.ts'
import { consonants, nameLikeness } from '#scripts/build/ground-place-match.ts'
import { type HeightGrid, heightAt } from '#scripts/build/relief-grid.ts'
import { withoutSpikes } from '#scripts/build/relief-mend.ts'
import { reliefTiles } from '#scripts/build/relief-tiles.ts'

describe('rings that touch themselves', () => {
  const bowTie: Ring = [
    [0, 0],
    [2, 0],
    [1, 1],
    [2, 2],
    [0, 2],
    [1, 1],
    [0, 0],
  ]

  it('become one ring for each loop', () => {
    expect(splitTouchingRing(bowTie).map((ring) => ring.length)).toEqual([4, 4])
  })
  it('leave the same ground covered', () => {
    const whole: Geometry = { type: 'Polygon', coordinates: [bowTie] }
    const valid = validArea(whole)
    expect(valid?.type).toBe('MultiPolygon')
    for (const point of [
      [1, 0.5],
      [1, 1.5],
      [0.2, 1],
      [1.8, 1],
    ] as [number, number][])
      expect(valid && areaContains(valid, point)).toBe(areaContains(whole, point))
  })
  it('make a hole of a loop that runs the other way inside', () => {
    const ring: Ring = [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [0, 0],
      [1, 2],
      [2, 1],
      [0, 0],
    ]
    const valid = validArea({ type: 'Polygon', coordinates: [ring] })
    expect(valid && polygonsOf(valid).map((rings) => rings.length)).toEqual([2])
  })
})

describe('names across scripts', () => {
  it.each([
    ['Dalbandin', 'دالبندین'],
    ['Khuzdar', 'خضدار'],
    ['Chiniot', 'چنیوٹ'],
    ['Peshawar', 'پشاور'],
    ['Torkham', 'طورخم'],
  ])('%s and %s are one name', (latin, urdu) => {
    expect(nameLikeness(latin, urdu)).toBeGreaterThanOrEqual(0.66)
  })
  it.each([
    ['Dalbandin', 'خضدار'],
    ['Lahore', 'پشاور'],
    ['Quetta', 'Multan'],
  ])('%s and %s are two', (one, other) => {
    expect(nameLikeness(one, other)).toBeLessThan(0.66)
  })
  it('hears no vowels and no breath', () => {
    expect(consonants('Khushab')).toBe(consonants('خوشاب'))
  })
})

describe('months of closure', () => {
  it('run over the end of the year', () => expect(monthsOf('Dec-Mar')).toEqual([12, 1, 2, 3]))
  it('are none for a blank cell', () => expect(monthsOf(null)).toEqual([]))
  it('refuse other words', () => expect(() => monthsOf('winter')).toThrow('not months: winter'))
})

describe('heights', () => {
  const grid = (size: number, metres: (column: number, row: number) => number): HeightGrid => ({
    width: size,
    height: size,
    bounds: [60, 20, 60 + size / 48, 20 + size / 48],
    metres: Float32Array.from({ length: size * size }, (_, cell) => metres(cell % size, Math.floor(cell / size))),
  })
  it('a plane is sampled as a plane', () => {
    const plane = grid(20, (column, row) => 10 * column + 3 * row)
    const at = (column: number, row: number): number =>
      heightAt(plane, 60 + (column + 0.5) / 48, 20 + 20 / 48 - (row + 0.5) / 48)
    expect(at(4.25, 7.5)).toBeCloseTo(10 * 4.25 + 3 * 7.5, 3)
  })
  it('a spike by the coast goes, a mountain that the reference knows stays', () => {
    const flat = grid(30, (column, row) => (column === 15 && row === 15 ? 3806 : 20))
    const reference = (metres: number): HeightGrid => ({
      width: 12,
      height: 12,
      bounds: [59.5, 19.5, 61.5, 21.5],
      metres: new Float32Array(144).fill(metres),
    })
    const mended = withoutSpikes(flat, reference(10))
    expect(mended.spikes).toBe(1)
    expect(Math.max(...mended.metres)).toBe(20)
    expect(withoutSpikes(flat, reference(3000)).metres).toEqual(flat.metres)
  })
})

describe('relief tiles', () => {
  const tiles = new Map([...reliefTiles()].map(({ z, x, y, png }) => [`${z}/${x}/${y}`, png]))
  const height = (png: Uint8Array | undefined, column: number, row: number): number => {
    const { data, width } = PNG.sync.read(Buffer.from(png ?? new Uint8Array()))
    const at = (row * width + column) * 4
    return (data[at] ?? 0) * 256 + (data[at + 1] ?? 0) - 32768
  }
  it('cover zoom 0 to 6 without a gap: every child has its parent', () => {
    expect(tiles.has('0/0/0')).toBe(true)
    for (const address of tiles.keys()) {
      const [z = 0, x = 0, y = 0] = address.split('/').map(Number)
      if (z > 0) expect(tiles.has(`${z - 1}/${x >> 1}/${y >> 1}`), address).toBe(true)
    }
  })
  it('meet at their edges: heights go on from tile to tile', () => {
    // 6/45/26 and 6/46/26 share the meridian 78.75° E.
    for (const row of [40, 120, 200])
      expect(Math.abs(height(tiles.get('6/45/26'), 255, row) - height(tiles.get('6/46/26'), 0, row))).toBeLessThan(400)
  })
  it('a parent is the mean of its children', () => {
    const child = tiles.get('6/45/26')
    const mean = (height(child, 100, 60) + height(child, 101, 60) + height(child, 100, 61) + height(child, 101, 61)) / 4
    expect(Math.abs(height(tiles.get('5/22/13'), 128 + 50, 30) - mean)).toBeLessThanOrEqual(1)
  })
})
