/** What the abstract tests of CQL2 are asked with: predicates over the queryables of some collections, in both encodings. */
import { expect } from 'vitest'
import * as z from 'zod'
import { queryablesOf } from '#geodata/cql2/queryables.ts'
import { readFilter } from '#geodata/cql2/read-filter.ts'
import { toJson } from '#geodata/cql2/to-json.ts'
import { DATASETS } from '#geodata/datasets/catalogue.ts'
import { dice, pick } from './hostile-values.ts'
import type { OgcClient } from './ogc-client.ts'

/** Points, lines and areas; texts, numbers, truths, dates and lists; a table without places. */
export const SOURCES = ['deposits', 'corridors', 'provinces', 'earthquakes', 'trade']

/** Literals of the standard's tests by data type. */
export const VALUES: Readonly<Record<string, string>> = {
  string: "'foo'",
  boolean: 'true',
  number: '3.14',
  integer: '1',
  date: "DATE('2022-04-14')",
}
export interface Asked {
  source: string
  name: string
  type: string
}

const Schema = z.object({
  properties: z.record(z.string(), z.looseObject({ type: z.string().optional(), format: z.string().optional() })),
})

export function createConformance(ogc: () => OgcClient) {
  /** Of each source: predicates that were evaluated, to be combined. */
  const stored = new Map<string, string[]>()
  const roll = dice(20_261_124)

  async function typesOf(source: string): Promise<Asked[]> {
    const { properties } = Schema.parse(await ogc().json(`/collections/${source}/queryables`))
    return Object.entries(properties).map(([name, { type, format }]) => ({
      source,
      name: `"${name}"`,
      type: format === 'date' ? 'date' : (format ?? '').startsWith('geometry') ? 'geometry' : String(type),
    }))
  }

  /** Every queryable of the types, of every source. */
  async function each(types: readonly string[]): Promise<Asked[]> {
    const all = await Promise.all(SOURCES.map(typesOf))
    const found = all.flat().filter(({ type }) => types.includes(type))
    expect(found.length).toBeGreaterThan(0)
    return found
  }

  /** How many features match, asked in text and in JSON, which must agree. */
  async function count(source: string, filter: string): Promise<number> {
    const dataset = DATASETS.find(({ id }) => id === source)
    if (!dataset) throw new Error(source)
    const json = JSON.stringify(toJson(readFilter(filter, queryablesOf(dataset))))
    const byText = await ogc().items(source, { limit: 1, filter, 'filter-lang': 'cql2-text' })
    const byJson = await ogc().items(source, { limit: 1, filter: json, 'filter-lang': 'cql2-json' })
    expect(byJson.numberMatched, filter).toBe(byText.numberMatched)
    return byText.numberMatched
  }

  /** Evaluates, keeps for `combine`, counts. */
  async function evaluate({ source }: { source: string }, ...predicates: readonly string[]): Promise<number[]> {
    stored.set(source, [...(stored.get(source) ?? []), ...predicates])
    return Promise.all(predicates.map((predicate) => count(source, predicate)))
  }

  /** No feature meets two of the predicates of a pair. */
  async function expectApart({ source }: { source: string }, ...pairs: readonly (readonly [string, string])[]) {
    const both = pairs.map(([a, b]) => `((${a}) AND (${b}))`).join(' OR ')
    expect(await count(source, both), both).toBe(0)
  }

  async function status(source: string, filter: string): Promise<number> {
    return (await ogc().get(`/collections/${source}/items?${new URLSearchParams({ limit: '1', filter })}`)).status
  }

  /** Ten random combinations of what was evaluated, for each source. */
  async function combine(): Promise<void> {
    expect(stored.size).toBeGreaterThan(0)
    for (const [source, predicates] of stored)
      for (let index = 0; index < 10; index++) {
        const [p1, p2, p3, p4] = Array.from({ length: 4 }, () => `(${pick(predicates, roll)})`)
        await count(source, `((NOT ${p1} AND ${p2}) OR (${p3} and NOT ${p4}) or not (${p1} AND ${p4}))`)
      }
  }
  return { each, count, evaluate, expectApart, status, combine }
}
