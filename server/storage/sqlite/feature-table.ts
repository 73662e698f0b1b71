/** Features of every dataset, whole, and their boxes. */
import * as z from 'zod'
import { FeatureProperties } from '#geodata/contract/dataset.ts'
import type { BBox, Geometry } from '#geodata/contract/geo.ts'
import { bboxOf } from '#geodata/spatial/bbox.ts'
import type { Feature } from '../storage.ts'
import { datasetDimension, type IntegerBox, inDegrees, outward } from './boxes.ts'
import type { SqliteDatabase } from './open-database.ts'

/** Made once: a schema costs far more to make than to ask. */
const Properties = z.looseObject(FeatureProperties.shape)
const FeatureRow = z.object({ id: z.string(), properties: z.string(), geometry: z.string().nullable() })
const BoxRow = z.object({ id: z.string(), west: z.number(), south: z.number(), east: z.number(), north: z.number() })
const KeyRow = z.object({ pk: z.number() })
/** More candidates than this and it is quicker to walk the features by id. */
const WALK_FROM = 4000

export interface FeatureTable {
  get(dataset: number, id: string): Feature | undefined
  page(dataset: number, page: { limit: number; after?: string }): Feature[]
  candidates(dataset: number, bbox: BBox, page: { limit: number; after?: string }): Feature[]
  boxes(dataset: number, bbox: BBox): { id: string; bbox: BBox }[]
  key(dataset: number, id: string): number | undefined
  /** Inserts or replaces; returns the key, which a feature keeps as long as it lives. */
  put(dataset: number, feature: Feature): number
  all(dataset: number): { key: number; feature: Feature }[]
  remove(key: number): void
  removeAll(dataset: number): void
}

export function featureTable(db: SqliteDatabase): FeatureTable {
  const byId = db.prepare('SELECT id, properties, geometry FROM feature WHERE dataset = ? AND id = ?')
  const keyById = db.prepare('SELECT pk FROM feature WHERE dataset = ? AND id = ?').pluck()
  const inOrder = db.prepare(
    'SELECT id, properties, geometry FROM feature WHERE dataset = ? AND id > ? ORDER BY id LIMIT ?',
  )
  const idsInBox = db
    .prepare(
      `SELECT id FROM feature_box
       WHERE dataset_low = :dataset_dimension AND west <= :east AND east >= :west AND south <= :north AND north >= :south
       LIMIT :limit`,
    )
    .pluck()
  const boxesInBox = db.prepare(
    `SELECT id, west, south, east, north FROM feature_box
     WHERE dataset_low = :dataset_dimension AND west <= :east AND east >= :west AND south <= :north AND north >= :south`,
  )
  const walk = db.prepare(
    `SELECT id, properties, geometry FROM feature
     WHERE dataset = :dataset AND id > :after
       AND west <= :east AND east >= :west AND south <= :north AND north >= :south
     ORDER BY id LIMIT :limit`,
  )
  const upsert = db
    .prepare(
      `INSERT INTO feature (dataset, id, west, south, east, north, properties, geometry)
       VALUES (:dataset, :id, :west, :south, :east, :north, :properties, :geometry)
       ON CONFLICT (dataset, id) DO UPDATE SET
         west = excluded.west, south = excluded.south, east = excluded.east, north = excluded.north,
         properties = excluded.properties, geometry = excluded.geometry
       RETURNING pk`,
    )
    .pluck()
  const dropBox = db.prepare('DELETE FROM feature_box WHERE feature = ?')
  const insertBox = db.prepare(
    `INSERT INTO feature_box (feature, west, east, south, north, dataset_low, dataset_high, id)
     VALUES (:key, :west, :east, :south, :north, :dimension, :dimension, :id)`,
  )
  const everything = db.prepare('SELECT pk, id, properties, geometry FROM feature WHERE dataset = ? ORDER BY id')
  const remove = db.prepare('DELETE FROM feature WHERE pk = ?')
  const removeAll = db.prepare('DELETE FROM feature WHERE dataset = ?')
  const nowhere: Record<keyof IntegerBox, null> = { west: null, south: null, east: null, north: null }

  return {
    get(dataset, id) {
      const row = byId.get(dataset, id)
      return row === undefined ? undefined : parseFeature(row)
    },
    page: (dataset, { limit, after = '' }) => inOrder.all(dataset, after, limit).map(parseFeature),
    candidates(dataset, bbox, { limit, after = '' }) {
      const box = { ...outward(bbox), dataset_dimension: datasetDimension(dataset) }
      const ids = idsInBox.all({ ...box, limit: WALK_FROM + 1 }).map((id) => z.string().parse(id))
      if (ids.length > WALK_FROM) return walk.all({ ...outward(bbox), dataset, after, limit }).map(parseFeature)
      return ids
        .filter((id) => id > after)
        .sort()
        .slice(0, limit)
        .map((id) => parseFeature(byId.get(dataset, id)))
    },
    boxes: (dataset, bbox) =>
      boxesInBox.all({ ...outward(bbox), dataset_dimension: datasetDimension(dataset) }).map((row) => {
        const { id, ...box } = BoxRow.parse(row)
        return { id, bbox: inDegrees(box) }
      }),
    key: (dataset, id) => z.number().optional().parse(keyById.get(dataset, id)),
    put(dataset, { id, geometry, properties }) {
      const box = geometry === null ? nowhere : outward(bboxOf(geometry))
      const texts = {
        properties: JSON.stringify(properties),
        geometry: geometry === null ? null : JSON.stringify(geometry),
      }
      const key = z.number().parse(upsert.get({ dataset, id, ...box, ...texts }))
      dropBox.run(key)
      if (geometry !== null) insertBox.run({ key, id, ...box, dimension: datasetDimension(dataset) })
      return key
    },
    all: (dataset) => everything.all(dataset).map((row) => ({ key: KeyRow.parse(row).pk, feature: parseFeature(row) })),
    remove: (key) => void remove.run(key),
    removeAll: (dataset) => void removeAll.run(dataset),
  }
}

export function parseFeature(row: unknown): Feature {
  const { id, properties, geometry } = FeatureRow.parse(row)
  return {
    id,
    // Both passed the dataset's own schema before they were stored; here only the shape that code relies on is checked.
    properties: Properties.parse(JSON.parse(properties)),
    geometry: geometry === null ? null : (JSON.parse(geometry) as Geometry),
  }
}
