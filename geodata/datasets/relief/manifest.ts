/** The relief: two grids of heights kept as pictures, served as shaded raster tiles. Not a dataset of features. */
import type { BBox } from '#geodata/contract/geo.ts'

interface ReliefGrid {
  file: string
  /** Outer edges of the outermost cells. */
  bounds: BBox
  /** Cells per degree. */
  cellsPerDegree: number
}

/** Encoding of the grids, and of the tiles of a finer one: height in metres = red × 256 + green + blue / 256 − 32768 (terrarium). */
export const RELIEF = {
  id: 'relief',
  title: { en: 'Relief', ur: 'سطح زمین', zh: '地形起伏' },
  /** Asked first; the sea in it is the coarse grid resampled. */
  fine: { file: 'elevation.png', bounds: [56, 20, 84, 42], cellsPerDegree: 48 } satisfies ReliefGrid,
  /** Around the fine one; heights fade to 0 over its outermost degrees. */
  coarse: { file: 'elevation-coarse.png', bounds: [50, -5, 130, 45], cellsPerDegree: 12 } satisfies ReliefGrid,
  fadeDegrees: 2,
  /** Tiles exist inside these bounds, `[west, south, east, north]`. */
  bounds: [50, -5, 130, 45] satisfies BBox,
  minZoom: 0,
  maxZoom: 6,
  tileSize: 256,
  encoding: 'terrarium',
  attribution: ['SRTM30 (NASA, USGS)', 'ETOPO5 (NOAA National Geophysical Data Center, 1988)'],
  vintage: '2000 (land), 1988 (sea and surroundings)',
  licence: 'CC0-1.0',
  accuracy:
    'Land about 2.3 km a cell inside 56–84° E, 20–42° N, sea floor and everything around about 9 km. Summits are cut by about 1,000 m in the median, narrow valleys are filled: for shading and tint, not for slopes or sites.',
} as const

/** Heights of a grid that the host has configured, from the zoom where the atlas's own grids have no more to show. */
export const FINER_RELIEF = { id: 'relief-finer', minZoom: RELIEF.maxZoom + 1 } as const
