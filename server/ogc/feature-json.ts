/** Features as GeoJSON, in the reference system asked for, and their HTML. */
import { type DatasetDefinition, FeatureProperties } from '#geodata/contract/dataset.ts'
import type { Language } from '#geodata/contract/provenance.ts'
import { CRS84, type Crs } from '#geodata/spatial/crs.ts'
import { projectGeometry } from '#geodata/spatial/project-geometry.ts'
import { escaped } from '../http/docs-page.ts'
import type { Feature } from '../storage/storage.ts'
import { columnsOf, flatProperties } from './columns.ts'
import type { Text } from './messages/text-in.ts'

export function featureJson(feature: Feature, dataset: DatasetDefinition, crs: Crs) {
  const { id, geometry, properties } = feature
  return {
    type: 'Feature' as const,
    id,
    geometry: geometry && crs !== CRS84 ? projectGeometry(geometry, crs) : geometry,
    properties: flatProperties(properties, columnsOf(dataset)),
  }
}

/** Part 2: the system of the answer in a header, since GeoJSON itself does not say. */
export function crsHeader(crs: Crs): Record<string, string> {
  return { 'Content-Crs': `<${crs.uri}>` }
}

/** The name in the reader's language, else in any, else the id. */
export function labelOf({ id, properties }: Feature, language: Language): string {
  const { name } = FeatureProperties.pick({ name: true }).parse(properties)
  return name[language] ?? name.en ?? name.ur ?? name.zh ?? id
}

const DEEPEST = 6

/** Any value of a property as markup: lists as lists, objects as terms, unknown as a word. */
export function valueHtml(value: unknown, t: Text, depth = 0): string {
  if (value === null || value === undefined) return `<span class="null">${escaped(t('value.null'))}</span>`
  if (typeof value === 'boolean') return escaped(t(value ? 'value.yes' : 'value.no'))
  if (typeof value === 'number') return `<span class="number" dir="ltr">${value}</span>`
  if (typeof value === 'string') return `<span dir="auto">${escaped(value)}</span>`
  if (depth > DEEPEST) return escaped(JSON.stringify(value))
  if (Array.isArray(value)) {
    if (value.length === 0) return '–'
    return `<ul>${value.map((item) => `<li>${valueHtml(item, t, depth + 1)}</li>`).join('')}</ul>`
  }
  const rows = Object.entries(value).map(
    ([key, item]) => `<dt><code>${escaped(key)}</code></dt><dd>${valueHtml(item, t, depth + 1)}</dd>`,
  )
  return `<dl>${rows.join('')}</dl>`
}
