/** The fields of a dataset with their units, for sheets that know nothing of the dataset. */
import * as z from 'zod'
import type { Output } from '#geodata/contract/endpoints.ts'
import { unitOf } from '#geodata/contract/field-unit.ts'

export function fieldsOf(schema: z.ZodType): Output<'getFeature'>['fields'] {
  if (!(schema instanceof z.ZodObject)) return []
  return Object.keys(schema.shape).map((key) => ({ key, unit: unitOf(key) }))
}
