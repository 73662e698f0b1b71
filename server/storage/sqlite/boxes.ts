/** Boxes as the R*Trees keep them: 32-bit integers, rounded outward, the dataset as one more dimension. */
import type { BBox } from '#geodata/contract/geo.ts'

const PER_DEGREE = 1e7
const DATASET_STRIDE = 2 ** 24
const ZOOM_STRIDE = 2 ** 25
const INT32 = 2 ** 31 - 1

export interface IntegerBox {
  west: number
  south: number
  east: number
  north: number
}

/** Degrees × 10^7: holds every point of the box, and points up to 1 cm beyond. */
export function outward([west, south, east, north]: BBox): IntegerBox {
  return {
    west: Math.floor(west * PER_DEGREE),
    south: Math.floor(south * PER_DEGREE),
    east: Math.ceil(east * PER_DEGREE),
    north: Math.ceil(north * PER_DEGREE),
  }
}

/** Back to degrees, held on Earth. */
export function inDegrees({ west, south, east, north }: IntegerBox): BBox {
  return [
    Math.max(-180, west / PER_DEGREE),
    Math.max(-90, south / PER_DEGREE),
    Math.min(180, east / PER_DEGREE),
    Math.min(90, north / PER_DEGREE),
  ]
}

export function datasetDimension(number: number): number {
  return number * DATASET_STRIDE
}

export function zoomDimension(zoom: number): number {
  return zoom * ZOOM_STRIDE
}

/** World coordinates widened to whole numbers within 32 bits, for asking. */
export function heldInInt32(low: number, high: number): [number, number] {
  return [Math.max(-INT32, Math.floor(low)), Math.min(INT32, Math.ceil(high))]
}
