/**
 * Which features an export holds: those that pass the deposit filter, the condition in CQL2, the box and the list of ids.
 * Counted before anything is written, so that what is too much is refused and never cut; read page by page, with pauses in
 * which others are answered.
 */
import { setImmediate as pause } from 'node:timers/promises'
import type { DatasetDefinition } from '#geodata/contract/dataset.ts'
import { type ExportQuery, MOST_EXPORTED_FEATURES } from '#geodata/contract/export.ts'
import { FILTER_FIELDS } from '#geodata/contract/filter.ts'
import { choicesToCql2, wholeFilter } from '#geodata/cql2/deposit-filter.ts'
import type { Expression } from '#geodata/cql2/expression.ts'
import { knownDataset } from '../queries/known-dataset.ts'
import type { Context } from '../queries/query.ts'
import { readCql2 } from '../queries/read-cql2.ts'
import { Refusal } from '../refusal.ts'
import type { DatasetState, Feature, FeatureQuestion } from '../storage/storage.ts'

/** Some tens of milliseconds, in which nobody else is answered. */
const PAGE = 200

export interface Selection {
  definition: DatasetDefinition
  state: DatasetState
  featureCount: number
  /** In order of id. Each call reads anew. */
  features(): AsyncGenerator<Feature>
}

export type SelectionContext = Pick<Context, 'storage' | 'datasets' | 'signal'>

/** Throws a Refusal: no such dataset, ids that are not there, a filter that cannot be read, or too many features. */
export async function select(dataset: string, query: ExportQuery, context: SelectionContext): Promise<Selection> {
  const definition = knownDataset(dataset, context)
  const state = (await context.storage.datasets()).find(({ id }) => id === dataset)
  if (!state) throw new Refusal('not-found', 'This dataset has not been loaded.')
  const filter = filterOf(definition, query)
  const question: FeatureQuestion = {
    ...(filter && { filter }),
    ...(query.bbox && { bbox: query.bbox }),
    ...(query.ids && { ids: await existingIds(dataset, query.ids, context) }),
    signal: context.signal,
  }
  const featureCount = await context.storage.countFeatures(dataset, question)
  if (featureCount > MOST_EXPORTED_FEATURES) throw tooMany(featureCount)
  return { definition, state, featureCount, features: () => walk(dataset, question, context) }
}

/** Panel and condition together as one expression; null where neither asks for anything. */
function filterOf(definition: DatasetDefinition, query: ExportQuery): Expression | null {
  const hasChoices = FILTER_FIELDS.some((facet) => query[facet] !== undefined)
  if (hasChoices && definition.id !== 'deposits')
    throw new Refusal(
      'invalid-request',
      'Only the dataset deposits has the deposit filter; others take filter and bbox.',
    )
  const choices = hasChoices ? choicesToCql2(query) : null
  const condition = query.filter === undefined ? null : readCql2(query.filter, definition)
  return wholeFilter(choices, condition)
}

async function existingIds(dataset: string, ids: readonly string[], { storage }: SelectionContext): Promise<string[]> {
  const distinct = [...new Set(ids)].sort()
  const found = await Promise.all(distinct.map((id) => storage.feature({ dataset, id })))
  const missing = distinct.filter((_, index) => found[index] === undefined)
  if (missing.length === 0) return distinct
  throw new Refusal(
    'not-found',
    'Some of the ids are not in this dataset: see errors.',
    missing.map((id) => ({ field: 'ids', expected: `an id of ${dataset}`, received: id })),
  )
}

async function* walk(
  dataset: string,
  question: FeatureQuestion,
  { storage, signal }: SelectionContext,
): AsyncGenerator<Feature> {
  let after: string | undefined
  for (;;) {
    await pause()
    signal.throwIfAborted()
    const page = { ...question, limit: PAGE, ...(after === undefined ? {} : { after }) }
    const read = await storage.selectFeatures(dataset, page)
    yield* read
    after = read.at(-1)?.id
    if (read.length < PAGE || after === undefined) return
  }
}

function tooMany(featureCount: number): Refusal {
  return new Refusal(
    'query-too-long',
    `${featureCount} features are more than the ${MOST_EXPORTED_FEATURES} that one file may hold: narrow the selection.`,
  )
}
