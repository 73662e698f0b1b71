/**
 * Which property of a dataset is the date that `datetime` asks about: its own date or year where it has one, else the date
 * of the figures in the provenance. Dates are texts that begin with a year, a month or a day (`2019`, `2019-06`,
 * `2019-06-20`, `2026-01 (week 3)`) or years as numbers; each stands for all of its days.
 */
import type { DatasetDefinition } from '#geodata/contract/dataset.ts'
import { type Expression, type IntervalEnd, type Node, operation } from '#geodata/cql2/expression.ts'
import { type Queryable, queryablesOf, storedValue } from '#geodata/cql2/queryables.ts'
import type { OgcContext } from './operation.ts'
import type { Interval } from './parameters.ts'

const CANDIDATES = ['date', 'year', 'provenance_asOf'] as const

/** null where the features have no dates: then every feature meets every time. */
export function temporalProperty(dataset: DatasetDefinition): Queryable | null {
  const queryables = queryablesOf(dataset)
  for (const name of CANDIDATES) {
    const found = queryables.get(name)
    if (found) return found
  }
  return null
}

/** First and last day that a date stands for, as `YYYY-MM-DD`; null where it says none. */
export function daysOf(date: unknown): { first: string; last: string } | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?!\d))?(?:-(\d{2})(?!\d))?/.exec(String(date ?? '')) ?? []
  if (year === undefined) return null
  const lastMonth = month ?? '12'
  const lastDay = day ?? String(new Date(Date.UTC(Number(year), Number(lastMonth), 0)).getUTCDate())
  return { first: `${year}-${month ?? '01'}-${day ?? '01'}`, last: `${year}-${lastMonth}-${lastDay}` }
}

/** A date shares a day with an interval; what has no date meets any (Part 1, requirement fc-time-response). */
export function meetsInterval({ name, type }: Queryable, { start, end }: Interval): Expression {
  const property: Node = { kind: 'property', name }
  const [from, to] = [start?.slice(0, 10), end?.slice(0, 10)]
  const undated = operation('isNull', property)
  if (type === 'date') {
    const day = (value: string | undefined): IntervalEnd => (value ? { kind: 'date', value } : { kind: 'open' })
    return operation(
      'or',
      undated,
      operation('t_intersects', property, { kind: 'interval', start: day(from), end: day(to) }),
    )
  }
  // A year as a number, or as text that may go on: `2013-2018 approx` counts as 2013.
  const year = (date: string, ending: string): Node =>
    type === 'string'
      ? { kind: 'text', value: `${date.slice(0, 4)}${ending}` }
      : { kind: 'number', value: Number(date.slice(0, 4)) }
  const bounds = [
    ...(from ? [operation('>=', property, year(from, ''))] : []),
    ...(to ? [operation('<=', property, year(to, '~'))] : []),
  ]
  const [only] = bounds
  return operation('or', undated, only && bounds.length === 1 ? only : operation('and', ...bounds))
}

const PAGE = 1000

/** First and last date among the features, as RFC 3339 instants; null where none has a date. Kept until the data change. */
export async function temporalExtent(
  dataset: DatasetDefinition,
  context: OgcContext,
): Promise<[string, string] | null> {
  const property = temporalProperty(dataset)
  if (property === null) return null
  const { extent } = await context.cache.get(`dates of ${dataset.id}`, [dataset.id], async () => ({
    extent: await scanDates(dataset.id, property, context),
  }))
  return extent
}

async function scanDates(
  dataset: string,
  property: Queryable,
  { storage, signal }: OgcContext,
): Promise<[string, string] | null> {
  const [head] = property.path
  let [first, last] = ['', '']
  let after: string | undefined
  do {
    signal.throwIfAborted()
    const page = await storage.features(dataset, { limit: PAGE, ...(after === undefined ? {} : { after }) })
    // Bulk map data: where one feature has neither date nor provenance, none has (contract/dataset.ts).
    if (head !== undefined && page[0] && !(head in page[0].properties)) return null
    for (const feature of page) {
      const days = daysOf(storedValue(property, feature))
      if (days && (first === '' || days.first < first)) first = days.first
      if (days && days.last > last) last = days.last
    }
    after = page.length === PAGE ? page.at(-1)?.id : undefined
  } while (after !== undefined)
  return first === '' ? null : [`${first}T00:00:00Z`, `${last}T23:59:59Z`]
}
