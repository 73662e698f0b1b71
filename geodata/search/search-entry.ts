/** What the search box keeps of a feature: its names, its kind and province for the second line, and its weight in ties. */
import type { FeatureProperties } from '../contract/dataset.ts'

/** Weight of a dataset's features, 0–1, before their own importance: what people look for first. */
const DATASET_WEIGHT: Readonly<Record<string, number>> = {
  deposits: 0.9,
  ports: 0.9,
  corridors: 0.8,
  provinces: 0.8,
  'border-crossings': 0.75,
  zones: 0.7,
  processing: 0.7,
  districts: 0.65,
  divisions: 0.6,
  belts: 0.6,
  'cpec-projects': 0.6,
  airports: 0.55,
  'power-plants': 0.55,
  regions: 0.5,
  peaks: 0.4,
  rivers: 0.4,
  places: 0.2,
  'network-places': 0.2,
}
const OTHER_WEIGHT = 0.45
/** What importance adds at most. */
const IMPORTANCE_SHARE = 0.1
const PLACE_CLASS_SHARE: Readonly<Record<string, number>> = { capital: 0.6, city: 0.5, town: 0.3, village: 0.05 }

export interface SearchEntry {
  /** Every name, once, in any script. */
  names: string[]
  kind: string | null
  province: string | null
  /** 0–1 */
  weight: number
}

export function searchEntry(dataset: string, properties: FeatureProperties): SearchEntry {
  const other: Readonly<Record<string, unknown>> = { ...properties }
  const { en, ur, zh } = properties.name
  const names = [en, ur, zh, ...(properties.altNames ?? [])].filter((name) => name !== null)
  const kinds = dataset === 'deposits' ? ['status'] : ['kind', 'type', 'class', 'fuel', 'mode', 'status']
  return {
    names: [...new Set(names)],
    kind: kinds.map((key) => textOf(other[key])).find((value) => value !== null) ?? null,
    province: textOf(other.province),
    weight: Math.min(1, weightOf(dataset, other)),
  }
}

function weightOf(dataset: string, properties: Readonly<Record<string, unknown>>): number {
  const base = DATASET_WEIGHT[dataset] ?? OTHER_WEIGHT
  const { importance, class: placeClass } = properties
  if (typeof importance === 'number') return base + (IMPORTANCE_SHARE * importance) / 5
  if (dataset === 'places' && typeof placeClass === 'string') return base + (PLACE_CLASS_SHARE[placeClass] ?? 0)
  return base
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
