/**
 * GeoPackage 1.3 (OGC 12-128r17): a SQLite file, hence written by the driver of the store, shapes by a library of well-known
 * binary. One table of features with its R*Tree, or of attributes where the dataset has no places; the notice as metadata,
 * units in the table of columns. It cannot be streamed: pages of a database are written in no order.
 */
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { BBox } from '#geodata/contract/geo.ts'
import { bboxOf, bboxUnion } from '#geodata/spatial/bbox.ts'
import { type Column, cellOf } from '../columns.ts'
import type { ExportContent, ExportFormat, ExportRow } from '../format.ts'
import { inTemporaryFolder } from '../temporary-folder.ts'
import { describeContents } from './describe-contents.ts'
import { geometryBlob } from './geometry-blob.ts'
import { rtreeTriggers } from './rtree-triggers.ts'
import { BASE_TABLES, quoted, tableName } from './tables.ts'

export const geopackage: ExportFormat = {
  id: 'gpkg',
  title: 'GeoPackage',
  extension: 'gpkg',
  mediaType: 'application/geopackage+sqlite3',
  holdsTables: true,
  write: (content) =>
    inTemporaryFolder(async function* (folder) {
      const path = join(folder, 'export.gpkg')
      await writeDatabase(path, content)
      yield* createReadStream(path)
    }),
}

const COLUMN_TYPES = {
  text: 'TEXT',
  number: 'DOUBLE',
  integer: 'INTEGER',
  boolean: 'BOOLEAN',
  json: 'TEXT',
} as const satisfies Record<Column['kind'], string>

async function writeDatabase(path: string, content: ExportContent): Promise<void> {
  const db = new Database(path)
  try {
    // Nobody else sees the file, and an unfinished one is thrown away.
    db.pragma('journal_mode = OFF')
    db.pragma('synchronous = OFF')
    db.exec(BASE_TABLES)
    db.exec('BEGIN')
    createFeatureTable(db, content)
    const bounds = await insertRows(db, content)
    describeContents(db, content, bounds)
    db.exec('COMMIT')
  } finally {
    db.close()
  }
}

function createFeatureTable(db: Database.Database, { dataset, columns }: ExportContent): void {
  const table = tableName(dataset.id)
  const definitions = [
    'fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL',
    ...(dataset.geometry === 'none' ? [] : ['geom BLOB']),
    ...columns.map(({ name, kind }) => `${quoted(name)} ${COLUMN_TYPES[kind]}`),
  ]
  db.exec(`CREATE TABLE ${quoted(table)} (${definitions.join(', ')})`)
  if (dataset.geometry !== 'none')
    db.exec(`CREATE VIRTUAL TABLE ${quoted(`rtree_${table}_geom`)} USING rtree(id, minx, maxx, miny, maxy)`)
}

/** The box of all; null where nothing has a place. */
async function insertRows(db: Database.Database, { dataset, columns, rows }: ExportContent): Promise<BBox | null> {
  const table = tableName(dataset.id)
  const hasPlaces = dataset.geometry !== 'none'
  const names = [...(hasPlaces ? ['geom'] : []), ...columns.map(({ name }) => name)]
  const insert = db.prepare(
    `INSERT INTO ${quoted(table)} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  )
  const insertBox = hasPlaces ? db.prepare(`INSERT INTO ${quoted(`rtree_${table}_geom`)} VALUES (?, ?, ?, ?, ?)`) : null
  let bounds: BBox | null = null
  for await (const row of rows()) {
    const { lastInsertRowid } = insert.run(...valuesOf(row, dataset.geometry))
    if (row.geometry === null || !insertBox) continue
    const box = bboxOf(row.geometry)
    const [west, south, east, north] = box
    insertBox.run(lastInsertRowid, west, east, south, north)
    bounds = bounds ? bboxUnion(bounds, box) : box
  }
  // Triggers call functions that only GeoPackage readers have, so they come after the rows.
  if (hasPlaces) db.exec(rtreeTriggers(table))
  return bounds
}

function valuesOf({ geometry, values }: ExportRow, kind: ExportContent['dataset']['geometry']) {
  const cells = values.map((value) => {
    const cell = cellOf(value)
    return typeof cell === 'boolean' ? Number(cell) : cell
  })
  if (kind === 'none') return cells
  return [geometry && geometryBlob(geometry, kind !== 'mixed'), ...cells]
}
