/** Encoded vector tiles, and which of them a shape touches. */
import * as z from 'zod'
import { bufferedTile, tileRange } from '#geodata/spatial/mercator.ts'
import { clipParts } from '#geodata/tiling/clip-parts.ts'
import type { CutShape } from '#geodata/tiling/cut-features.ts'
import { boxOfParts } from '#geodata/tiling/ring.ts'
import type { StoredTile } from '../storage.ts'
import type { SqliteDatabase } from './open-database.ts'

export interface TileAddress {
  tileset: string
  z: number
  x: number
  y: number
}

const TileRow = z.object({ etag: z.string(), gzip: z.instanceof(Uint8Array) })
const AddressRow = z.object({ z: z.number(), x: z.number(), y: z.number() })

export interface TileTable {
  get(tileset: string, z: number, x: number, y: number): StoredTile | undefined
  put(tileset: string, z: number, x: number, y: number, tile: StoredTile): void
  /** Drops the stored tiles of these tilesets that any of the shapes touches, buffer included; returns them. */
  dropTouched(tilesets: readonly string[], shapes: readonly CutShape[]): TileAddress[]
  dropAll(tileset: string): void
}

export function tileTable(db: SqliteDatabase): TileTable {
  const select = db.prepare('SELECT etag, gzip FROM tile WHERE tileset = ? AND z = ? AND x = ? AND y = ?')
  const insert = db.prepare('INSERT OR REPLACE INTO tile (tileset, z, x, y, etag, gzip) VALUES (?, ?, ?, ?, ?, ?)')
  const inRange = db.prepare(
    'SELECT z, x, y FROM tile WHERE tileset = ? AND z = ? AND x BETWEEN ? AND ? AND y BETWEEN ? AND ?',
  )
  const zooms = db.prepare('SELECT DISTINCT z FROM tile WHERE tileset = ? AND z BETWEEN ? AND ?').pluck()
  const drop = db.prepare('DELETE FROM tile WHERE tileset = ? AND z = ? AND x = ? AND y = ?')
  const dropAll = db.prepare('DELETE FROM tile WHERE tileset = ?')

  function touchedBy(tileset: string, { type, parts, minZoom, maxZoom }: CutShape): TileAddress[] {
    const box = boxOfParts(parts)
    return zooms.all(tileset, minZoom, maxZoom).flatMap((found) => {
      const zoom = z.number().parse(found)
      const range = tileRange(zoom, box)
      return inRange
        .all(tileset, zoom, range.minX, range.maxX, range.minY, range.maxY)
        .map((row) => AddressRow.parse(row))
        .filter(({ x, y }) => clipParts(type, parts, bufferedTile(zoom, x, y)).length > 0)
        .map((address) => ({ tileset, ...address }))
    })
  }

  return {
    get(tileset, zoom, x, y) {
      const row = select.get(tileset, zoom, x, y)
      return row === undefined ? undefined : TileRow.parse(row)
    },
    put: (tileset, zoom, x, y, { etag, gzip }) => void insert.run(tileset, zoom, x, y, etag, gzip),
    dropTouched(tilesets, shapes) {
      const dropped: TileAddress[] = []
      for (const tileset of tilesets)
        for (const shape of shapes)
          for (const address of touchedBy(tileset, shape)) {
            drop.run(tileset, address.z, address.x, address.y)
            dropped.push(address)
          }
      return dropped
    },
    dropAll: (tileset) => void dropAll.run(tileset),
  }
}
