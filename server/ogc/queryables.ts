/** What of a collection can be asked for and sorted by, as columns: the queryables of filters, the id among them. */
import type { DatasetDefinition } from '#geodata/contract/dataset.ts'
import { type Queryable, queryablesOf } from '#geodata/cql2/queryables.ts'
import { type Column, columnsOf } from './columns.ts'
import type { OgcContext } from './operation.ts'

export const GEOMETRY = 'geometry'
export const ID: Column = { name: 'id', path: [], type: 'string', schema: { type: 'string' }, unit: null }

/** All but the geometry. */
export function queryableColumns(dataset: DatasetDefinition): readonly Column[] {
  const columns = new Map(columnsOf(dataset).map((column) => [column.name, column]))
  return scalarsOf(dataset).map((queryable) => {
    const { name, path, isList } = queryable
    const column = columns.get(name)
    const unit = column?.unit ?? null
    const type = queryable.type === 'date' || queryable.type === 'geometry' ? 'string' : queryable.type
    const format = queryable.type === 'date' ? { format: 'date' } : {}
    if (isList) return { name, path, type: null, schema: { type: 'array', items: { type, ...format } }, unit }
    return { name, path, type, schema: { ...column?.schema, ...format }, unit }
  })
}

/** What has one value in each feature. */
export function sortablesOf(dataset: DatasetDefinition): readonly Queryable[] {
  return scalarsOf(dataset).filter(({ isList, derivation }) => !isList && derivation === null)
}

function scalarsOf(dataset: DatasetDefinition): Queryable[] {
  return [...queryablesOf(dataset).values()].filter(({ type }) => type !== 'geometry')
}

/** Names that may stand as parameters of their own in a request for the features of a collection. */
export function propertyParameters(
  params: Readonly<Record<string, unknown>>,
  { datasets }: Pick<OgcContext, 'datasets'>,
): string[] {
  const dataset = datasets.find(({ id }) => id === params.collectionId)
  return dataset ? scalarsOf(dataset).map(({ name }) => name) : []
}
