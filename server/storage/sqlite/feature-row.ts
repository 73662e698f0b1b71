/** A row of `feature` as a feature. */
import * as z from 'zod'
import { FeatureProperties } from '#geodata/contract/dataset.ts'
import type { Geometry } from '#geodata/contract/geo.ts'
import type { Feature } from '../storage.ts'

const FeatureRow = z.object({ id: z.string(), properties: z.string(), geometry: z.string().nullable() })

export function parseFeature(row: unknown): Feature {
  const { id, properties, geometry } = FeatureRow.parse(row)
  return {
    id,
    // Both passed the dataset's own schema before they were stored; here only the shape that code relies on is checked.
    properties: z.looseObject(FeatureProperties.shape).parse(JSON.parse(properties)),
    geometry: geometry === null ? null : (JSON.parse(geometry) as Geometry),
  }
}
