/**
 * Shading of the relief, drawn once into the tiles instead of by every viewer in every frame: on a machine without a
 * graphics card that was more than half of the work of a frame.
 */
import { PNG } from 'pngjs'

/** Circumference of the earth in spherical Mercator, metres. */
const WORLD_M = 40_075_016.6855785
/** Light from the north-west, degrees clockwise from north; as MapLibre's hillshade has it. */
const LIGHT_FROM = 335
/** The middle of the intensities that the map's flavours ask for; they weigh the whole picture (`raster-opacity`). */
const INTENSITY = 0.25

/** Shade of a piece of ground: 0 is the colour of shadow, 1 that of light; `strength` says how much of it is laid on. */
export interface Shade {
  light: number
  strength: number
}

/** How many times too steep the ground is drawn at a zoom, lest small scales look flat: MapLibre's scale. */
export function exaggerationAt(z: number): number {
  if (z >= 15) return 1
  const perZoom = z < 2 ? 0.4 : z < 4.5 ? 0.35 : 0.3
  return 2 ** ((15 - z) * perZoom)
}

/**
 * Shade for the rise towards east and south, metres a metre, exaggeration included. Formula: `standard_hillshade` of
 * MapLibre GL (src/shaders/glsl/hillshade.fragment.glsl), shadow and accent of one colour.
 */
export function shadeOf(east: number, south: number): Shade {
  const slope = Math.atan(0.625 * Math.hypot(east, south))
  if (slope === 0) return { light: 0, strength: 0 }
  const base = 1.875 - INTENSITY * 1.75
  const steepest = Math.PI / 2
  const scaled = ((base ** slope - 1) / (base ** steepest - 1)) * steepest
  const aspect = Math.atan2(south, -east)
  const turns = (aspect + (LIGHT_FROM * Math.PI) / 180 + Math.PI) / Math.PI + 0.5
  const light = Math.abs((((turns % 2) + 2) % 2) - 1)
  const weight = 2 * INTENSITY
  const slanting = Math.sin(scaled) * weight
  const accent = (1 - Math.cos(scaled)) * weight * (1 - slanting)
  const covered = slanting + accent
  return { light: (light * slanting) / covered, strength: Math.min(1, covered / weight) }
}

/**
 * A tile of `size` pixels as PNG of grey (light) and alpha (strength). `heights` are metres of `size + 2` pixels a side,
 * the outermost those of the neighbours; `latitudeOf` gives the latitude of a row in degrees.
 */
export function shadePng(
  size: number,
  z: number,
  heights: ArrayLike<number>,
  latitudeOf: (row: number) => number,
): Uint8Array {
  const png = new PNG({ width: size, height: size, colorType: 4, inputHasAlpha: true })
  const at = (row: number, column: number): number => heights[row * (size + 2) + column] ?? 0
  const equatorPixelM = WORLD_M / (size * 2 ** z)
  for (let row = 0; row < size; row++) {
    const metresBetween = 8 * equatorPixelM * Math.cos((latitudeOf(row) * Math.PI) / 180)
    const steepness = exaggerationAt(z) / metresBetween
    for (let column = 0; column < size; column++) {
      const [north, middle, south] = [row, row + 1, row + 2]
      const [west, centre, east] = [column, column + 1, column + 2]
      // Horn's differences of the eight neighbours, as in `gdaldem hillshade`.
      const eastward =
        at(north, east) +
        2 * at(middle, east) +
        at(south, east) -
        at(north, west) -
        2 * at(middle, west) -
        at(south, west)
      const southward =
        at(south, west) +
        2 * at(south, centre) +
        at(south, east) -
        at(north, west) -
        2 * at(north, centre) -
        at(north, east)
      const { light, strength } = shadeOf(eastward * steepness, southward * steepness)
      const pixel = (row * size + column) * 4
      png.data.fill(Math.round(light * 255), pixel, pixel + 3)
      png.data[pixel + 3] = Math.round(strength * 255)
    }
  }
  return PNG.sync.write(png, { colorType: 4, inputHasAlpha: true, deflateLevel: 6 })
}
