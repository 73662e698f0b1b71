/** Which of a feature's properties go into tiles, and from which zoom it is drawn. */
import type { FeatureProperties, TileRules } from '../contract/dataset.ts'

type Value = string | number | boolean

/** `id`, `name_en`, `name_ur`, `name_zh`, `quality` and what the rules name. Nothing for null; lists as comma-separated text. */
export function tileProperties(
  id: string,
  properties: FeatureProperties,
  rules: Pick<TileRules<FeatureProperties>, 'properties'>,
): Record<string, Value> {
  const result: Record<string, Value> = { id }
  const { en, ur, zh } = properties.name
  if (en !== null) result.name_en = en
  if (ur !== null) result.name_ur = ur
  if (zh !== null) result.name_zh = zh
  result.quality = properties.geometryQuality
  const named: Readonly<Record<string, unknown>> = { ...properties }
  for (const key of rules.properties) {
    const value = named[key]
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') result[key] = value
    else if (Array.isArray(value)) result[key] = value.join(',')
  }
  return result
}

/** The zoom from which a feature is drawn: by the thinning rule, never below the dataset's lowest zoom nor beyond its highest. */
export function firstZoomOf(
  properties: FeatureProperties,
  rules: Pick<TileRules<FeatureProperties>, 'firstZoom' | 'minZoom' | 'maxZoom'>,
): number {
  const stated = rules.firstZoom?.(properties) ?? rules.minZoom
  return Math.min(rules.maxZoom, Math.max(rules.minZoom, Math.ceil(stated)))
}
