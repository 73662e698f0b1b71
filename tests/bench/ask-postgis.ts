/**
 * The same data and questions in PostGIS: points and lines as geography and as geometry, GiST on both, what a reader lists in
 * columns of its own, indexes on what is filtered. Areas are asked in the plane of degrees, as ours are, distances as geography.
 */
import type pg from 'pg'
import type { Deposit } from '#geodata/contract/deposit.ts'
import type { Position } from '#geodata/contract/geo.ts'
import { contentsOf } from '#geodata/deposit/contained-metal.ts'
import { factsOf } from '#server/queries/facts.ts'
import type { Feature } from '#server/storage/storage.ts'
import type { Postgis } from '#tests/property/outside-tools.ts'

export interface SqlQuestion {
  /** Statements of one name are prepared once. */
  name: string
  text: string
  values: (string | number)[]
  /** How many there are, out of the rows. */
  count(rows: pg.QueryResultRow[]): number
}

const point = (lon: number, lat: number) => `ST_SetSRID(ST_MakePoint($${lon},$${lat}),4326)::geography`
const LISTED = 'id, name, quality, facts'
const counted = (rows: pg.QueryResultRow[]): number => Number(rows[0]?.total ?? 0)

export const ASK_SQL = {
  nearest: (table: string, [lon, lat]: Position): SqlQuestion => ({
    name: `nearest ${table}`,
    text: `SELECT ${LISTED}, ST_Distance(geog, ${point(1, 2)}) AS away FROM ${table} ORDER BY geog <-> ${point(1, 2)} LIMIT 10`,
    values: [lon, lat],
    count: (rows) => rows.length,
  }),
  radius: ([lon, lat]: Position, km: number, limit: number): SqlQuestion => ({
    name: 'radius',
    text: `WITH hit AS MATERIALIZED (SELECT id, ST_Distance(geog, ${point(1, 2)}) AS away FROM deposits
             WHERE ST_DWithin(geog, ${point(1, 2)}, $3))
           SELECT ${LISTED}, away, (SELECT count(*) FROM hit) AS total
           FROM (SELECT * FROM hit ORDER BY away LIMIT $4) AS first JOIN deposits USING (id) ORDER BY away`,
    values: [lon, lat, km * 1000, limit],
    count: counted,
  }),
  within: (area: string, limit: number): SqlQuestion => ({
    // The area is a constant of the statement: a prepared one could not use its box.
    name: '',
    text: `WITH hit AS MATERIALIZED (SELECT id FROM deposits WHERE ST_Intersects(geom, ${area}))
           SELECT ${LISTED}, ST_X(geom), ST_Y(geom), (SELECT count(*) FROM hit) AS total
           FROM (SELECT id FROM hit ORDER BY id LIMIT $1) AS first JOIN deposits USING (id) ORDER BY id`,
    values: [limit],
    count: counted,
  }),
  band: (corridor: string, km: number): SqlQuestion => ({
    name: 'band',
    text: `SELECT ${LISTED}, ST_Distance(d.geog, c.geog) AS away, ST_LineLocatePoint(c.geom, d.geom) AS share
           FROM corridors AS c JOIN deposits AS d ON ST_DWithin(d.geog, c.geog, $2) WHERE c.corridor = $1 ORDER BY share`,
    values: [corridor, km * 1000],
    count: (rows) => rows.length,
  }),
  filtered: ([lon, lat]: Position, km: number, limit: number): SqlQuestion => ({
    name: 'filtered',
    text: `WITH hit AS MATERIALIZED (SELECT id, properties, geom FROM deposits
             WHERE 'copper' = ANY (commodities) AND status = 'exploration' AND ST_DWithin(geog, ${point(1, 2)}, $3))
           SELECT id, properties, ST_X(geom), ST_Y(geom), (SELECT count(*) FROM hit) AS total FROM hit ORDER BY id LIMIT $4`,
    values: [lon, lat, km * 1000, limit],
    count: counted,
  }),
  summary: (): SqlQuestion => ({
    name: 'summary',
    text: `WITH deposit AS (SELECT district, status, count(*) AS deposits FROM deposits WHERE part_of IS NULL GROUP BY 1, 2),
             parts AS (SELECT district, count(*) AS parts FROM deposits WHERE part_of IS NOT NULL GROUP BY 1),
             metal AS (SELECT district, commodity, category, sum(tonnes) AS tonnes, count(*) AS stated FROM metal GROUP BY 1, 2, 3),
             place AS (SELECT district FROM deposit UNION SELECT district FROM parts)
           SELECT district, (SELECT json_agg(d) FROM deposit AS d WHERE d.district = place.district),
             (SELECT parts FROM parts WHERE parts.district = place.district),
             (SELECT json_agg(m) FROM metal AS m WHERE m.district = place.district) FROM place`,
    values: [],
    count: (rows) => rows.length,
  }),
}

const TABLES = `
  CREATE TABLE deposits (id text PRIMARY KEY, name jsonb, quality text, facts jsonb, properties text, commodities text[],
    status text, district text, part_of text, geom geometry(Point, 4326), geog geography(Point));
  CREATE TABLE metal (district text, commodity text, category text, tonnes float8);
  CREATE TABLE roads (id text PRIMARY KEY, name jsonb, quality text, facts jsonb, geog geography);
  CREATE TABLE corridors (corridor text PRIMARY KEY, geom geometry, geog geography);`
const INDEXES = `
  CREATE INDEX ON deposits USING gist (geog); CREATE INDEX ON deposits USING gist (geom);
  CREATE INDEX ON deposits (status); CREATE INDEX ON roads USING gist (geog);
  VACUUM ANALYZE;`
const CHUNK = 20_000

interface World {
  deposits: Iterable<Feature>
  roads: Iterable<Feature>
  corridors: Iterable<Feature>
  facts: Readonly<Record<'deposits' | 'roads', readonly string[]>>
}

/** A part's figure lies inside its parent's and is left out, as in our sums. */
export function loadPostgis(database: Postgis, { deposits, roads, corridors, facts }: World): void {
  database.rows(TABLES)
  const listed = ({ id, properties }: Feature, keys: readonly string[]) => [
    ...[id, JSON.stringify(properties.name), properties.geometryQuality, JSON.stringify(factsOf(properties, keys))],
  ]
  const metal: string[][] = []
  copy(
    database,
    'deposits (id, name, quality, facts, properties, commodities, status, district, part_of, geom, geog)',
    mapped(deposits, (feature) => {
      const { commodities, status, district, partOf, resource } = feature.properties as unknown as Deposit
      for (const one of partOf === null ? contentsOf(resource) : [])
        metal.push([district, one.commodity, one.category, String(one.tonnes)])
      const at = feature.geometry?.type === 'Point' ? feature.geometry.coordinates : []
      return [
        ...listed(feature, facts.deposits),
        JSON.stringify(feature.properties),
        `{${commodities.join(',')}}`,
        status,
        district,
        partOf,
        `SRID=4326;POINT(${at.join(' ')})`,
        `SRID=4326;POINT(${at.join(' ')})`,
      ]
    }),
  )
  copy(database, 'metal', metal)
  copy(
    database,
    'roads',
    mapped(roads, (feature) => [...listed(feature, facts.roads), wkt(feature)]),
  )
  copy(
    database,
    'corridors (corridor, geom, geog)',
    mapped(corridors, (feature) => [feature.id, wkt(feature), wkt(feature)]),
  )
  database.rows(INDEXES)
}

function wkt({ geometry }: Feature): string {
  const text = (line: readonly Position[]) => `(${line.map((at) => at.join(' ')).join(',')})`
  if (geometry?.type === 'LineString') return `SRID=4326;LINESTRING${text(geometry.coordinates)}`
  if (geometry?.type === 'MultiLineString')
    return `SRID=4326;MULTILINESTRING(${geometry.coordinates.map(text).join(',')})`
  throw new Error('only lines are expected here')
}

function* mapped<T, U>(items: Iterable<T>, map: (item: T) => U): Generator<U> {
  for (const item of items) yield map(item)
}

function copy(database: Postgis, table: string, rows: Iterable<readonly (string | null)[]>): void {
  let lines: string[] = []
  const flush = (): void => {
    if (lines.length > 0) database.rows(`COPY ${table} FROM stdin;\n${lines.join('\n')}\n\\.\n`)
    lines = []
  }
  for (const row of rows) {
    lines.push(row.map((value) => (value === null ? '\\N' : value.replace(/[\\\t\n\r]/g, escaped))).join('\t'))
    if (lines.length >= CHUNK) flush()
  }
  flush()
}

function escaped(character: string): string {
  return { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }[character] ?? ''
}
