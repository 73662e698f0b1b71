/** The relief as shaded PNG tiles of 256 pixels, zoom 0 to 6, for raster sources. */
import { join, resolve } from 'node:path'
import { RELIEF } from '#geodata/datasets/relief/manifest.ts'
import { type HeightGrid, heightAt, readPngGrid } from './relief-grid.ts'
import { shadePng } from './relief-shade.ts'

export interface ReliefTile {
  z: number
  x: number
  y: number
  png: Uint8Array
}

const SIZE = RELIEF.tileSize
const FOLDER = resolve(import.meta.dirname, '../../geodata/datasets', RELIEF.id)

/** Longitude of a pixel column and latitude of a pixel row, counted over the whole world at a zoom; spherical Mercator. */
export function lonOf(column: number, z: number): number {
  return (column / (SIZE * 2 ** z)) * 360 - 180
}
export function latOf(row: number, z: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / (SIZE * 2 ** z)))) * 180) / Math.PI
}

/** Column of the tile at a longitude, row of the tile at a latitude. */
export function columnAt(lon: number, z: number): number {
  return Math.floor(((lon + 180) / 360) * 2 ** z)
}
export function rowAt(lat: number, z: number): number {
  return Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z)
}

/** Heights of the atlas's own grids, metres, anywhere. */
export function reliefHeights(folder = FOLDER): (lon: number, lat: number) => number {
  const fine = readPngGrid(join(folder, RELIEF.fine.file), [...RELIEF.fine.bounds])
  const coarse = readPngGrid(join(folder, RELIEF.coarse.file), [...RELIEF.coarse.bounds])
  return (lon, lat) => heightFrom(fine, coarse, lon, lat)
}

/** Fine heights where there are any, then coarse ones fading to 0 at the outer edge, else 0. */
function heightFrom(fine: HeightGrid, coarse: HeightGrid, lon: number, lat: number): number {
  const near = heightAt(fine, lon, lat)
  if (!Number.isNaN(near)) return near
  const far = heightAt(coarse, lon, lat)
  if (Number.isNaN(far)) return 0
  const [west, south, east, north] = coarse.bounds
  const toEdge = Math.min(lon - west, east - lon, lat - south, north - lat)
  return far * Math.min(1, toEdge / RELIEF.fadeDegrees)
}

function sampledTile(heights: (lon: number, lat: number) => number, z: number, x: number, y: number): Float32Array {
  const metres = new Float32Array(SIZE * SIZE)
  for (let row = 0; row < SIZE; row++) {
    const lat = latOf(y * SIZE + row + 0.5, z)
    for (let column = 0; column < SIZE; column++)
      metres[row * SIZE + column] = heights(lonOf(x * SIZE + column + 0.5, z), lat)
  }
  return metres
}

/** A tile from its four children, the mean of 2 × 2 pixels; a missing child is sea level. */
export function parentTile(children: ReadonlyMap<string, Float32Array>, x: number, y: number): Float32Array {
  const metres = new Float32Array(SIZE * SIZE)
  for (const [dx, dy] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ] as const) {
    const child = children.get(`${2 * x + dx}/${2 * y + dy}`)
    if (child === undefined) continue
    for (let row = 0; row < SIZE / 2; row++)
      for (let column = 0; column < SIZE / 2; column++) {
        const corner = 2 * row * SIZE + 2 * column
        const sum =
          (child[corner] ?? 0) +
          (child[corner + 1] ?? 0) +
          (child[corner + SIZE] ?? 0) +
          (child[corner + SIZE + 1] ?? 0)
        metres[(row + (dy * SIZE) / 2) * SIZE + column + (dx * SIZE) / 2] = sum / 4
      }
  }
  return metres
}

/** Tile addresses that meet the bounds at the largest zoom. */
function* addresses(z: number): Iterable<[number, number]> {
  const [west, south, east, north] = RELIEF.bounds
  for (let y = rowAt(north, z); y <= rowAt(south, z); y++)
    for (let x = columnAt(west, z); x <= columnAt(east, z); x++) yield [x, y]
}

/** The heights of a tile with a rim of one pixel from its neighbours in the level; its own edge where there is none. */
export function withRim(level: ReadonlyMap<string, Float32Array>, x: number, y: number): Float32Array {
  const side = SIZE + 2
  const own = level.get(`${x}/${y}`)
  const around = (step: number) => [-1, 0, 1].map((dx) => level.get(`${x + dx}/${y + step}`))
  const tiles = [around(-1), around(0), around(1)]
  return Float32Array.from({ length: side * side }, (_, cell) => {
    const row = Math.floor(cell / side) - 1
    const column = (cell % side) - 1
    const tile = tiles[Math.floor(row / SIZE) + 1]?.[Math.floor(column / SIZE) + 1]
    if (tile) return tile[((row + SIZE) % SIZE) * SIZE + ((column + SIZE) % SIZE)] ?? 0
    const within = (pixel: number) => Math.min(SIZE - 1, Math.max(0, pixel))
    return own?.[within(row) * SIZE + within(column)] ?? 0
  })
}

/** Every tile that meets the bounds, largest zoom first, always in the same order. Reads the grids of the dataset folder. */
export function* reliefTiles(folder = FOLDER): Iterable<ReliefTile> {
  const heights = reliefHeights(folder)
  let level = new Map<string, Float32Array>()
  for (const [x, y] of addresses(RELIEF.maxZoom)) level.set(`${x}/${y}`, sampledTile(heights, RELIEF.maxZoom, x, y))
  for (let z = RELIEF.maxZoom; z >= RELIEF.minZoom; z--) {
    for (const address of level.keys()) {
      const [x = 0, y = 0] = address.split('/').map(Number)
      const latitudeOf = (row: number) => latOf(y * SIZE + row + 0.5, z)
      yield { z, x, y, png: shadePng(SIZE, z, withRim(level, x, y), latitudeOf) }
    }
    const parents = new Set(
      [...level.keys()].map((address) =>
        address
          .split('/')
          .map((part) => Math.floor(Number(part) / 2))
          .join('/'),
      ),
    )
    const above = new Map<string, Float32Array>()
    for (const address of parents) {
      const [x = 0, y = 0] = address.split('/').map(Number)
      above.set(address, parentTile(level, x, y))
    }
    level = above
  }
}
