/**
 * The geometries of every layer of a GeoPackage (OGC 12-128), on this machine alone: SQLite as WebAssembly (sql.js), fetched
 * with this file when the first GeoPackage is opened. Reference systems that geodata/spatial/crs.ts knows are turned into
 * degrees, any other is refused by its number.
 */
import initSqlJs, { type Database } from 'sql.js'
import wasmUrl from 'sql.js/dist/sql-wasm-browser.wasm?url'
import * as z from 'zod'
import { CRSS, type Crs, fromCrs } from '#geodata/spatial/crs.ts'
import { type PlainGeometry, readWkb } from './read-wkb.ts'
import { MOST_POSITIONS, ShapeFault } from './shape-fault.ts'

const Layer = z.tuple([z.string(), z.string(), z.number(), z.number(), z.string()])
const LAYERS = `SELECT c.table_name, c.column_name, c.srs_id, s.organization_coordsys_id, s.organization
  FROM gpkg_geometry_columns AS c JOIN gpkg_spatial_ref_sys AS s USING (srs_id)`
/** Bytes of the envelope in the header of a geometry, by its flags (table 6 of the standard). */
const ENVELOPE_BYTES = [0, 32, 48, 48, 64]

/** `wasm`: where SQLite lies, for tests without a bundler. Throws a ShapeFault, or an error of SQLite where it is none. */
export async function readGeoPackage(bytes: ArrayBuffer, wasm = wasmUrl): Promise<PlainGeometry[]> {
  const { Database } = await initSqlJs({ locateFile: () => wasm })
  const database = new Database(new Uint8Array(bytes))
  try {
    const layers = (database.exec(LAYERS)[0]?.values ?? []).map((row) => Layer.parse(row))
    return layers.flatMap(([table, column, srs, code, organisation]) => {
      const crs = crsOf(srs, organisation.toUpperCase() === 'EPSG' ? code : srs)
      return geometriesIn(database, table, column).map((geometry) => inDegrees(geometry, crs))
    })
  } finally {
    database.close()
  }
}

/** −1 and 0 are undefined systems: nobody knows where their coordinates lie. */
function crsOf(srs: number, epsg: number): Crs | null {
  if (epsg === 4326) return null
  const known = CRSS.find((crs) => crs.epsg === epsg)
  if (!known || srs <= 0) throw new ShapeFault('srs', epsg)
  return known
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** More rows than positions that may be asked about need not be read. */
function geometriesIn(database: Database, table: string, column: string): PlainGeometry[] {
  const name = quoted(column)
  const statement = database.prepare(
    `SELECT ${name} FROM ${quoted(table)} WHERE ${name} IS NOT NULL LIMIT ${MOST_POSITIONS + 1}`,
  )
  const found: PlainGeometry[] = []
  try {
    while (statement.step()) {
      const [blob] = statement.get()
      if (blob instanceof Uint8Array) found.push(...readBlob(blob))
    }
  } finally {
    statement.free()
  }
  return found
}

/** `GP`, version, flags, reference system, envelope; then well-known binary. */
function readBlob(blob: Uint8Array): PlainGeometry[] {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength)
  if (view.getUint16(0) !== 0x4750) throw new ShapeFault('unreadable')
  const flags = view.getUint8(3)
  const envelope = ENVELOPE_BYTES[(flags >> 1) & 7]
  const isEmpty = (flags & 0x10) !== 0
  if (envelope === undefined || (flags & 0x20) !== 0) throw new ShapeFault('unreadable')
  return isEmpty ? [] : readWkb(new DataView(blob.buffer, blob.byteOffset + 8 + envelope))
}

/** GeoPackages keep east before north whatever the system's own order is. */
function inDegrees({ type, coordinates }: PlainGeometry, crs: Crs | null): PlainGeometry {
  return { type, coordinates: crs === null ? coordinates : turned(coordinates, { ...crs, axes: 'east-north' }) }
}

function turned(coordinates: readonly unknown[], crs: Crs): unknown[] {
  const [east, north] = coordinates
  if (typeof east === 'number' && typeof north === 'number') return fromCrs(crs, [east, north])
  return coordinates.map((part) => (Array.isArray(part) ? turned(part, crs) : part))
}
