/** What a feature holds, what can be asked for and what can be sorted by, as JSON Schema. */
import type { DatasetDefinition } from '#geodata/contract/dataset.ts'
import { escaped } from '../http/docs-page.ts'
import { type Column, columnsOf } from './columns.ts'
import { type Page, table } from './html/page.ts'
import { knownCollection } from './known-collection.ts'
import { textIn } from './messages/text-in.ts'
import { type Asked, HTML, type Operation, operation, SCHEMA_JSON } from './operation.ts'
import { GEOMETRY, ID, queryableColumns, sortablesOf } from './queryables.ts'

type Kind = 'schema' | 'queryables' | 'sortables'

const SUMMARIES: Readonly<Record<Kind, string>> = {
  schema: 'What a feature of the collection holds (JSON Schema)',
  queryables: 'What filters and parameters may ask of the collection (JSON Schema)',
  sortables: 'What the features can be sorted by (JSON Schema)',
}
const COLUMNS: Readonly<Record<Kind, (dataset: DatasetDefinition) => readonly Column[]>> = {
  schema: (dataset) => [ID, ...columnsOf(dataset)],
  queryables: queryableColumns,
  sortables: (dataset) => {
    const names = new Set(sortablesOf(dataset).map(({ name }) => name))
    return queryableColumns(dataset).filter(({ name }) => names.has(name))
  },
}
const GEOMETRY_FORMATS = {
  point: 'geometry-point',
  line: 'geometry-linestring-or-multilinestring',
  area: 'geometry-polygon-or-multipolygon',
  mixed: 'geometry-any',
  none: null,
} as const

function schemaOperation(kind: Kind): Operation {
  return operation({
    id: `get${kind[0]?.toUpperCase()}${kind.slice(1)}`,
    path: `/collections/:collectionId/${kind}`,
    tag: 'Data',
    summary: SUMMARIES[kind],
    schema: 'jsonSchema',
    formats: [SCHEMA_JSON, HTML],
    parameters: [],
    async answer(asked, context) {
      const { dataset } = await knownCollection(asked.params.collectionId, context)
      const columns = COLUMNS[kind](dataset)
      const format = kind === 'sortables' ? null : GEOMETRY_FORMATS[dataset.geometry]
      return {
        kind: 'document',
        json: {
          $schema: 'https://json-schema.org/draft/2020-12/schema',
          $id: asked.self,
          type: 'object',
          title: dataset.title[asked.language],
          properties: {
            ...Object.fromEntries(columns.map((column) => [column.name, columnJson(column, kind)])),
            ...(format ? { [GEOMETRY]: { format, 'x-ogc-role': 'primary-geometry' } } : {}),
          },
          additionalProperties: false,
        },
        page: () => schemaPage(kind, dataset, columns, asked),
      }
    },
  })
}

export const schema = schemaOperation('schema')
export const queryables = schemaOperation('queryables')
export const sortables = schemaOperation('sortables')

function columnJson({ name, path, type, schema: value, unit }: Column, kind: Kind): object {
  // In a question a value has one type; in a feature it may be unknown too.
  const choices = Array.isArray(value.enum) ? { enum: value.enum } : {}
  const format = typeof value.format === 'string' ? { format: value.format } : {}
  return {
    title: path.length > 0 ? path.join('.') : name,
    ...(kind === 'schema' || type === null ? value : { type, ...choices, ...format }),
    ...(unit ? { 'x-ogc-unit': unit } : {}),
    ...(name === ID.name ? { 'x-ogc-role': 'id' } : {}),
  }
}

function schemaPage(kind: Kind, dataset: DatasetDefinition, columns: readonly Column[], asked: Asked): Page {
  const t = textIn(asked.language)
  const rows = columns.map(({ name, type, schema: value, unit }) => [
    `<code>${escaped(name)}</code>`,
    escaped(type ?? 'json'),
    escaped([unit ?? '', choicesOf(value)].filter((text) => text !== '').join('; ')),
  ])
  const title = t(`collection.${kind}`)
  return {
    title,
    trail: [
      { path: '/collections', text: t('collections.title') },
      { path: `/collections/${dataset.id}`, text: dataset.title[asked.language] },
    ],
    body: table(title, [t('fields.name'), t('fields.type'), t('fields.note')], rows),
  }
}

const MOST_CHOICES_SHOWN = 12

function choicesOf(value: Column['schema']): string {
  const choices = value.enum
  if (!Array.isArray(choices)) return ''
  const shown = choices.slice(0, MOST_CHOICES_SHOWN).join(', ')
  return choices.length > MOST_CHOICES_SHOWN ? `${shown} …` : shown
}
