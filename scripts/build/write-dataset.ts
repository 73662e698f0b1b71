/** Writes a dataset folder: features, one a line in order of id, and the notice. Same features, same bytes. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DatasetDefinition, LICENCES } from '#geodata/contract/dataset.ts'
import { Geometry } from '#geodata/contract/geo.ts'
import type { BuiltFeature } from './builder.ts'

const FEATURE_ID = /^[A-Za-z0-9][A-Za-z0-9._~-]{0,119}$/
const GEOMETRY_OF_KIND: Record<DatasetDefinition['geometry'], RegExp> = {
  point: /^Point$/,
  line: /LineString$/,
  area: /Polygon$/,
  mixed: /./,
  none: /^$/,
}

const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5 || 0

/** Rounded to 5 decimals (about 1 m); positions that fall together are merged. */
function roundedPath(path: readonly (readonly [number, number])[]): [number, number][] {
  const rounded: [number, number][] = []
  for (const [lon, lat] of path) {
    const position: [number, number] = [round(lon), round(lat)]
    const last = rounded.at(-1)
    if (!last || last[0] !== position[0] || last[1] !== position[1]) rounded.push(position)
  }
  return rounded
}

/** The geometry at the precision of the files, without lines and rings that rounding collapsed; null if nothing is left. */
export function roundedGeometry(geometry: Geometry): Geometry | null {
  const line = (path: [number, number][]) => [roundedPath(path)].filter((points) => points.length >= 2)
  const polygon = (rings: [number, number][][]) => {
    const kept = rings.map(roundedPath).filter((ring, index) => ring.length >= 4 || index === 0)
    return kept[0] && kept[0].length >= 4 ? [kept] : []
  }
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: [round(geometry.coordinates[0]), round(geometry.coordinates[1])] }
    case 'LineString': {
      const [coordinates] = line(geometry.coordinates)
      return coordinates ? { type: 'LineString', coordinates } : null
    }
    case 'MultiLineString': {
      const coordinates = geometry.coordinates.flatMap(line)
      return coordinates.length > 0 ? { type: 'MultiLineString', coordinates } : null
    }
    case 'Polygon': {
      const [coordinates] = polygon(geometry.coordinates)
      return coordinates ? { type: 'Polygon', coordinates } : null
    }
    case 'MultiPolygon': {
      const coordinates = geometry.coordinates.flatMap(polygon)
      return coordinates.length > 0 ? { type: 'MultiPolygon', coordinates } : null
    }
  }
}

/** The features as GeoJSON text. Throws one error that names every feature and path that breaks the definition. */
export function datasetText(definition: DatasetDefinition, features: readonly BuiltFeature[]): string {
  const faults: string[] = []
  const ids = new Set<string>()
  const lines = [...features]
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .map((feature) => {
      const fault = (what: string) => faults.push(`${definition.id}/${feature.id}: ${what}`)
      if (!FEATURE_ID.test(feature.id)) fault(`id does not match ${FEATURE_ID.source}`)
      if (ids.has(feature.id)) fault('id is used twice')
      ids.add(feature.id)
      const parsed = definition.properties.safeParse(feature.properties)
      if (!parsed.success)
        for (const issue of parsed.error.issues) fault(`properties.${issue.path.join('.')}: ${issue.message}`)
      const known = parsed.success ? Object.keys(parsed.data) : Object.keys(feature.properties)
      for (const key of Object.keys(feature.properties))
        if (!known.includes(key)) fault(`properties.${key}: not in the schema of the dataset`)
      const shape = feature.geometry === null ? null : Geometry.safeParse(feature.geometry)
      if (shape && !shape.success) fault(`geometry: ${shape.error.issues[0]?.message} (lon first, degrees)`)
      if (feature.geometry && !GEOMETRY_OF_KIND[definition.geometry].test(feature.geometry.type))
        fault(`geometry: ${feature.geometry.type} in a dataset of kind ${definition.geometry}`)
      const geometry = shape?.success ? roundedGeometry(shape.data) : null
      if (shape?.success && !geometry) fault('geometry: nothing is left after rounding to 5 decimals')
      return JSON.stringify({
        type: 'Feature',
        id: feature.id,
        geometry,
        properties: parsed.success ? parsed.data : {},
      })
    })
  if (faults.length > 0) {
    const shown = faults.slice(0, 20).join('\n  ')
    throw new Error(`${faults.length} faults in dataset ${definition.id}:\n  ${shown}`)
  }
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`
}

/** NOTICE.md of a dataset: what it is, from where, under which licence. Derived from its definition alone. */
export function noticeText(definition: DatasetDefinition): string {
  const licence = LICENCES[definition.licence]
  const sources = definition.sources.map(
    (source) =>
      `- ${source.title}. ${source.publisher}, state ${source.vintage}. Licence: ${source.licence}.${source.url ? ` <${source.url}>` : ''}`,
  )
  return [
    `# ${definition.title.en}`,
    '',
    `Dataset \`${definition.id}\`, state ${definition.vintage}. Licence: ${licence.title} (${definition.licence})${licence.url ? `, <${licence.url}>` : ''}.`,
    '',
    definition.accuracy,
    '',
    '## Sources',
    '',
    ...sources,
    '',
    '## Attribution to show',
    '',
    ...(definition.attribution.length > 0 ? definition.attribution.map((line) => `- ${line}`) : ['None asked for.']),
    '',
  ].join('\n')
}

/** Writes `<folder>/<id>/features.geojson` and `NOTICE.md`; the definition stands beside them as `dataset.ts`. */
export function writeDataset(definition: DatasetDefinition, features: readonly BuiltFeature[], folder: string): void {
  const target = join(folder, definition.id)
  mkdirSync(target, { recursive: true })
  writeFileSync(join(target, 'features.geojson'), datasetText(definition, features))
  writeFileSync(join(target, 'NOTICE.md'), noticeText(definition))
}
