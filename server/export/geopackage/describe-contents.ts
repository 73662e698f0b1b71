/** What a GeoPackage says of its one table: kind, extent, columns with units, licence and sources as metadata. */
import type Database from 'better-sqlite3'
import type { BBox } from '#geodata/contract/geo.ts'
import type { ExportContent } from '../format.ts'
import { noticeText } from '../notice.ts'
import { tableName } from './tables.ts'

const WGS84 = 4326
/** JSON has no metadata standard of its own to name; the address of the media type's definition is what the standard asks for. */
const JSON_STANDARD = 'https://www.rfc-editor.org/rfc/rfc8259'
const GEOMETRY_TYPES = { point: 'POINT', line: 'MULTILINESTRING', area: 'MULTIPOLYGON', mixed: 'GEOMETRY' } as const

export function describeContents(
  db: Database.Database,
  { dataset, columns, notice }: ExportContent,
  bounds: BBox | null,
): void {
  const table = tableName(dataset.id)
  const hasPlaces = dataset.geometry !== 'none'
  const box = bounds ?? [null, null, null, null]
  db.prepare('INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
    ...[table, hasPlaces ? 'features' : 'attributes', notice.title, noticeText(notice), notice.takenOn],
    ...[...box, hasPlaces ? WGS84 : null],
  )
  if (dataset.geometry !== 'none') {
    db.prepare('INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)').run(
      ...[table, 'geom', GEOMETRY_TYPES[dataset.geometry], WGS84],
    )
    db.prepare('INSERT INTO gpkg_extensions VALUES (?, ?, ?, ?, ?)').run(
      ...[table, 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec130/#extension_rtree', 'write-only'],
    )
  }
  const describe = db.prepare('INSERT INTO gpkg_data_columns VALUES (?, ?, NULL, ?, ?, ?, NULL)')
  for (const { name, kind, unit } of columns)
    describe.run(table, name, name, unit && `in ${unit}`, kind === 'json' ? 'application/json' : null)
  db.prepare("INSERT INTO gpkg_metadata VALUES (1, 'dataset', ?, 'application/json', ?)").run(
    ...[JSON_STANDARD, JSON.stringify(notice)],
  )
  db.prepare("INSERT INTO gpkg_metadata_reference VALUES ('table', ?, NULL, NULL, ?, 1, NULL)").run(
    ...[table, notice.takenOn],
  )
}
