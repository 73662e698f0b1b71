/** The deposit filter as choices that are on or off. Pure: a filter in, a filter out. */
import type * as z from 'zod'
import { DepositFilter, FACETS, type Facet, filterToQuery } from '#geodata/contract/filter.ts'

export type FilterText = z.input<typeof DepositFilter>

export interface Choice {
  facet: Facet
  value: string
}

export function valuesOf(filter: DepositFilter, facet: Facet): readonly string[] {
  const value = filter[facet]
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value as string]
}

/** Everything that is on, in the order of the panel. */
export function choicesOf(filter: DepositFilter): Choice[] {
  return FACETS.flatMap((facet) => valuesOf(filter, facet).map((value) => ({ facet, value })))
}

/** Facets with one value at most: a second choice replaces the first. */
const SINGLE: readonly Facet[] = ['critical', 'resource']

export function toggleChoice(filter: DepositFilter, { facet, value }: Choice): DepositFilter {
  const before = valuesOf(filter, facet)
  const isOn = before.includes(value)
  const after = isOn ? before.filter((other) => other !== value) : SINGLE.includes(facet) ? [value] : [...before, value]
  return withValues(filter, facet, after)
}

export function withoutFacet(filter: DepositFilter, facet: Facet): DepositFilter {
  return withValues(filter, facet, [])
}

/** Without the condition in CQL2 beside the choices. */
export function withoutCondition({ filter: _, ...choices }: DepositFilter): DepositFilter {
  return choices
}

/** Only these deposits; null: whichever. */
export function withIds(filter: DepositFilter, ids: readonly string[] | null): DepositFilter {
  const { id: _, ...others } = filter
  return ids === null ? others : { ...others, id: [...ids] }
}

/** Query text for calls; equal filters give equal text. */
export function filterQuery(filter: DepositFilter): FilterText {
  // Written by the contract from a filter that has passed its schema.
  return Object.fromEntries(filterToQuery(filter)) as FilterText
}

/** Goes through query text, so that what no schema knows cannot get in. An impossible value leaves the filter as it was. */
function withValues(filter: DepositFilter, facet: Facet, values: readonly string[]): DepositFilter {
  const query: Record<string, string | undefined> = filterQuery(filter)
  delete query[facet]
  if (values.length > 0) query[facet] = [...values].sort().join(',')
  const parsed = DepositFilter.safeParse(query)
  return parsed.success ? parsed.data : filter
}
