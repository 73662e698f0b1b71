/**
 * Which features an export holds: those that pass the deposit filter, the box and the list of ids. Counted before anything
 * is written, so that what is too much is refused and never cut; read page by page, with pauses in which others are answered.
 */
import { setImmediate as pause } from 'node:timers/promises'
import type { DatasetDefinition } from '#geodata/contract/dataset.ts'
import { type ExportQuery, MOST_EXPORTED_FEATURES } from '#geodata/contract/export.ts'
import { type DepositFilter, FACETS } from '#geodata/contract/filter.ts'
import { meetsBox } from '#geodata/spatial/meets-box.ts'
import { everyDeposit } from '../queries/every-deposit.ts'
import { knownDataset } from '../queries/known-dataset.ts'
import type { Context } from '../queries/query.ts'
import { Refusal } from '../refusal.ts'
import type { DatasetState, Feature } from '../storage/storage.ts'

const PAGE = 500

export interface Selection {
  definition: DatasetDefinition
  state: DatasetState
  featureCount: number
  /** Each call reads anew. */
  features(signal: AbortSignal): AsyncGenerator<Feature>
}

export type SelectionContext = Pick<Context, 'storage' | 'datasets' | 'signal'>

/** Throws a Refusal: no such dataset, ids that are not there, a deposit filter on something else, or too many features. */
export async function select(dataset: string, query: ExportQuery, context: SelectionContext): Promise<Selection> {
  const definition = knownDataset(dataset, context)
  const state = (await context.storage.datasets()).find(({ id }) => id === dataset)
  if (!state) throw new Refusal('not-found', 'This dataset has not been loaded.')
  const ids = await chosenIds(dataset, query, context)
  const features = (signal: AbortSignal) =>
    ids === null ? walk(dataset, query.bbox, context, signal) : pick(dataset, ids, query.bbox, context, signal)
  const featureCount = query.bbox
    ? await count(features(context.signal))
    : ids === null
      ? state.featureCount
      : ids.length
  if (featureCount > MOST_EXPORTED_FEATURES) throw tooMany(featureCount)
  return { definition, state, featureCount, features }
}

/** Ids in a fixed order where filter or list name them; null where every feature is wanted. */
async function chosenIds(dataset: string, query: ExportQuery, context: SelectionContext): Promise<string[] | null> {
  const filter = depositFilterOf(query)
  if (filter !== null && dataset !== 'deposits')
    throw new Refusal('invalid-request', 'Only the dataset deposits has the deposit filter; others take bbox and ids.')
  const listed = query.ids && (await existingIds(dataset, query.ids, context))
  if (filter === null) return listed ?? null
  const passing = (await everyDeposit(filter, context)).map(({ id }) => id)
  if (!listed) return passing
  const wanted = new Set(listed)
  return passing.filter((id) => wanted.has(id))
}

function depositFilterOf(query: ExportQuery): DepositFilter | null {
  const given = FACETS.filter((facet) => query[facet] !== undefined)
  return given.length === 0 ? null : Object.fromEntries(given.map((facet) => [facet, query[facet]]))
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
  bbox: ExportQuery['bbox'],
  { storage }: SelectionContext,
  signal: AbortSignal,
): AsyncGenerator<Feature> {
  let after: string | undefined
  for (;;) {
    await pause()
    signal.throwIfAborted()
    const page = { limit: PAGE, ...(after === undefined ? {} : { after }) }
    const read = await (bbox ? storage.candidates(dataset, bbox, page) : storage.features(dataset, page))
    for (const feature of read) if (isInside(feature, bbox)) yield feature
    after = read.at(-1)?.id
    if (read.length < PAGE || after === undefined) return
  }
}

async function* pick(
  dataset: string,
  ids: readonly string[],
  bbox: ExportQuery['bbox'],
  { storage }: SelectionContext,
  signal: AbortSignal,
): AsyncGenerator<Feature> {
  for (const [index, id] of ids.entries()) {
    if (index % PAGE === 0) await pause()
    signal.throwIfAborted()
    const feature = await storage.feature({ dataset, id })
    if (!feature) throw new Error(`${dataset}/${id} was removed while it was being exported`)
    if (isInside(feature, bbox)) yield feature
  }
}

function isInside({ geometry }: Feature, bbox: ExportQuery['bbox']): boolean {
  return bbox === undefined || (geometry !== null && meetsBox(geometry, bbox))
}

async function count(features: AsyncIterable<Feature>): Promise<number> {
  let found = 0
  for await (const _ of features) found++
  return found
}

function tooMany(featureCount: number): Refusal {
  return new Refusal(
    'query-too-long',
    `${featureCount} features are more than the ${MOST_EXPORTED_FEATURES} that one file may hold: narrow the selection.`,
  )
}
