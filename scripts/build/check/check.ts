/** What the checker reads and what it reports. Checks are pure: datasets in, faults out. */
import type { DatasetDefinition } from '#geodata/contract/dataset.ts'
import type { Geometry } from '#geodata/contract/geo.ts'

/** A feature as it lies in the file, not yet believed. */
export interface StoredFeature {
  id: string
  geometry: Geometry | null
  properties: Readonly<Record<string, unknown>>
}

export interface StoredDataset {
  definition: DatasetDefinition
  features: readonly StoredFeature[]
  /** Text of NOTICE.md, or null when there is none. */
  notice: string | null
}

export type World = ReadonlyMap<string, StoredDataset>

export interface Fault {
  /** `dataset/feature`, or the dataset alone. */
  where: string
  what: string
  /** How to mend it. */
  mend: string
}

export type Check = (world: World) => Fault[]

/** Runs a check on every feature of every dataset. */
export function forEachFeature(world: World, inspect: (dataset: string, feature: StoredFeature) => Fault[]): Fault[] {
  return [...world].flatMap(([id, { features }]) => features.flatMap((feature) => inspect(id, feature)))
}

/** A property as text, or null. */
export function textOf(feature: StoredFeature, key: string): string | null {
  const value = feature.properties[key]
  return typeof value === 'string' ? value : null
}
