/** GeoPackages as areas: well-known binary against wkx, layers and reference systems out of files made by SQLite itself. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import wkx from 'wkx'
import { readGeoPackage } from '#client/features/ask/file/read-geopackage.ts'
import { readWkb } from '#client/features/ask/file/read-wkb.ts'
import type { Position } from '#geodata/contract/geo.ts'
import { CRSS, toCrs } from '#geodata/spatial/crs.ts'

const WASM = join(import.meta.dirname, '../../../../../node_modules/sql.js/dist/sql-wasm.wasm')

const coordinate = fc.double({ min: -180, max: 180, noNaN: true }).map((degrees) => degrees || 0)
const position = fc.tuple(coordinate, coordinate)
const line = fc.array(position, { minLength: 2, maxLength: 6 })
const ring = fc.array(position, { minLength: 3, maxLength: 6 }).map((corners) => [...corners, corners[0] ?? [0, 0]])
const rings = fc.array(ring, { minLength: 1, maxLength: 3 })
const shape = fc.oneof(
  position.map((coordinates) => ({ type: 'Point', coordinates })),
  line.map((coordinates) => ({ type: 'LineString', coordinates })),
  rings.map((coordinates) => ({ type: 'Polygon', coordinates })),
  line.map((coordinates) => ({ type: 'MultiPoint', coordinates })),
  fc.array(line, { minLength: 1, maxLength: 3 }).map((coordinates) => ({ type: 'MultiLineString', coordinates })),
  fc.array(rings, { minLength: 1, maxLength: 3 }).map((coordinates) => ({ type: 'MultiPolygon', coordinates })),
)
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
/** The same with heights. */
const raised = (value: unknown): unknown =>
  Array.isArray(value) ? (typeof value[0] === 'number' ? [...value, 1200] : value.map(raised)) : value

describe('well-known binary', () => {
  test('says what wkx wrote, with and without heights, plain and extended', () => {
    fc.assert(
      fc.property(shape, fc.boolean(), fc.boolean(), (geometry, hasHeight, isExtended) => {
        const given = hasHeight ? { ...geometry, coordinates: raised(geometry.coordinates) } : geometry
        const written = wkx.Geometry.parseGeoJSON(given)
        const bytes = isExtended ? written.toEwkb() : written.toWkb()
        expect(readWkb(viewOf(bytes))).toEqual([geometry])
      }),
    )
  })

  test('of a collection gives its parts, of an empty point nothing', () => {
    const at = { type: 'Point', coordinates: [66, 29] }
    const collection = wkx.Geometry.parseGeoJSON({ type: 'GeometryCollection', geometries: [at, at] })
    expect(readWkb(viewOf(collection.toWkb()))).toEqual([at, at])
    expect(readWkb(viewOf(wkx.Geometry.parse('POINT EMPTY').toWkb()))).toEqual([])
  })

  test('that is cut short or made up is refused and never read beyond its end', () => {
    fc.assert(
      fc.property(shape, fc.nat(400), fc.uint8Array({ maxLength: 60 }), (geometry, length, noise) => {
        const bytes = wkx.Geometry.parseGeoJSON(geometry).toWkb()
        if (length < bytes.length) expect(() => readWkb(viewOf(bytes.subarray(0, length)))).toThrow(RangeError)
        try {
          readWkb(viewOf(Uint8Array.from(noise)))
        } catch (fault) {
          expect(fault).toBeInstanceOf(RangeError)
        }
      }),
    )
  })
})

/** A file with one layer, its header as the standard has it (little-endian, no envelope). */
function geoPackage(srs: number, organisation: string, geometries: readonly object[]): ArrayBuffer {
  const folder = mkdtempSync(join(tmpdir(), 'orelink-gpkg-'))
  const path = join(folder, 'a.gpkg')
  try {
    const database = new Database(path)
    database.exec(`
      CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER, definition TEXT);
      CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER);
      CREATE TABLE "a ""b" (id INTEGER PRIMARY KEY, geom BLOB);
      INSERT INTO gpkg_geometry_columns VALUES ('a "b', 'geom', 'GEOMETRY', ${srs}, 0, 0);`)
    database.prepare('INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?)').run('x', srs, organisation, srs, 'x')
    const insert = database.prepare('INSERT INTO "a ""b" (geom) VALUES (?)')
    for (const geometry of geometries) {
      const header = Buffer.from([0x47, 0x50, 0, 1, 0, 0, 0, 0])
      insert.run(Buffer.concat([header, wkx.Geometry.parseGeoJSON(geometry).toWkb()]))
    }
    insert.run(null)
    database.close()
    return Uint8Array.from(readFileSync(path)).buffer
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('a GeoPackage', () => {
  const at: Position = [66.5, 29.25]

  test('in degrees is read as it stands', async () => {
    const geometry = { type: 'Point', coordinates: [...at] }
    expect(await readGeoPackage(geoPackage(4326, 'EPSG', [geometry, geometry]), WASM)).toEqual([geometry, geometry])
  })

  test.each([32642, 3857, 24312])('in EPSG:%i is turned into degrees', async (epsg) => {
    const crs = CRSS.find((one) => one.epsg === epsg)
    if (!crs) throw new Error(`no EPSG:${epsg}`)
    const [found] = await readGeoPackage(
      geoPackage(epsg, 'epsg', [{ type: 'Point', coordinates: toCrs({ ...crs, axes: 'east-north' }, at) }]),
      WASM,
    )
    const [lon, lat] = (found?.coordinates ?? []) as number[]
    expect(lon).toBeCloseTo(at[0], 6)
    expect(lat).toBeCloseTo(at[1], 6)
  })

  test('in a system that is not known here is refused by its number', async () => {
    const file = geoPackage(2154, 'EPSG', [{ type: 'Point', coordinates: [700_000, 6_600_000] }])
    await expect(readGeoPackage(file, WASM)).rejects.toMatchObject({ code: 'srs', found: 2154 })
  })

  test('that is none is refused', async () => {
    await expect(readGeoPackage(new TextEncoder().encode('not a database').buffer, WASM)).rejects.toThrow()
  })
})
