/** What of a collection can be asked for and sorted by: every column of a single value, the id, and the shape. */
import type { DatasetDefinition } from '#geodata/contract/dataset.ts'
import { type Column, columnsOf } from './columns.ts'
import type { OgcContext } from './operation.ts'

export type Queryable = Column & { type: NonNullable<Column['type']> }

export const GEOMETRY = 'geometry'
export const ID: Queryable = { name: 'id', path: [], type: 'string', schema: { type: 'string' }, unit: null }

export function queryablesOf(dataset: DatasetDefinition): readonly Queryable[] {
  const simple = columnsOf(dataset).filter((column): column is Queryable => column.type !== null)
  return [ID, ...simple]
}

/** Names that may stand as parameters of their own in a request for the features of a collection. */
export function propertyParameters(
  params: Readonly<Record<string, unknown>>,
  { datasets }: Pick<OgcContext, 'datasets'>,
): string[] {
  const dataset = datasets.find(({ id }) => id === params.collectionId)
  return dataset ? queryablesOf(dataset).map(({ name }) => name) : []
}
