/**
 * GeoJSON as RFC 7946 has it: WGS 84, longitude first, rings by the right-hand rule; the notice as foreign members of the
 * collection, before the features so that a reader of the beginning sees it. Lists of records stay lists.
 */
import { rewind } from '@turf/rewind'
import type { Geometry } from '#geodata/contract/geo.ts'
import { propertiesOf } from './columns.ts'
import type { ExportContent, ExportFormat } from './format.ts'

export const geojson: ExportFormat = {
  id: 'geojson',
  title: 'GeoJSON',
  extension: 'geojson',
  mediaType: 'application/geo+json',
  holdsTables: true,
  write,
}

async function* write({ columns, notice, rows }: ExportContent): AsyncGenerator<string> {
  const { title, licence, attribution, ...rest } = notice
  const foreign = { name: title, licence, attribution, about: rest }
  yield `{"type":"FeatureCollection",${JSON.stringify(foreign).slice(1, -1)},"features":[`
  let separator = '\n'
  for await (const { id, geometry, values } of rows()) {
    const properties = propertiesOf(columns, values)
    const feature = { type: 'Feature', id, geometry: geometry && rightHanded(geometry), properties }
    yield separator + JSON.stringify(feature)
    separator = ',\n'
  }
  yield '\n]}\n'
}

/** Exterior rings counter-clockwise, holes clockwise (RFC 7946, 3.1.6). */
function rightHanded(geometry: Geometry): Geometry {
  const hasRings = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
  // The library turns rings round and keeps the kind; its type says less.
  return hasRings ? (rewind(geometry) as Geometry) : geometry
}
