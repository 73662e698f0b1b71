/** A grid of heights: from a GeoTIFF or from a terrarium PNG, sampled between cell centres. */
import { readFileSync } from 'node:fs'
import { fromArrayBuffer } from 'geotiff'
import { PNG } from 'pngjs'
import type { BBox } from '#geodata/contract/geo.ts'

export interface HeightGrid {
  width: number
  height: number
  /** Outer edges of the outermost cells, degrees. */
  bounds: BBox
  /** Metres, row by row from the north; NaN where unknown. */
  metres: Float32Array
}

/** Reads the first band; the value `nodata` becomes NaN. Bounds are given because some files state them by a hair off. */
export async function readGeotiffGrid(path: string, bounds: BBox, nodata: number): Promise<HeightGrid> {
  const bytes = readFileSync(path)
  const tiff = await fromArrayBuffer(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  const image = await tiff.getImage()
  const [band] = await image.readRasters()
  if (band === undefined || typeof band === 'number') throw new Error(`${path}: no band`)
  const metres = Float32Array.from(band as ArrayLike<number>, (value) => (value === nodata ? Number.NaN : value))
  return { width: image.getWidth(), height: image.getHeight(), bounds, metres }
}

export function readPngGrid(path: string, bounds: BBox): HeightGrid {
  const { width, height, data } = PNG.sync.read(readFileSync(path))
  const metres = new Float32Array(width * height)
  for (let cell = 0; cell < metres.length; cell++)
    metres[cell] = (data[cell * 4] ?? 0) * 256 + (data[cell * 4 + 1] ?? 0) + (data[cell * 4 + 2] ?? 0) / 256 - 32768
  return { width, height, bounds, metres }
}

/** Terrarium PNG of whole metres, blue left at 0. */
export function terrariumPng(width: number, height: number, metres: ArrayLike<number>): Uint8Array {
  const png = new PNG({ width, height, colorType: 2, inputHasAlpha: true })
  for (let cell = 0; cell < width * height; cell++) {
    const value = Math.round(metres[cell] ?? 0) + 32768
    png.data[cell * 4] = value >> 8
    png.data[cell * 4 + 1] = value & 255
    png.data[cell * 4 + 2] = 0
    png.data[cell * 4 + 3] = 255
  }
  return PNG.sync.write(png, { colorType: 2, inputHasAlpha: true, deflateLevel: 9 })
}

/** Height at a position, bilinear between cell centres, metres; NaN outside the bounds or beside an unknown cell. */
export function heightAt(grid: HeightGrid, lon: number, lat: number): number {
  const [west, south, east, north] = grid.bounds
  if (lon < west || lon > east || lat < south || lat > north) return Number.NaN
  const column = Math.min(grid.width - 1, Math.max(0, ((lon - west) / (east - west)) * grid.width - 0.5))
  const row = Math.min(grid.height - 1, Math.max(0, ((north - lat) / (north - south)) * grid.height - 0.5))
  const left = Math.min(grid.width - 2, Math.floor(column))
  const top = Math.min(grid.height - 2, Math.floor(row))
  const at = (x: number, y: number): number => grid.metres[y * grid.width + x] ?? Number.NaN
  const upper = at(left, top) + (at(left + 1, top) - at(left, top)) * (column - left)
  const lower = at(left, top + 1) + (at(left + 1, top + 1) - at(left, top + 1)) * (column - left)
  return upper + (lower - upper) * (row - top)
}
