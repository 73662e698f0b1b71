/** The ground builders' pure steps: rings, names, months, spikes and tile seams. */
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import type { Geometry } from '#geodata/contract/geo.ts'
import { monthsOf } from '#scripts/build/environment.ts'
import { areaContains, polygonsOf, type Ring, splitTouchingRing, validArea } from '#scripts/build/ground-geometry.ts'
import { consonants, nameLikeness } from '#scripts/build/ground-place-match.ts'
import { type HeightGrid, heightAt } from '#scripts/build/relief-grid.ts'
import { withoutSpikes } from '#scripts/build/relief-mend.ts'
import { exaggerationAt, shadeOf } from '#scripts/build/relief-shade.ts'
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
  it('cover zoom 0 to 6 without a gap: every child has its parent', () => {
    expect(tiles.has('0/0/0')).toBe(true)
    for (const address of tiles.keys()) {
      const [z = 0, x = 0, y = 0] = address.split('/').map(Number)
      if (z > 0) expect(tiles.has(`${z - 1}/${x >> 1}/${y >> 1}`), address).toBe(true)
    }
  })
  const decoded = (address: string) => PNG.sync.read(Buffer.from(tiles.get(address) ?? new Uint8Array())).data
  /** Mean step from one column of pixels to the next, in strength. */
  const step = (left: [string, number], right: [string, number]): number => {
    const [from, to] = [decoded(left[0]), decoded(right[0])]
    const strength = (data: Buffer, column: number, row: number) => data[(row * 256 + column) * 4 + 3] ?? Number.NaN
    const steps = Array.from({ length: 256 }, (_, row) =>
      Math.abs(strength(from, left[1], row) - strength(to, right[1], row)),
    )
    return steps.reduce((sum, one) => sum + one, 0) / steps.length
  }
  it('show no seam: the step across an edge of tiles is like one within a tile', () => {
    // 6/45/26 and 6/46/26 share the meridian 78.75° E, in the Himalaya.
    const across = step(['6/45/26', 255], ['6/46/26', 0])
    const within = step(['6/45/26', 254], ['6/45/26', 255])
    expect(within).toBeGreaterThan(5)
    expect(across).toBeLessThan(within * 1.5)
  })
  it('leave plains nearly bare and shade mountains', () => {
    const strengthAt = (address: string) => {
      const alphas = decoded(address).filter((_, at) => at % 4 === 3)
      return alphas.reduce((sum, alpha) => sum + alpha, 0) / alphas.length
    }
    // Karakoram against the lower Indus.
    expect(strengthAt('6/45/25')).toBeGreaterThan(4 * strengthAt('6/44/27'))
  })
})

describe('shade', () => {
  it('is none on flat ground', () => expect(shadeOf(0, 0).strength).toBe(0))
  it('lies on slopes that face away from the light, light on those that face it', () => {
    // Rising towards south-east is a slope that faces north-west, where the light comes from.
    expect(shadeOf(1, 1).light).toBeGreaterThan(0.6)
    expect(shadeOf(-1, -1).light).toBeLessThan(0.2)
  })
  it('grows with the slope and stays within bounds', () => {
    expect(shadeOf(0.5, 0).strength).toBeGreaterThan(shadeOf(0.1, 0).strength)
    let before = 0
    for (const slope of [0.1, 0.5, 1, 2, 4, 20]) {
      const { strength, light } = shadeOf(slope, 0)
      expect(strength).toBeGreaterThanOrEqual(before)
      expect(strength).toBeLessThanOrEqual(1)
      expect(light).toBeGreaterThanOrEqual(0)
      expect(light).toBeLessThanOrEqual(1)
      before = strength
    }
  })
  it('exaggerates small scales as the map library does: 8 times at zoom 5, not at all from 15 on', () => {
    expect(exaggerationAt(5)).toBeCloseTo(8)
    expect(exaggerationAt(15)).toBe(1)
  })
})
