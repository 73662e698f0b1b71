/** Zoom bands: a feature is kept once for each span of zooms, simplified for the highest zoom of the span. */
import { unitsPerPixel } from '../spatial/mercator.ts'

export interface ZoomBand {
  minZoom: number
  /** Inclusive. The last band of a dataset reaches `DEEPEST_ZOOM`, so that composite tiles may go deeper than it does. */
  maxZoom: number
  /** No vertex moves farther than this, in world units: half a pixel at the highest zoom that the dataset serves in the band. */
  toleranceUnits: number
}

export const DEEPEST_ZOOM = 24
const TOLERANCE_PX = 0.5
const BAND_TOPS = [2, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18]

/** Bands that cover `minZoom` to `DEEPEST_ZOOM` without gap or overlap; the same for every feature of a dataset. */
export function zoomBands({ minZoom, maxZoom }: { minZoom: number; maxZoom: number }): ZoomBand[] {
  const tops = [...BAND_TOPS.filter((top) => top >= minZoom && top < maxZoom), maxZoom]
  return tops.map((top, index) => ({
    minZoom: index === 0 ? minZoom : (tops[index - 1] ?? 0) + 1,
    maxZoom: index === tops.length - 1 ? DEEPEST_ZOOM : top,
    toleranceUnits: TOLERANCE_PX * unitsPerPixel(top),
  }))
}
