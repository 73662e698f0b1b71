/** OpenStreetMap areas and points of Pakistan: built-up and industrial land, mine sites, summits, outlines of parks. */
import { slugOf } from '#geodata/contract/filter.ts'
import type { BuiltFeature, DatasetBuilder, Inputs } from './builder.ts'

type Source = ReturnType<Inputs['geojson']>['features'][number]
const folder = 'upstream/osm-2021-features'
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

function nameOf({ properties }: Source): BuiltFeature['properties']['name'] {
  const en = text(properties.name_en)
  return {
    en: en && /[A-Za-z]{2}/.test(en) ? en.trim() : null,
    ur: text(properties.name_ur),
    zh: text(properties.name_zh),
  }
}

/** Ids from names, counted where names repeat; the order of the file decides. */
function counter(): (name: string | null, kind: string) => string {
  const used = new Map<string, number>()
  return (name, kind) => {
    const base = slugOf(name ?? '') || kind
    const count = (used.get(base) ?? 0) + 1
    used.set(base, count)
    return count === 1 && base !== kind ? base : `${base}-${count}`
  }
}

function each(
  inputs: Inputs,
  file: string,
  kind: string,
  properties: (source: Source) => Record<string, unknown> | null,
): BuiltFeature[] {
  const idOf = counter()
  return inputs.geojson(`${folder}/${file}.geojson`).features.flatMap((source): BuiltFeature[] => {
    const own = properties(source)
    if (own === null || !source.geometry) return []
    const name = nameOf(source)
    return [
      { id: idOf(name.en, kind), geometry: source.geometry, properties: { name, geometryQuality: 'mapped', ...own } },
    ]
  })
}

/** Above K2 a height can only be in feet. */
const HIGHEST_M = 8611

function peakProperties({ properties }: Source): Record<string, unknown> | null {
  const height = Number(properties.ele)
  const elevationM = height > 0 ? Math.round(height > HIGHEST_M ? height * 0.3048 : height) : null
  const isNothing = elevationM === null && (!text(properties.name) || /^pass$/i.test(String(properties.name)))
  return isNothing ? null : { geometryQuality: 'exact', class: properties.class, elevationM }
}

function mineSiteProperties({ properties, geometry }: Source): Record<string, unknown> {
  return {
    geometryQuality: geometry?.type === 'Point' ? 'exact' : 'mapped',
    kind: text(properties.kind) ?? 'unknown',
    areaHa: typeof properties.area_ha === 'number' ? properties.area_ha : null,
    deposits: (text(properties.deposits_12km) ?? '').split(';').filter((id) => id !== ''),
    nearestKm: Number(properties.nearest_km),
    isNearTown: properties.near_residential !== undefined && properties.near_residential !== null,
  }
}

function outlineProperties({ properties }: Source): Record<string, unknown> {
  const isWaterSurface = text(properties.source)?.startsWith('water') ?? false
  return {
    protectedAreaId: text(properties.id),
    doubtfulMatch: text(properties.id_weak),
    designation: isWaterSurface ? 'lake surface' : String(properties.class).replaceAll('_', ' '),
    areaKm2: Number(properties.area_km2),
    isWaterSurface,
  }
}

export const groundOsmFeatures: DatasetBuilder = {
  produces: ['built-up', 'industrial-areas', 'mine-sites', 'peaks', 'protected-outlines'],
  build: (inputs) =>
    new Map([
      ['built-up', each(inputs, 'built-up', 'town', ({ properties }) => ({ areaKm2: properties.area_km2 }))],
      [
        'industrial-areas',
        each(inputs, 'industrial', 'industrial', ({ properties }) => ({ areaHa: properties.area_ha })),
      ],
      ['mine-sites', each(inputs, 'mine-sites', 'site', mineSiteProperties)],
      ['peaks', each(inputs, 'peaks', 'summit', peakProperties)],
      ['protected-outlines', each(inputs, 'protected-areas', 'outline', outlineProperties)],
    ]),
}
