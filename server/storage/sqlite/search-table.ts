/** Names cut into grams in a full-text index, with what a search result shows of their features. */
import * as z from 'zod'
import { gramsOf, normaliseName } from '#geodata/search/grams.ts'
import { searchEntry } from '#geodata/search/search-entry.ts'
import { bboxOf } from '#geodata/spatial/bbox.ts'
import { labelPoint } from '#geodata/spatial/label-point.ts'
import type { Feature, SearchCandidate } from '../storage.ts'
import type { SqliteDatabase } from './open-database.ts'

const HitRow = z.object({
  dataset: z.string(),
  id: z.string(),
  name: z.string(),
  name_en: z.string().nullable(),
  name_ur: z.string().nullable(),
  name_zh: z.string().nullable(),
  kind: z.string().nullable(),
  province: z.string().nullable(),
  ...{ west: z.number(), south: z.number(), east: z.number(), north: z.number(), lon: z.number(), lat: z.number() },
  weight: z.number(),
})

export interface SearchTable {
  /** Stores the names of a feature in place of those it had; features without a place are not found on a map and left out. */
  put(key: number, dataset: string, feature: Feature): void
  remove(key: number): void
  candidates(query: string, limit: number): SearchCandidate[]
}

export function searchTable(db: SqliteDatabase): SearchTable {
  const insert = db.prepare(
    `INSERT INTO search_feature
       (feature, name_en, name_ur, name_zh, kind, province, west, south, east, north, lon, lat, weight)
     VALUES (:key, :en, :ur, :zh, :kind, :province, :west, :south, :east, :north, :lon, :lat, :weight)`,
  )
  const insertName = db.prepare('INSERT INTO search_name (feature, name) VALUES (?, ?)')
  const insertGrams = db.prepare('INSERT INTO search_gram (rowid, grams) VALUES (?, ?)')
  const remove = db.prepare('DELETE FROM search_feature WHERE feature = ?')
  const find = db.prepare(
    `WITH hit AS (SELECT rowid AS name, rank FROM search_gram WHERE search_gram MATCH :match ORDER BY rank LIMIT :limit)
     SELECT dataset.id AS dataset, feature.id, search_name.name, search_feature.name_en, search_feature.name_ur,
            search_feature.name_zh, kind, search_feature.province, search_feature.west, search_feature.south,
            search_feature.east, search_feature.north, lon, lat, weight
     FROM hit
     JOIN search_name ON search_name.pk = hit.name
     JOIN search_feature ON search_feature.feature = search_name.feature
     JOIN feature ON feature.pk = search_name.feature
     JOIN dataset ON dataset.number = feature.dataset
     ORDER BY hit.rank, search_name.pk`,
  )
  return {
    put(key, dataset, { properties, geometry }) {
      remove.run(key)
      const { names, kind, province, weight } = searchEntry(dataset, properties)
      if (geometry === null || names.length === 0) return
      const [west, south, east, north] = bboxOf(geometry)
      const [lon, lat] = labelPoint(geometry)
      insert.run({ key, ...properties.name, kind, province, west, south, east, north, lon, lat, weight })
      for (const name of names) {
        const grams = gramsOf(normaliseName(name))
        if (grams.length > 0) insertGrams.run(insertName.run(key, name).lastInsertRowid, grams.join(' '))
      }
    },
    remove: (key) => void remove.run(key),
    candidates(query, limit) {
      const grams = gramsOf(normaliseName(query)).slice(0, 60)
      if (grams.length === 0) return []
      const match = grams.map((gram) => `"${gram}"`).join(' OR ')
      return find
        .all({ match, limit })
        .map((row) => HitRow.parse(row))
        .map((row) => ({
          ref: { dataset: row.dataset, id: row.id },
          matched: row.name,
          name: { en: row.name_en, ur: row.name_ur, zh: row.name_zh },
          ...{ kind: row.kind, province: row.province, weight: row.weight },
          bbox: [row.west, row.south, row.east, row.north],
          position: [row.lon, row.lat],
        }))
    },
  }
}
