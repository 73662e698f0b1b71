/**
 * Features under a filter, a box and a list of ids, in order of id behind a key. Attributes are asked in SQL; what only the
 * exact geometry can tell is decided by geodata, slice by slice (feature-slices.ts), between which others run.
 */
import { LRUCache } from 'lru-cache'
import * as z from 'zod'
import type { BBox } from '#geodata/contract/geo.ts'
import { boxOfExpression, narrower } from '#geodata/cql2/box.ts'
import { matcher } from '#geodata/cql2/evaluate.ts'
import { hasSpatial } from '#geodata/cql2/expression.ts'
import type { Queryables } from '#geodata/cql2/queryables.ts'
import { meetsBox } from '#geodata/spatial/meets-box.ts'
import type { DatasetState, Feature, FeatureQuestion } from '../storage.ts'
import { attributeColumns } from './attribute-columns.ts'
import { featureSlices, firstPace, keepPace, type Sliced } from './feature-slices.ts'
import { parseFeature } from './feature-table.ts'
import { registerFilterFunctions } from './filter-functions.ts'
import { filterSql } from './filter-sql.ts'
import type { SqliteDatabase } from './open-database.ts'
import { bound, joined, type Sql, sql } from './sql-fragment.ts'
import { startWork, type Work } from './work.ts'

export interface FeatureSelection {
  select(asked: Asked, page: { limit: number; after?: string }): Promise<Feature[]>
  count(asked: Asked): Promise<number>
  /** Keys of the features that meet it, as the tables beside the features know them. */
  keys(asked: Asked): Promise<number[]>
}
export interface Asked extends FeatureQuestion {
  /** Number of the dataset, and how it stands. */
  dataset: number
  state: DatasetState
  queryables: Queryables
}

interface Row {
  key: number
  feature: Feature
}

interface Plan {
  sliced: Omit<Sliced, 'after'>
  /** What every row must meet. */
  where: Sql
  /** Decides what SQL left open; undefined where SQL decides alone. */
  decides: ((feature: Feature) => boolean) | undefined
}

const Count = z.object({ found: z.number() })
const Key = z.object({ key: z.number() })

export function featureSelection(db: SqliteDatabase): FeatureSelection {
  registerFilterFunctions(db)
  const slices = featureSlices(db)
  const columns = attributeColumns(db)
  const byKey = db.prepare('SELECT id, properties, geometry FROM feature WHERE pk = ?')
  const statements = new LRUCache<string, ReturnType<SqliteDatabase['prepare']>>({ max: 100 })

  function all({ text, values }: Sql): unknown[] {
    const statement = statements.get(text) ?? db.prepare(text)
    statements.set(text, statement)
    return statement.all(...values)
  }

  /** What a statement finds in one slice after the other; `ask` makes the statement from the conditions of a slice. */
  async function* found(plan: Plan, work: Work, after: string, ask: (where: Sql) => Sql) {
    const pace = firstPace()
    for (const slice of slices({ ...plan.sliced, after }, pace)) {
      const start = performance.now()
      yield all(ask(sql`${plan.where} AND ${slice}`))
      keepPace(pace, performance.now() - start)
      await work.pause()
    }
  }

  async function* rows(plan: Plan, work: Work, after: string): AsyncGenerator<Row> {
    const ask = (where: Sql) =>
      sql`SELECT pk AS key, feature.id AS id, properties, geometry FROM feature WHERE ${where} ORDER BY feature.id`
    for await (const slice of found(plan, work, after, ask))
      for (const row of slice) {
        const feature = parseFeature(row)
        if (plan.decides?.(feature) ?? true) yield { key: Key.parse(row).key, feature }
        if (work.isDue()) await work.pause()
      }
  }

  /** One that went away meanwhile is passed over. */
  async function featuresOf(keys: readonly number[], work: Work): Promise<Feature[]> {
    const features: Feature[] = []
    for (const [index, key] of keys.entries()) {
      const row = byKey.get(key)
      if (row !== undefined) features.push(parseFeature(row))
      if (index % 16 === 15 && work.isDue()) await work.pause()
    }
    return features
  }

  /** Keys of what meets a filter alone, where columns in memory can tell. */
  function keysByColumns({ filter, bbox, ids, ...asked }: Asked, box: BBox | null, after: string, limit: number) {
    if (filter === undefined || bbox !== undefined || ids !== undefined) return undefined
    asked.signal?.throwIfAborted()
    const question = { ...asked, filter, after, box }
    return columns.keys(question, limit, startWork(asked.signal))
  }

  return {
    async select(asked, { limit, after = '' }) {
      const box = boxOf(asked)
      if (box === 'nowhere' || limit < 1) return []
      if (isPlain(asked)) return plainPage(asked.dataset, after, limit).map(parseFeature)
      const keys = await keysByColumns(asked, box, after, limit)
      if (keys) return featuresOf(keys, startWork(asked.signal))
      const plan = planOf(asked, box)
      const features: Feature[] = []
      for await (const { feature } of rows(plan, startWork(asked.signal), after)) {
        features.push(feature)
        if (features.length >= limit) break
      }
      return features
    },
    async count(asked) {
      const box = boxOf(asked)
      if (box === 'nowhere') return 0
      const known = await keysByColumns(asked, box, '', Number.POSITIVE_INFINITY)
      if (known) return known.length
      const plan = planOf(asked, box)
      const work = startWork(asked.signal)
      let count = 0
      if (plan.decides) for await (const _ of rows(plan, work, '')) count++
      else {
        const ask = (where: Sql) => sql`SELECT count(*) AS found FROM feature WHERE ${where}`
        for await (const [row] of found(plan, work, '', ask)) count += Count.parse(row).found
      }
      return count
    },
    async keys(asked) {
      const box = boxOf(asked)
      if (box === 'nowhere') return []
      const known = await keysByColumns(asked, box, '', Number.POSITIVE_INFINITY)
      if (known) return known
      const plan = planOf(asked, box)
      const work = startWork(asked.signal)
      const keys: number[] = []
      if (plan.decides) for await (const { key } of rows(plan, work, '')) keys.push(key)
      else {
        const ask = (where: Sql) => sql`SELECT pk AS key FROM feature WHERE ${where}`
        for await (const slice of found(plan, work, '', ask)) keys.push(...slice.map((row) => Key.parse(row).key))
      }
      return keys
    },
  }

  /** A page without conditions needs no slices. */
  function plainPage(dataset: number, after: string, limit: number): unknown[] {
    return all(sql`SELECT feature.id AS id, properties, geometry FROM feature
      WHERE dataset = ${bound(dataset)} AND feature.id > ${bound(after)} ORDER BY feature.id LIMIT ${bound(limit)}`)
  }
}

function isPlain({ filter, bbox, ids }: Asked): boolean {
  return filter === undefined && bbox === undefined && ids === undefined
}

function boxOf({ filter, bbox }: Asked) {
  return narrower(filter === undefined ? null : boxOfExpression(filter), bbox ?? null)
}

function planOf({ dataset, filter, bbox, ids, queryables }: Asked, box: BBox | null): Plan {
  const terms = [sql`feature.dataset = ${bound(dataset)}`]
  if (filter !== undefined) terms.push(filterSql(filter, queryables))
  const matches = filter !== undefined && hasSpatial(filter) ? matcher(filter, queryables) : undefined
  const isIn = bbox === undefined ? undefined : ({ geometry }: Feature) => geometry !== null && meetsBox(geometry, bbox)
  return {
    sliced: { dataset, box, ...(ids === undefined ? {} : { ids }) },
    where: joined(terms, sql` AND `),
    decides: matches || isIn ? (feature) => (isIn?.(feature) ?? true) && (matches?.(feature) ?? true) : undefined,
  }
}
