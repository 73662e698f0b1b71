/**
 * Features under a filter, a box and a list of ids, in order of id behind a key. Attributes are asked in SQL; the R*Tree
 * narrows by place; what only the exact geometry can tell is decided by geodata, chunk by chunk, between which others run.
 */
import { setImmediate } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import * as z from 'zod'
import type { BBox } from '#geodata/contract/geo.ts'
import { boxOfExpression, narrower } from '#geodata/cql2/box.ts'
import { matcher } from '#geodata/cql2/evaluate.ts'
import { hasSpatial } from '#geodata/cql2/expression.ts'
import type { Queryables } from '#geodata/cql2/queryables.ts'
import { meetsBox } from '#geodata/spatial/meets-box.ts'
import type { Feature, FeatureQuestion } from '../storage.ts'
import { datasetDimension, outward } from './boxes.ts'
import { parseFeature } from './feature-table.ts'
import { registerFilterFunctions } from './filter-functions.ts'
import { filterSql } from './filter-sql.ts'
import type { SqliteDatabase } from './open-database.ts'
import { bound, joined, type Sql, sql } from './sql-fragment.ts'

export interface FeatureSelection {
  select(asked: Asked, page: { limit: number; after?: string }): Promise<Feature[]>
  count(asked: Asked): Promise<number>
  /** Keys of the features that meet it, as the tables beside the features know them. */
  keys(asked: Asked): Promise<number[]>
}
export interface Asked extends FeatureQuestion {
  /** Number of the dataset. */
  dataset: number
  queryables: Queryables
}

/** More candidates than this in a box and it is quicker to walk the features by id. */
const WALK_FROM = 4000
const CHUNK = 500

interface Row {
  key: number
  feature: Feature
}

interface Plan {
  /** After FROM and WHERE: what every row must meet. */
  from: Sql
  where: Sql
  /** Decides what SQL left open; undefined where SQL decides alone. */
  decides: ((feature: Feature) => boolean) | undefined
}

export function featureSelection(db: SqliteDatabase): FeatureSelection {
  registerFilterFunctions(db)
  const statements = new LRUCache<string, ReturnType<SqliteDatabase['prepare']>>({ max: 100 })

  function prepared({ text }: Sql) {
    const known = statements.get(text)
    if (known) return known
    const made = db.prepare(text)
    statements.set(text, made)
    return made
  }

  function planOf({ dataset, filter, bbox, ids, queryables }: Asked): Plan | 'nothing' {
    const box = narrower(filter === undefined ? null : boxOfExpression(filter), bbox ?? null)
    if (box === 'nowhere') return 'nothing'
    const terms = [sql`feature.dataset = ${bound(dataset)}`]
    if (ids !== undefined) terms.push(sql`feature.id IN (SELECT value FROM json_each(${bound(JSON.stringify(ids))}))`)
    if (filter !== undefined) terms.push(filterSql(filter, queryables))
    const matches = filter !== undefined && hasSpatial(filter) ? matcher(filter, queryables) : undefined
    const isIn =
      bbox === undefined
        ? undefined
        : (feature: Feature) => feature.geometry !== null && meetsBox(feature.geometry, bbox)
    const place = box === null ? { from: sql`feature`, terms: [] } : placed(dataset, box)
    return {
      from: place.from,
      where: joined([...place.terms, ...terms], sql` AND `),
      decides: matches || isIn ? (feature) => (isIn?.(feature) ?? true) && (matches?.(feature) ?? true) : undefined,
    }
  }

  /** By the tree where few lie in the box; else by the boxes kept with the features. */
  function placed(dataset: number, box: BBox): { from: Sql; terms: Sql[] } {
    const { west, south, east, north } = outward(box)
    const meets = sql`west <= ${bound(east)} AND east >= ${bound(west)} AND south <= ${bound(north)} AND north >= ${bound(south)}`
    const inTree = sql`SELECT feature FROM feature_box WHERE dataset_low = ${bound(datasetDimension(dataset))} AND ${meets}`
    const counted = sql`SELECT count(*) FROM (${inTree} LIMIT ${bound(WALK_FROM + 1)})`
    const found = Number(
      prepared(counted)
        .pluck()
        .get(...counted.values),
    )
    if (found > WALK_FROM) return { from: sql`feature`, terms: [meets] }
    return { from: sql`(${inTree}) AS placed CROSS JOIN feature ON feature.pk = placed.feature`, terms: [] }
  }

  /** Rows after an id, in order of id, that SQL lets through. */
  function rows({ from, where }: Plan, after: string, limit: number): Row[] {
    const asked = sql`SELECT pk, feature.id AS id, properties, geometry FROM ${from}
      WHERE ${where} AND feature.id > ${bound(after)} ORDER BY feature.id LIMIT ${bound(limit)}`
    return prepared(asked)
      .all(...asked.values)
      .map((row) => ({ key: z.object({ pk: z.number() }).parse(row).pk, feature: parseFeature(row) }))
  }

  async function* decided(plan: Plan, { signal }: Asked, after: string): AsyncGenerator<Row> {
    for (let last: string | undefined = after; last !== undefined; ) {
      signal?.throwIfAborted()
      const chunk: Row[] = rows(plan, last, CHUNK)
      for (const row of chunk) if (plan.decides?.(row.feature) ?? true) yield row
      last = chunk.length === CHUNK ? chunk.at(-1)?.feature.id : undefined
      await setImmediate()
    }
  }

  return {
    async select(asked, { limit, after = '' }) {
      const plan = planOf(asked)
      if (plan === 'nothing' || limit < 1) return []
      if (!plan.decides) return rows(plan, after, limit).map(({ feature }) => feature)
      const found: Feature[] = []
      for await (const { feature } of decided(plan, asked, after)) {
        found.push(feature)
        if (found.length >= limit) break
      }
      return found
    },
    async count(asked) {
      const plan = planOf(asked)
      if (plan === 'nothing') return 0
      if (!plan.decides) {
        const counted = sql`SELECT count(*) FROM ${plan.from} WHERE ${plan.where}`
        return z.number().parse(
          prepared(counted)
            .pluck()
            .get(...counted.values),
        )
      }
      let count = 0
      for await (const _ of decided(plan, asked, '')) count++
      return count
    },
    async keys(asked) {
      const plan = planOf(asked)
      if (plan === 'nothing') return []
      if (!plan.decides) {
        const listed = sql`SELECT pk FROM ${plan.from} WHERE ${plan.where}`
        return z.array(z.number()).parse(
          prepared(listed)
            .pluck()
            .all(...listed.values),
        )
      }
      const keys: number[] = []
      for await (const { key } of decided(plan, asked, '')) keys.push(key)
      return keys
    },
  }
}
