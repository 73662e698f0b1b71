/** Raster tiles (the relief), kept as the PNG files that are sent. */
import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { BBox } from '#geodata/contract/geo.ts'
import { tileBox } from '#geodata/spatial/area-test.ts'
import type { RasterState, RasterTile } from '../storage.ts'
import type { SqliteDatabase } from './open-database.ts'

const TileRow = z.object({ etag: z.string(), png: z.instanceof(Uint8Array) })
const TilesetRow = z.object({ id: z.string(), version: z.string(), min_zoom: z.number(), max_zoom: z.number() })
const ExtentRow = z.object({ west: z.number(), east: z.number(), north: z.number(), south: z.number() })

export interface RasterTable {
  tilesets(): RasterState[]
  get(tileset: string, z: number, x: number, y: number): RasterTile | undefined
  replace(tileset: string, tiles: Iterable<{ z: number; x: number; y: number; png: Uint8Array }>): void
}

export function rasterTable(db: SqliteDatabase): RasterTable {
  const select = db.prepare('SELECT etag, png FROM raster_tile WHERE tileset = ? AND z = ? AND x = ? AND y = ?')
  const insert = db.prepare('INSERT INTO raster_tile (tileset, z, x, y, etag, png) VALUES (?, ?, ?, ?, ?, ?)')
  const drop = db.prepare('DELETE FROM raster_tile WHERE tileset = ?')
  const selectTilesets = db.prepare('SELECT id, version, min_zoom, max_zoom FROM raster_tileset ORDER BY id')
  const selectExtent = db.prepare(
    'SELECT min(x) AS west, max(x) AS east, min(y) AS north, max(y) AS south FROM raster_tile WHERE tileset = ? AND z = ?',
  )
  const bboxOf = (id: string, zoom: number): BBox => {
    const { west, east, north, south } = ExtentRow.parse(selectExtent.get(id, zoom))
    const [left, , , top] = tileBox(zoom, west, north)
    const [, bottom, right] = tileBox(zoom, east, south)
    return [left, bottom, right, top]
  }
  const putTileset = db.prepare(
    `INSERT OR REPLACE INTO raster_tileset (id, version, min_zoom, max_zoom)
     SELECT :id, :version, min(z), max(z) FROM raster_tile WHERE tileset = :id HAVING count(*) > 0`,
  )
  const dropTileset = db.prepare('DELETE FROM raster_tileset WHERE id = ?')
  return {
    tilesets: () =>
      selectTilesets
        .all()
        .map((row) => TilesetRow.parse(row))
        .map(({ id, version, min_zoom, max_zoom }) => ({
          id,
          version,
          minZoom: min_zoom,
          maxZoom: max_zoom,
          bbox: bboxOf(id, max_zoom),
        })),
    get(tileset, zoom, x, y) {
      const row = select.get(tileset, zoom, x, y)
      return row === undefined ? undefined : TileRow.parse(row)
    },
    replace(tileset, tiles) {
      drop.run(tileset)
      dropTileset.run(tileset)
      const all = createHash('sha256')
      for (const { z: zoom, x, y, png } of tiles) {
        const digest = createHash('sha256').update(png).digest('base64url')
        all.update(`${zoom}/${x}/${y} ${digest}\n`)
        insert.run(tileset, zoom, x, y, digest.slice(0, 27), png)
      }
      putTileset.run({ id: tileset, version: all.digest('base64url').slice(0, 12) })
    },
  }
}
