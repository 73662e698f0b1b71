/** Metres of ground to a pixel of the map, on WGS 84 along the parallel, and round lengths for a scale bar. */

const SEMI_MAJOR_M = 6_378_137
const ECCENTRICITY_SQUARED = 0.006_694_379_990_141_3
const TILE_PX = 512

/** East–west, at a latitude in degrees; zoom of 512-px tiles. */
export function metresPerPx(lat: number, zoom: number): number {
  const phi = (lat * Math.PI) / 180
  const parallelRadiusM = (SEMI_MAJOR_M * Math.cos(phi)) / Math.sqrt(1 - ECCENTRICITY_SQUARED * Math.sin(phi) ** 2)
  return (2 * Math.PI * parallelRadiusM) / (TILE_PX * 2 ** zoom)
}

export interface ScaleBar {
  lengthM: number
  widthPx: number
}

/** The longest of 1, 2, 3, 5 × 10ⁿ metres that fits. */
export function scaleBar(metresOfPx: number, mostPx: number): ScaleBar {
  const mostM = metresOfPx * mostPx
  const magnitude = 10 ** Math.floor(Math.log10(mostM))
  const lengthM = magnitude * ([5, 3, 2, 1].find((step) => step * magnitude <= mostM) ?? 1)
  return { lengthM, widthPx: lengthM / metresOfPx }
}
