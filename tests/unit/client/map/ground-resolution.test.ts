/** The scale bar against the geodesic itself. */
import { describe, expect, it } from 'vitest'
import { metresPerPx, scaleBar } from '#client/map/ground-resolution.ts'
import { distanceM } from '#geodata/spatial/geodesic.ts'

describe('metresPerPx', () => {
  it('agrees with GeographicLib along the parallel, at every latitude of the atlas', () => {
    for (const lat of [0, 24, 30.2, 36.9, 60]) {
      const zoom = 9
      const degrees = 0.1
      const px = (degrees / 360) * 512 * 2 ** zoom
      expect(metresPerPx(lat, zoom) * px).toBeCloseTo(distanceM([67, lat], [67 + degrees, lat]), 0)
    }
  })
  it('halves with each zoom', () => {
    expect(metresPerPx(30, 8) / metresPerPx(30, 9)).toBeCloseTo(2)
  })
})

describe('scaleBar', () => {
  it('is round, fits, and is never shorter than half the room', () => {
    for (let metres = 0.3; metres < 40_000; metres *= 1.37) {
      const { lengthM, widthPx } = scaleBar(metres, 110)
      expect(widthPx).toBeLessThanOrEqual(110)
      expect(widthPx).toBeGreaterThanOrEqual(110 / 2 - 1e-6)
      expect(lengthM / 10 ** Math.floor(Math.log10(lengthM) + 1e-9)).toSatisfy((lead: number) =>
        [1, 2, 3, 5].some((n) => Math.abs(n - lead) < 1e-6),
      )
    }
  })
})
