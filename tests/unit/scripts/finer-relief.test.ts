/** Tiles of a finer grid of heights: a GeoTIFF made here of a plane whose height at any place is known. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeArrayBuffer } from 'geotiff'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tileBox } from '#geodata/spatial/area-test.ts'
import { ElevationError, finerReliefTiles } from '#scripts/build/finer-relief.ts'
import { type ReliefTile, reliefHeights } from '#scripts/build/relief-tiles.ts'

const [WEST, NORTH, SIDE, CELLS_PER_DEGREE] = [66, 30, 1, 400]
const CELLS = SIDE * CELLS_PER_DEGREE
const plane = (lon: number, lat: number) => 5000 + 400 * (lon - WEST) - 300 * (NORTH - lat)
const folder = mkdtempSync(join(tmpdir(), 'orelink-relief-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function writeGrid(name: string, keys: Record<string, unknown> = {}): Promise<string> {
  const metres = Float32Array.from({ length: CELLS * CELLS }, (_, cell) =>
    plane(
      WEST + ((cell % CELLS) + 0.5) / CELLS_PER_DEGREE,
      NORTH - (Math.floor(cell / CELLS) + 0.5) / CELLS_PER_DEGREE,
    ),
  )
  const bytes = writeArrayBuffer(metres, {
    width: CELLS,
    height: CELLS,
    ModelPixelScale: [1 / CELLS_PER_DEGREE, 1 / CELLS_PER_DEGREE, 0],
    ModelTiepoint: [0, 0, 0, WEST, NORTH, 0],
    GTModelTypeGeoKey: 2,
    GeographicTypeGeoKey: 4326,
    ...keys,
  })
  const path = join(folder, name)
  writeFileSync(path, Buffer.from(bytes))
  return path
}

/** Height in metres at a pixel of a tile, as terrarium encodes it. */
function heightIn({ png }: ReliefTile, column: number, row: number): number {
  const { data, width } = PNG.sync.read(Buffer.from(png))
  const at = (row * width + column) * 4
  return (data[at] ?? 0) * 256 + (data[at + 1] ?? 0) + (data[at + 2] ?? 0) / 256 - 32768
}

describe('a plane of heights', () => {
  let tiles: ReliefTile[] = []
  beforeAll(async () => {
    tiles = await finerReliefTiles(await writeGrid('plane.tif'))
  })

  test('goes down to the zoom where a pixel is no wider than a cell', () => {
    // 400 cells a degree are 144,000 round the world: 256 × 2^10 pixels are the first to be more.
    expect(Math.max(...tiles.map(({ z }) => z))).toBe(10)
    expect(Math.min(...tiles.map(({ z }) => z))).toBe(7)
  })

  test.each([9, 10])('has the heights of the plane to half a pixel at zoom %i', (zoom) => {
    let compared = 0
    for (const tile of tiles.filter(({ z }) => z === zoom)) {
      const [west, south, east, north] = tileBox(tile.z, tile.x, tile.y)
      const [lon, lat] = [west + ((east - west) * 128) / 256, north + ((south - north) * 128) / 256]
      const isInside = lon > WEST + 0.1 && lon < WEST + SIDE - 0.1 && lat < NORTH - 0.1 && lat > NORTH - SIDE + 0.1
      if (!isInside) continue
      compared += 1
      // Half a pixel, and the bend of the parallels within a tile.
      expect(Math.abs(heightIn(tile, 128, 128) - plane(lon, lat))).toBeLessThan(2 + 700 * (360 / 256 / 2 ** zoom))
    }
    expect(compared).toBeGreaterThan(1)
  })

  test('beyond its edge the grids of the atlas go on', () => {
    const heights = reliefHeights()
    const outside = tiles
      .filter(({ z }) => z === 10)
      .map((tile) => ({ tile, box: tileBox(tile.z, tile.x, tile.y) }))
      .find(({ box }) => box[0] < WEST - 0.05)
    if (!outside) throw new Error('no tile reaches over the western edge')
    const [west, south, east, north] = outside.box
    const lon = west + ((east - west) * 0.5) / 256
    const lat = north + ((south - north) * 128.5) / 256
    expect(Math.abs(heightIn(outside.tile, 0, 128) - heights(lon, lat))).toBeLessThan(5)
  })
})

test('a grid in metres, one elsewhere and no grid at all are refused in a sentence', async () => {
  const projected = await writeGrid('projected.tif', {
    GTModelTypeGeoKey: 1,
    ProjectedCSTypeGeoKey: 32642,
    GeographicTypeGeoKey: undefined,
  })
  await expect(finerReliefTiles(projected)).rejects.toThrow(/gdalwarp -t_srs EPSG:4326/)
  const elsewhere = await writeGrid('elsewhere.tif', { ModelTiepoint: [0, 0, 0, -80, 10, 0] })
  await expect(finerReliefTiles(elsewhere)).rejects.toThrow(/lies outside/)
  writeFileSync(join(folder, 'text.tif'), 'not a picture')
  await expect(finerReliefTiles(join(folder, 'text.tif'))).rejects.toThrow(ElevationError)
  await expect(finerReliefTiles(join(folder, 'missing.tif'))).rejects.toThrow(/correct --elevation/)
})
