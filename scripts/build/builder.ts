/** The shape of a dataset builder: upstream inputs in, features of our schema out. `npm run data` runs all builders. */
import type { FeatureProperties } from '#geodata/contract/dataset.ts'
import type { Geometry } from '#geodata/contract/geo.ts'

export interface BuiltFeature {
  id: string
  geometry: Geometry | null
  properties: FeatureProperties & Record<string, unknown>
}

export interface Inputs {
  /** Absolute path of a file in the folder of facts or open data; throws, naming the file, when it is missing. */
  path(relative: string): string
  /** Rows of a CSV file; blank cells are null. */
  csv(relative: string): Record<string, string | null>[]
  geojson(relative: string): {
    features: { id?: unknown; geometry: Geometry | null; properties: Record<string, unknown> }[]
  }
}

export interface DatasetBuilder {
  /** Dataset ids that it writes; each has a definition in the catalogue. */
  produces: readonly string[]
  build(
    inputs: Inputs,
    earlier: ReadonlyMap<string, readonly BuiltFeature[]>,
  ): Map<string, BuiltFeature[]> | Promise<Map<string, BuiltFeature[]>>
}
