/**
 * Counts and lists under a filter, over the columns of deposit-columns.ts. One pass marks for each deposit which fields
 * of the filter it misses; every count follows from the marks, because a deposit that misses only one field still
 * counts among the choices of that field.
 */
import { LRUCache } from 'lru-cache'
import type { DepositCount } from '#geodata/contract/endpoints.ts'
import { type DepositChoices, FACETS, type Facet, filterToQuery } from '#geodata/contract/filter.ts'
import type { FacetCount } from '../storage.ts'
import type { DepositColumns, FacetColumn } from './deposit-columns.ts'

export type SortOrder = 'asc' | 'desc'

/** The only deposits that may count, by key, and a name for them: equal names, equal deposits. */
export interface Restriction {
  name: string
  keys: ReadonlySet<number>
}

export interface DepositFacets {
  count(filter: DepositChoices, within?: Restriction): DepositCount
  facets(filter: DepositChoices, within?: Restriction): Record<Facet, FacetCount[]>
  /** Keys of the matching deposits, parts included, in the order asked for; unknown values last, then by name. */
  list(
    filter: DepositChoices,
    page: { limit: number; offset: number; sort: string; order: SortOrder },
    within?: Restriction,
  ): number[]
}

const MATCHES = 0
const MISSES_SEVERAL = 255

export function depositFacets(columns: DepositColumns): DepositFacets {
  const marks = new LRUCache<string, Uint8Array>({ max: 16 })
  const answers = new LRUCache<string, Record<Facet, FacetCount[]>>({ max: 64 })
  const orders = new Map<string, Uint32Array>()

  function marksOf(filter: DepositChoices, within: Restriction | undefined): Uint8Array {
    const key = keyOf(filter, within)
    const known = marks.get(key)
    if (known) return known
    const made = markMisses(columns, filter)
    if (within) markOutside(columns, within, made)
    marks.set(key, made)
    return made
  }

  return {
    count: (filter, within) => countWhole(columns, marksOf(filter, within)),
    facets(filter, within) {
      const key = keyOf(filter, within)
      const known = answers.get(key)
      if (known) return known
      const marked = marksOf(filter, within)
      const answer = Object.fromEntries(
        FACETS.map((facet, index) => [facet, countValues(columns, columns.facets[facet], marked, index + 1)]),
      ) as Record<Facet, FacetCount[]>
      answers.set(key, answer)
      return answer
    },
    list(filter, { limit, offset, sort, order }, within) {
      const key = `${sort} ${order}`
      const rows = orders.get(key) ?? sortedRows(columns, sort, order)
      orders.set(key, rows)
      const marked = marksOf(filter, within)
      const keys: number[] = []
      let skipped = 0
      for (let i = 0; i < rows.length && keys.length < limit; i++) {
        const row = rows[i] ?? 0
        if (marked[row] !== MATCHES) continue
        if (skipped++ >= offset) keys.push(columns.keys[row] ?? 0)
      }
      return keys
    },
  }
}

function keyOf(filter: DepositChoices, within: Restriction | undefined): string {
  return `${filterToQuery(filter)} ${within?.name ?? ''}`
}

/** What lies outside a restriction counts nowhere, among the choices of a field neither. */
function markOutside({ keys }: DepositColumns, within: Restriction, marks: Uint8Array): void {
  for (let row = 0; row < marks.length; row++) if (!within.keys.has(keys[row] ?? -1)) marks[row] = MISSES_SEVERAL
}

/** 0: matches; n: misses only the nth facet; 255: misses several. */
function markMisses(columns: DepositColumns, filter: DepositChoices): Uint8Array {
  const marks = new Uint8Array(columns.rowCount)
  FACETS.forEach((facet, index) => {
    const chosen = filter[facet]
    if (chosen === undefined) return
    const { values, starts, codes } = columns.facets[facet]
    const wanted = new Set<string>(typeof chosen === 'string' ? [chosen] : chosen)
    const allowed = Uint8Array.from(values, (value) => (wanted.has(value) ? 1 : 0))
    for (let row = 0; row < marks.length; row++) {
      let passes = false
      for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i++) if (allowed[codes[i] ?? 0] === 1) passes = true
      if (!passes) marks[row] = marks[row] === MATCHES ? index + 1 : MISSES_SEVERAL
    }
  })
  if (filter.id) markUnchosen(columns, filter.id, marks)
  return marks
}

/** What was not chosen counts nowhere, among the choices of a field neither. */
function markUnchosen({ rowById }: DepositColumns, ids: readonly string[], marks: Uint8Array): void {
  const chosen = new Set(ids.map((id) => rowById.get(id)))
  for (let row = 0; row < marks.length; row++) if (!chosen.has(row)) marks[row] = MISSES_SEVERAL
}

function countWhole({ parents }: DepositColumns, marks: Uint8Array): DepositCount {
  const count = { deposits: 0, parts: 0 }
  for (let row = 0; row < marks.length; row++) {
    if (marks[row] !== MATCHES) continue
    const parent = parents[row] ?? -1
    if (parent >= 0 && marks[parent] === MATCHES) count.parts++
    else count.deposits++
  }
  return count
}

/** For each value, the whole deposits that choosing it alone would leave: a part counts only where its parent would not. */
function countValues(
  { parents }: DepositColumns,
  { values, labels, starts, codes }: FacetColumn,
  marks: Uint8Array,
  ownMark: number,
): FacetCount[] {
  const counts = new Uint32Array(values.length)
  const isIn = (row: number): boolean => marks[row] === MATCHES || marks[row] === ownMark
  const has = (row: number, code: number): boolean => {
    for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i++) if (codes[i] === code) return true
    return false
  }
  for (let row = 0; row < marks.length; row++) {
    if (!isIn(row)) continue
    const parent = parents[row] ?? -1
    const parentIn = parent >= 0 && isIn(parent)
    for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i++) {
      const code = codes[i] ?? 0
      if (!(parentIn && has(parent, code))) counts[code] = (counts[code] ?? 0) + 1
    }
  }
  return values
    .map((value, code) => ({ value, label: labels[code] ?? null, count: counts[code] ?? 0 }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

/** Fields whose order is not that of the alphabet, least first. */
const STATED_ORDER: Readonly<Record<string, readonly string[]>> = {
  status: ['prospect', 'exploration', 'feasibility', 'developing', 'operating', 'suspended', 'past_producer'],
  confidence: ['low', 'medium', 'high'],
}

function sortedRows(columns: DepositColumns, sort: string, order: SortOrder): Uint32Array {
  const rows = Uint32Array.from({ length: columns.rowCount }, (_, row) => row)
  const direction = order === 'asc' ? 1 : -1
  if (sort === 'name') return order === 'asc' ? rows : rows.reverse()
  const rank = rankOf(columns, sort)
  return rows.sort((a, b) => {
    const x = rank[a] ?? Number.NaN
    const y = rank[b] ?? Number.NaN
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b
    return direction * (x - y) || a - b
  })
}

function rankOf(columns: DepositColumns, sort: string): Float64Array {
  if (sort === 'importance') return Float64Array.from(columns.importance)
  if (sort === 'resource') return columns.resourceMt
  if (sort !== 'commodity' && sort !== 'province' && sort !== 'status' && sort !== 'confidence')
    throw new Error(`deposits cannot be sorted by ${sort}`)
  const { values, starts, codes } = columns.facets[sort]
  const inOrder = STATED_ORDER[sort] ?? [...values].sort()
  const rankByCode = values.map((value) => inOrder.indexOf(value))
  // The first code of a row: for commodities the primary one.
  return Float64Array.from({ length: columns.rowCount }, (_, row) => rankByCode[codes[starts[row] ?? 0] ?? 0] ?? -1)
}
