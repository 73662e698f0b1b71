/** Web Mercator (EPSG:3857) as whole numbers: the world is a square of 2^30 units, x east, y down from the north-west corner. */
import type { Position } from '../contract/geo.ts'

export const WORLD_UNITS = 2 ** 30
/** Units across a tile in its own coordinate space. */
export const TILE_EXTENT = 4096
/** Tile units drawn beyond each edge, so that strokes and symbols are not cut off: 16 px of a 512-px tile. */
export const TILE_BUFFER = 128

/** Latitude at which the square world ends. */
export const MAX_LATITUDE = (Math.atan(Math.sinh(Math.PI)) * 180) / Math.PI

/** World units of a position, rounded; latitudes beyond the square are held at its edge. One unit is 3.7 cm at the equator. */
export function toWorld([lon, lat]: Position): [x: number, y: number] {
  const clamped = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat))
  const sin = Math.sin((clamped * Math.PI) / 180)
  const x = (lon / 360 + 0.5) * WORLD_UNITS
  const y = (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * WORLD_UNITS
  return [Math.round(x), Math.round(y)]
}

/** Inverse of `toWorld`, to the precision of one unit. */
export function fromWorld(x: number, y: number): Position {
  const lon = (x / WORLD_UNITS - 0.5) * 360
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / WORLD_UNITS))) * 180) / Math.PI
  return [lon, lat]
}

/** World units per tile unit at a zoom; a power of two, below 1 only past zoom 18. */
export function unitsPerTileUnit(z: number): number {
  return WORLD_UNITS / TILE_EXTENT / 2 ** z
}

/** World units per pixel of a 512-px tile. */
export function unitsPerPixel(z: number): number {
  return WORLD_UNITS / 512 / 2 ** z
}

export interface WorldBox {
  minX: number
  minY: number
  maxX: number
  maxY: number
}

/** The square of tile z/x/y in world units, widened by the buffer that is drawn beyond its edges. */
export function bufferedTile(z: number, x: number, y: number): WorldBox {
  const side = WORLD_UNITS / 2 ** z
  const pad = TILE_BUFFER * unitsPerTileUnit(z)
  return { minX: x * side - pad, minY: y * side - pad, maxX: (x + 1) * side + pad, maxY: (y + 1) * side + pad }
}

/** Tiles of zoom z whose buffered square meets the box. */
export function tileRange(z: number, box: WorldBox): WorldBox {
  const side = WORLD_UNITS / 2 ** z
  const pad = TILE_BUFFER * unitsPerTileUnit(z)
  const last = 2 ** z - 1
  const index = (value: number): number => Math.max(0, Math.min(last, value))
  return {
    minX: index(Math.ceil((box.minX - pad) / side) - 1),
    minY: index(Math.ceil((box.minY - pad) / side) - 1),
    maxX: index(Math.floor((box.maxX + pad) / side)),
    maxY: index(Math.floor((box.maxY + pad) / side)),
  }
}
