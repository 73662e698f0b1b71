/** The lattice of a country's outline against turf, for positions further from every edge than a cell is wide. */
import { booleanPointInPolygon, lineString, pointToLineDistance, polygon } from '@turf/turf'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sideMask } from '#geodata/network/side-mask.ts'
import { isAtHome } from '#server/routing/home-ground.ts'

const BOUNDS: [number, number, number, number] = [66, 24, 70, 28]
const corner = fc.tuple(
  fc.double({ min: 66.1, max: 69.9, noNaN: true }),
  fc.double({ min: 24.1, max: 27.9, noNaN: true }),
)

/** A star around (68, 26), its corners in the order of their angles, with or without a hole. */
const star = fc
  .tuple(fc.array(fc.double({ min: 0.5, max: 1.8, noNaN: true }), { minLength: 5, maxLength: 14 }), fc.boolean())
  .map(([radii, hasHole]) => {
    const around = (radius: (index: number) => number, count: number) => {
      const ring = Array.from({ length: count }, (_, index): [number, number] => {
        const angle = (2 * Math.PI * index) / count
        return [68 + radius(index) * Math.cos(angle), 26 + radius(index) * Math.sin(angle)]
      })
      return [...ring, ...ring.slice(0, 1)]
    }
    const outer = around((index) => radii[index] ?? 1, radii.length)
    return polygon(hasHole ? [outer, around(() => 0.3, 6)] : [outer])
  })

test('tells inside from outside as turf does', () => {
  let seen = 0
  fc.assert(
    fc.property(star, fc.array(corner, { minLength: 40, maxLength: 40 }), (area, places) => {
      const isInside = sideMask([area.geometry], BOUNDS)
      for (const place of places) {
        const isNearEdge = area.geometry.coordinates.some(
          (ring) => pointToLineDistance(place, lineString(ring), { units: 'kilometers' }) < 1.6,
        )
        if (isNearEdge) continue
        seen += 1
        expect(isInside(place), String(place)).toBe(booleanPointInPolygon(place, area))
      }
    }),
    { numRuns: 60 },
  )
  expect(seen).toBeGreaterThan(1000)
})

test.each([
  ['Lahore', [74.35, 31.55], true],
  ['Amritsar', [74.87, 31.63], false],
  ['Taftan', [61.6, 28.95], true],
  ['Zahedan', [60.86, 29.5], false],
  ['Chaman', [66.44, 30.92], true],
  ['Kandahar', [65.71, 31.61], false],
  ['Gilgit', [74.31, 35.92], true],
  ['Tashkurgan', [75.23, 37.77], false],
] as const)('%s', (_name, [lon, lat], expected) => {
  expect(isAtHome([lon, lat])).toBe(expected)
})
