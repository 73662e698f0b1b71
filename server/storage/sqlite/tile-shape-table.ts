/** Shapes cut for tiles, found by dataset, zoom and place. */
import * as z from 'zod'
import { bufferedTile } from '#geodata/spatial/mercator.ts'
import type { CutShape } from '#geodata/tiling/cut-features.ts'
import { boxOfParts } from '#geodata/tiling/ring.ts'
import type { TileFeature } from '../storage.ts'
import { datasetDimension, heldInInt32, zoomDimension } from './boxes.ts'
import type { SqliteDatabase } from './open-database.ts'
import { packParts, unpackParts } from './tile-shape-blob.ts'

/** Asked thousands of times a tile: checked by hand, not by a schema. */
interface ShapeRow {
  id: string
  kind: TileFeature['type']
  properties: string
  parts: Uint8Array
}

const StoredShape = z.object({
  kind: z.enum(['point', 'line', 'area']),
  parts: z.instanceof(Uint8Array),
  min_zoom: z.number(),
  max_zoom: z.number(),
})

export interface TileShapeTable {
  inTile(dataset: number, z: number, x: number, y: number): TileFeature[]
  ofFeature(feature: number): CutShape[]
  insert(dataset: number, feature: number, shapes: readonly CutShape[], properties: TileFeature['properties']): void
  removeOfFeature(feature: number): void
}

export function tileShapeTable(db: SqliteDatabase): TileShapeTable {
  const inTile = db.prepare<unknown[], ShapeRow>(
    `SELECT feature.id, tile_shape.kind, tile_shape.properties, tile_shape.parts
     FROM tile_box
     JOIN tile_shape ON tile_shape.pk = tile_box.shape
     JOIN feature ON feature.pk = tile_shape.feature
     WHERE dataset_low = :dataset AND tile_box.min_zoom <= :zoom AND tile_box.max_zoom >= :zoom
       AND min_x <= :max_x AND max_x >= :min_x AND min_y <= :max_y AND max_y >= :min_y
     ORDER BY tile_shape.pk`,
  )
  const ofFeature = db.prepare(
    `SELECT kind, parts, tile_shape.min_zoom, tile_shape.max_zoom FROM tile_shape WHERE feature = ? ORDER BY min_zoom`,
  )
  const insert = db.prepare(
    `INSERT INTO tile_shape (feature, kind, min_zoom, max_zoom, properties, parts) VALUES (?, ?, ?, ?, ?, ?)`,
  )
  const insertBox = db.prepare(
    `INSERT INTO tile_box (shape, min_x, max_x, min_y, max_y, min_zoom, max_zoom, dataset_low, dataset_high)
     VALUES (:shape, :min_x, :max_x, :min_y, :max_y, :min_zoom, :max_zoom, :dataset, :dataset)`,
  )
  const remove = db.prepare('DELETE FROM tile_shape WHERE feature = ?')
  return {
    inTile(dataset, zoom, x, y) {
      const box = bufferedTile(zoom, x, y)
      const [minX, maxX] = heldInInt32(box.minX, box.maxX)
      const [minY, maxY] = heldInInt32(box.minY, box.maxY)
      const rows = inTile.all({
        ...{ dataset: datasetDimension(dataset), zoom: zoomDimension(zoom) },
        ...{ min_x: minX, max_x: maxX, min_y: minY, max_y: maxY },
      })
      return rows.map(({ id, kind, properties, parts }) => ({
        id,
        type: kind,
        parts: unpackParts(parts),
        properties: JSON.parse(properties) as TileFeature['properties'],
      }))
    },
    ofFeature: (feature) =>
      ofFeature
        .all(feature)
        .map((row) => StoredShape.parse(row))
        .map(({ kind, parts, min_zoom, max_zoom }) => ({
          ...{ type: kind, minZoom: min_zoom, maxZoom: max_zoom },
          parts: unpackParts(parts),
        })),
    insert(dataset, feature, shapes, properties) {
      const text = JSON.stringify(properties)
      for (const { type, minZoom, maxZoom, parts } of shapes) {
        const box = boxOfParts(parts)
        const shape = insert.run(feature, type, minZoom, maxZoom, text, packParts(parts)).lastInsertRowid
        insertBox.run({
          ...{ shape, min_x: box.minX, max_x: box.maxX, min_y: box.minY, max_y: box.maxY },
          ...{ min_zoom: zoomDimension(minZoom), max_zoom: zoomDimension(maxZoom) },
          dataset: datasetDimension(dataset),
        })
      }
    },
    removeOfFeature: (feature) => void remove.run(feature),
  }
}
