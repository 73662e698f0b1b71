/**
 * Relief from a grid of heights of one's own, finer than the atlas's: terrarium tiles from zoom 7 down to where a pixel is
 * as small as a cell, or to where there would be too many. What the grid does not know comes from the atlas's own grids.
 */
import { fromFile, type GeoTIFFImage } from 'geotiff'
import type { BBox } from '#geodata/contract/geo.ts'
import { FINER_RELIEF, RELIEF } from '#geodata/datasets/relief/manifest.ts'
import { StorageError } from '#server/storage/storage-errors.ts'
import { type HeightGrid, heightAt, terrariumPng } from './relief-grid.ts'
import { columnAt, latOf, lonOf, parentTile, type ReliefTile, reliefHeights, rowAt } from './relief-tiles.ts'

/** The whole pyramid is held in memory until it is stored. */
const MOST_TILES = 3_000
const DEEPEST_ZOOM = 14
const GEOGRAPHIC = 2

/** The grid cannot be used; the message says why and how to mend it. */
export class ElevationError extends StorageError {
  constructor(path: string, why: string) {
    super(path, `the grid of heights ${path} ${why}`)
  }
}

/** Tiles of `FINER_RELIEF` for a GeoTIFF in degrees (WGS 84). Throws an ElevationError. */
export async function finerReliefTiles(path: string): Promise<ReliefTile[]> {
  const image = await openGrid(path)
  const bounds = boundsOf(image)
  const deepest = deepestZoom(bounds, image.getWidth())
  const around = reliefHeights()
  const tiles: ReliefTile[] = []

  async function build(z: number, x: number, y: number): Promise<Float32Array | undefined> {
    if (!meets(bounds, z, x, y)) return undefined
    const metres = z === deepest ? await sampled(z, x, y) : await joined(z, x, y)
    tiles.push({ z, x, y, png: terrariumPng(RELIEF.tileSize, RELIEF.tileSize, metres) })
    return metres
  }
  async function joined(z: number, x: number, y: number): Promise<Float32Array> {
    const children = new Map<string, Float32Array>()
    for (const [cx, cy] of childrenOf(x, y)) {
      const child = (await build(z + 1, cx, cy)) ?? heights(z + 1, cx, cy, undefined)
      children.set(`${cx}/${cy}`, child)
    }
    return parentTile(children, x, y)
  }
  async function sampled(z: number, x: number, y: number): Promise<Float32Array> {
    return heights(z, x, y, await readPart(image, bounds, boxOfTile(z, x, y)))
  }
  function heights(z: number, x: number, y: number, own: HeightGrid | undefined): Float32Array {
    const size = RELIEF.tileSize
    return Float32Array.from({ length: size * size }, (_, pixel) => {
      const lon = lonOf(x * size + (pixel % size) + 0.5, z)
      const lat = latOf(y * size + Math.floor(pixel / size) + 0.5, z)
      const metres = own ? heightAt(own, lon, lat) : Number.NaN
      return Number.isNaN(metres) ? around(lon, lat) : metres
    })
  }

  const [west, south, east, north] = bounds
  const zoom = FINER_RELIEF.minZoom
  for (let y = rowAt(north, zoom); y <= rowAt(south, zoom); y++)
    for (let x = columnAt(west, zoom); x <= columnAt(east, zoom); x++) await build(zoom, x, y)
  return tiles
}

async function openGrid(path: string): Promise<GeoTIFFImage> {
  const image = await fromFile(path)
    .then((tiff) => tiff.getImage())
    .catch((cause: unknown) => {
      throw new ElevationError(path, `cannot be read as a GeoTIFF (${String(cause)}): correct --elevation`)
    })
  if (Number(image.getGeoKeys()?.GTModelTypeGeoKey) !== GEOGRAPHIC)
    throw new ElevationError(path, 'is not in degrees: reproject it with gdalwarp -t_srs EPSG:4326')
  const [west, south, east, north] = boundsOf(image)
  const [allWest, allSouth, allEast, allNorth] = RELIEF.bounds
  if (west >= allEast || east <= allWest || south >= allNorth || north <= allSouth)
    throw new ElevationError(path, `lies outside ${RELIEF.bounds.join(', ')} (west, south, east, north)`)
  return image
}

function boundsOf(image: GeoTIFFImage): BBox {
  const [west = 0, south = 0, east = 0, north = 0] = image.getBoundingBox()
  return [west, south, east, north]
}

/** The zoom at which a pixel is no wider than a cell, less where that would be too many tiles. */
function deepestZoom([west, south, east, north]: BBox, width: number): number {
  const cellsPerTurn = (width / (east - west)) * 360
  const wanted = Math.ceil(Math.log2(cellsPerTurn / RELIEF.tileSize))
  const tilesAt = (z: number) => (columnAt(east, z) - columnAt(west, z) + 1) * (rowAt(south, z) - rowAt(north, z) + 1)
  let zoom = FINER_RELIEF.minZoom
  let total = tilesAt(zoom)
  while (zoom < Math.min(wanted, DEEPEST_ZOOM)) {
    total += tilesAt(zoom + 1)
    if (total > MOST_TILES) break
    zoom += 1
  }
  return zoom
}

const childrenOf = (x: number, y: number) =>
  [
    [2 * x, 2 * y],
    [2 * x + 1, 2 * y],
    [2 * x, 2 * y + 1],
    [2 * x + 1, 2 * y + 1],
  ] as const

function boxOfTile(z: number, x: number, y: number): BBox {
  const size = RELIEF.tileSize
  return [lonOf(x * size, z), latOf((y + 1) * size, z), lonOf((x + 1) * size, z), latOf(y * size, z)]
}

function meets([west, south, east, north]: BBox, z: number, x: number, y: number): boolean {
  const [left, bottom, right, top] = boxOfTile(z, x, y)
  return left < east && right > west && bottom < north && top > south
}

/** The cells that a box needs, two more on each side; undefined where it needs none. */
async function readPart(image: GeoTIFFImage, bounds: BBox, box: BBox): Promise<HeightGrid | undefined> {
  const [west, south, east, north] = bounds
  const [width, height] = [image.getWidth(), image.getHeight()]
  const [cellX, cellY] = [(east - west) / width, (north - south) / height]
  const within = (cell: number, most: number) => Math.min(most, Math.max(0, cell))
  const left = within(Math.floor((box[0] - west) / cellX) - 2, width)
  const right = within(Math.ceil((box[2] - west) / cellX) + 2, width)
  const top = within(Math.floor((north - box[3]) / cellY) - 2, height)
  const bottom = within(Math.ceil((north - box[1]) / cellY) + 2, height)
  if (right - left < 2 || bottom - top < 2) return undefined
  const raster = await image.readRasters({ window: [left, top, right, bottom], samples: [0], interleave: true })
  const nodata = image.getGDALNoData()
  return {
    width: right - left,
    height: bottom - top,
    bounds: [west + left * cellX, north - bottom * cellY, west + right * cellX, north - top * cellY],
    metres: Float32Array.from(raster as ArrayLike<number>, (value) => (value === nodata ? Number.NaN : value)),
  }
}
