/**
 * A page of the features that meet some conditions, in an order, behind a key. The key is the sort values and the id of the
 * last feature seen, never a number of features: whatever comes or goes between two pages, none is skipped or repeated.
 */
import * as z from 'zod'
import { type Queryable, storedValue } from '#geodata/cql2/queryables.ts'
import { positionsOf } from '#geodata/spatial/bbox.ts'
import { Refusal } from '../refusal.ts'
import type { Feature, FeatureQuestion } from '../storage/storage.ts'
import type { OgcContext } from './operation.ts'

type SelectContext = Pick<OgcContext, 'storage' | 'signal'>
type Value = string | number | boolean | null
export interface Order {
  queryable: Queryable
  descending: boolean
}
export interface Selection {
  dataset: string
  question: Pick<FeatureQuestion, 'filter' | 'bbox'>
  orders: readonly Order[]
  limit: number
  /** A cursor of an earlier page. */
  cursor: string | undefined
  /** How many features the dataset has. */
  total: number
}
export interface SelectedPage {
  features: Feature[]
  numberMatched: number
  next: string | null
}

const PAGE = 1000
/** A page ends early when its shapes hold this many positions, about 5 MB of text. */
const MOST_POSITIONS = 200_000

interface Row {
  feature: Feature
  key: Value[]
}

export async function selectPage(selection: Selection, context: SelectContext): Promise<SelectedPage> {
  const { dataset, question, orders, limit, total } = selection
  const after = selection.cursor === undefined ? null : keyFrom(selection.cursor, orders.length + 1)
  const isAll = question.filter === undefined && question.bbox === undefined
  const asked = { ...question, signal: context.signal }
  const counted = (): number | Promise<number> => (isAll ? total : context.storage.countFeatures(dataset, asked))
  if (orders.length > 0) {
    const numberMatched = await counted()
    const sorted = numberMatched === 0 ? [] : await sortedRows(selection, after, context)
    return pageOf(sorted, limit, numberMatched)
  }
  // In order of id the store gives the page as it is.
  const id = after === null ? {} : { after: String(after[0]) }
  const features = await context.storage.selectFeatures(dataset, { ...asked, limit: limit + 1, ...id })
  const rows = features.map((feature) => ({ feature, key: [feature.id] }))
  // A first page that is not full holds all that match.
  const isWhole = after === null && rows.length <= limit
  return pageOf(rows, limit, isWhole ? rows.length : await counted())
}

/** The least rows behind a key, one more than the limit; only so many are held at a time. */
async function sortedRows(
  { dataset, question, orders, limit }: Selection,
  after: readonly Value[] | null,
  context: SelectContext,
): Promise<Row[]> {
  let rows: Row[] = []
  for await (const feature of everyFeature(dataset, question, context)) {
    const row = { feature, key: keyOf(feature, orders) }
    if (after !== null && compare(row.key, after, orders) <= 0) continue
    rows.push(row)
    if (rows.length > 4 * (limit + 1)) rows = least(rows, orders, limit + 1)
  }
  return least(rows, orders, limit + 1)
}

/** `rows` hold one more than the limit where there is another page. */
function pageOf(rows: readonly Row[], limit: number, numberMatched: number): SelectedPage {
  const shown = withinPositions(rows.slice(0, limit))
  const last = shown.at(-1)
  return {
    features: shown.map(({ feature }) => feature),
    numberMatched,
    next: rows.length > shown.length && last ? cursorOf(last.key) : null,
  }
}

async function* everyFeature(
  dataset: string,
  question: Selection['question'],
  { storage, signal }: SelectContext,
): AsyncGenerator<Feature> {
  let after: string | undefined
  do {
    signal.throwIfAborted()
    const key = after === undefined ? {} : { after }
    const page = await storage.selectFeatures(dataset, { ...question, signal, limit: PAGE, ...key })
    yield* page
    after = page.length === PAGE ? page.at(-1)?.id : undefined
  } while (after !== undefined)
}

function least(rows: readonly Row[], orders: readonly Order[], count: number): Row[] {
  return [...rows].sort((a, b) => compare(a.key, b.key, orders)).slice(0, count)
}

const KeyValue = z.union([z.string(), z.number(), z.boolean(), z.null()])

function keyOf(feature: Feature, orders: readonly Order[]): Value[] {
  return [...orders.map(({ queryable }) => KeyValue.parse(storedValue(queryable, feature))), feature.id]
}

/** Unknown comes last in either direction; the id decides between equals. */
function compare(a: readonly Value[], b: readonly Value[], orders: readonly Order[]): number {
  for (let index = 0; index < a.length; index++) {
    const [one = null, other = null] = [a[index], b[index]]
    if (one === other) continue
    if (one === null) return 1
    if (other === null) return -1
    const isLess = one < other
    return isLess === (orders[index]?.descending ?? false) ? 1 : -1
  }
  return 0
}

function withinPositions(rows: readonly Row[]): Row[] {
  let positions = 0
  const shown: Row[] = []
  for (const row of rows) {
    if (positions > MOST_POSITIONS) break
    shown.push(row)
    if (row.feature.geometry) for (const _ of positionsOf(row.feature.geometry)) positions++
  }
  return shown
}

function cursorOf(key: readonly Value[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

function keyFrom(cursor: string, length: number): Value[] {
  try {
    return z
      .array(KeyValue)
      .length(length)
      .parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch {
    throw new Refusal('invalid-request', 'The cursor is none of this question: follow the link next as it stands.', [
      { field: 'cursor', expected: 'what the link next holds', received: cursor },
    ])
  }
}
