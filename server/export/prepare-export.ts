/** From a reader's question to the content of a file, whatever its format: selection, columns, notice, sources. */
import type { ExportQuery } from '#geodata/contract/export.ts'
import type { Clock } from '../clock.ts'
import { citedIds, sourcesById } from '../queries/sources-of.ts'
import { Refusal } from '../refusal.ts'
import { type Column, columnsOf } from './columns.ts'
import { fileStem, selectionText } from './file-name.ts'
import type { ExportContent, ExportRow } from './format.ts'
import { noticeOf } from './notice.ts'
import { type Selection, type SelectionContext, select } from './selection.ts'

export interface ExportContext extends SelectionContext {
  clock: Clock
  baseUrl: string
}

export interface PreparedExport {
  content: ExportContent
  /** Name of the file without its ending. */
  stem: string
}

const ID_COLUMN: Column = { name: 'id', kind: 'text', unit: null, read: (record) => String(record) }

/** Throws a Refusal for what cannot be exported. Nothing of the features is kept; `rows` reads them. */
export async function prepareExport(
  dataset: string,
  query: ExportQuery,
  context: ExportContext,
): Promise<PreparedExport> {
  const selection = await select(dataset, query, context)
  const { definition, state, featureCount } = selection
  const columns = chosenColumns(columnsOf(definition), query.fields)
  if (query.coordinates === 'lon-lat' && definition.geometry !== 'point')
    throw new Refusal('invalid-request', 'Only points have one longitude and latitude: ask for coordinates=wkt.')
  const now = context.clock.now()
  const content: ExportContent = {
    dataset: definition,
    columns: [ID_COLUMN, ...columns],
    notice: noticeOf(definition, state, {
      language: query.lang ?? 'en',
      ...{ selection: selectionText(query), featureCount, takenOn: now.toISOString(), origin: context.baseUrl },
    }),
    coordinates: query.coordinates ?? (definition.geometry === 'point' ? 'lon-lat' : 'wkt'),
    rows: () => rowsOf(selection, columns),
    sources: (ids) => citedSources(ids, context),
  }
  return { content, stem: fileStem(dataset, query, definition.vintage, now) }
}

function chosenColumns(columns: readonly Column[], fields: ExportQuery['fields']): readonly Column[] {
  if (!fields) return columns
  const known = new Set(['id', ...columns.map(({ name }) => name)])
  const unknown = fields.filter((field) => !known.has(field))
  if (unknown.length > 0)
    throw new Refusal(
      'invalid-request',
      'Some of the fields are no columns of this dataset; /api/export/<dataset> lists them.',
      unknown.map((field) => ({ field: 'fields', expected: 'the name of a column', received: field })),
    )
  return columns.filter(({ name }) => fields.includes(name))
}

async function* rowsOf(selection: Selection, columns: readonly Column[]): AsyncGenerator<ExportRow> {
  for await (const { id, geometry, properties } of selection.features())
    yield {
      ...{ id, geometry, values: [id, ...columns.map(({ read }) => read(properties))] },
      cites: () => citedIds(properties),
    }
}

async function citedSources(ids: Iterable<string>, context: ExportContext) {
  const sources = await sourcesById(ids, context)
  return Object.entries(sources).map(([id, source]) => ({ id, ...source }))
}
