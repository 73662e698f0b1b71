/** One feature of any dataset, with the units of its fields and its citations resolved. */
import { bboxOf } from '#geodata/spatial/bbox.ts'
import { Refusal } from '../refusal.ts'
import { fieldsOf } from './field-units.ts'
import { knownDataset } from './known-dataset.ts'
import type { Query } from './query.ts'
import { sourcesOf } from './sources-of.ts'

export const getFeature: Query<'getFeature'> = async ({ params: { dataset, id } }, context) => {
  const definition = knownDataset(dataset, context)
  const feature = await context.storage.feature({ dataset, id })
  if (!feature) throw new Refusal('not-found', 'The dataset has no feature of this id.')
  const { geometry, properties } = feature
  return {
    dataset,
    feature: { type: 'Feature', id, geometry, properties: { ...properties } },
    fields: fieldsOf(definition.properties),
    bbox: geometry && bboxOf(geometry),
    sources: await sourcesOf(properties, context),
  }
}
