/**
 * Features of a dataset under a filter, in order of id. The R*Tree narrows where the filter has a necessary box; the rest
 * walks by id. Either way in slices, so that other readers have their turn between them.
 */
import { LRUCache } from 'lru-cache'
import * as z from 'zod'
import type { BBox } from '#geodata/contract/geo.ts'
import { boundsOf } from '#geodata/cql2/bounds.ts'
import type { Expression } from '#geodata/cql2/expression.ts'
import type { Queryables } from '#geodata/cql2/queryables.ts'
import { bothFilters } from '#geodata/cql2/read-filter.ts'
import type { Feature, FeatureSelection } from '../storage.ts'
import { datasetDimension, outward } from './boxes.ts'
import { type CompiledFilter, compileFilter } from './compile-filter.ts'
import { parseFeature } from './feature-row.ts'
import { addFilterFunctions } from './filter-functions.ts'
import type { SqliteDatabase } from './open-database.ts'

/** More candidates than this and it is quicker to walk the features by id. */
const MOST_BOXED = 20_000
/** Rows of a slice: at first, and at most. */
const FIRST_SLICE = 64
const MOST_SLICE = 4000
/** A slice that took longer is followed by half as many rows, one that took less than a quarter by twice as many. */
const SLICE_MS = 16

export interface FeatureSelector {
  /** Each step looks at one slice and yields what matches in it, until there are `limit`. */
  select(question: SelectQuestion, limit: number): Generator<Feature[]>
  /** Each step looks at one slice and yields how many match in it. */
  count(question: SelectQuestion): Generator<number>
  /** Each step looks at one slice and yields the keys of what matches in it. */
  keys(question: SelectQuestion): Generator<number[]>
}

export interface SelectQuestion {
  dataset: number
  queryables: Queryables
  filter: Expression
  /** Only these, where given. */
  ids?: readonly string[]
  /** Only features beyond this id. */
  after: string
}

const ALL = 'f.dataset = :dataset'

export function featureSelector(db: SqliteDatabase): FeatureSelector {
  addFilterFunctions(db)
  const statements = new LRUCache<string, ReturnType<SqliteDatabase['prepare']>>({ max: 100 })
  const idsInBox = db
    .prepare(
      `SELECT id FROM feature_box
       WHERE dataset_low = :dimension AND west <= :east AND east >= :west AND south <= :north AND north >= :south
       LIMIT :limit`,
    )
    .pluck()
  const idAfter = db.prepare('SELECT id FROM feature WHERE dataset = ? AND id > ? ORDER BY id LIMIT 1 OFFSET ?').pluck()

  function prepared(sql: string) {
    const known = statements.get(sql)
    if (known) return known
    const made = db.prepare(sql)
    statements.set(sql, made)
    return made
  }

  /** Ids within the box, in order; undefined where they are too many to be worth it. */
  function boxedIds(dataset: number, bbox: BBox, after: string): string[] | undefined {
    const box = { ...outward(bbox), dimension: datasetDimension(dataset), limit: MOST_BOXED + 1 }
    const ids = z.array(z.string()).parse(idsInBox.all(box))
    return ids.length > MOST_BOXED ? undefined : ids.filter((id) => id > after).sort()
  }

  /** The conditions and values of one slice after the other. */
  function* slices({ dataset, filter, ids: wanted, after }: SelectQuestion, pace: Pace): Generator<CompiledFilter> {
    const bounds = boundsOf(filter)
    if (bounds === 'nowhere') return
    const boxed = wanted || bounds === 'everywhere' ? undefined : boxedIds(dataset, bounds, after)
    const ids = wanted ? [...new Set(wanted)].filter((id) => id > after).sort() : boxed
    if (ids) {
      for (let from = 0; from < ids.length; ) {
        const upTo = from + pace.rows
        const slice = JSON.stringify(ids.slice(from, upTo))
        from = upTo
        yield { sql: `${ALL} AND f.id IN (SELECT value FROM json_each(:slice))`, values: { dataset, slice } }
      }
      return
    }
    for (let low = after; ; ) {
      const high = z
        .string()
        .optional()
        .parse(idAfter.get(dataset, low, pace.rows - 1))
      yield high === undefined
        ? { sql: `${ALL} AND f.id > :low`, values: { dataset, low } }
        : { sql: `${ALL} AND f.id > :low AND f.id <= :high`, values: { dataset, low, high } }
      if (high === undefined) return
      low = high
    }
  }

  /** Runs one statement a slice: `head` of a SELECT, and what follows its conditions. */
  function* rows(question: SelectQuestion, head: string, tail: string, more: () => Record<string, number>) {
    const filter = compileFilter(question.filter, question.queryables)
    const pace: Pace = { rows: FIRST_SLICE }
    for (const slice of slices(question, pace)) {
      const statement = prepared(`${head} FROM feature AS f WHERE ${slice.sql} AND ${filter.sql} ${tail}`)
      const start = performance.now()
      const found = statement.all({ ...slice.values, ...filter.values, ...more() })
      pace.rows = nextSlice(pace.rows, performance.now() - start)
      yield found
    }
  }

  return {
    *select(question, limit) {
      let left = limit
      const head = 'SELECT f.id, f.properties, f.geometry'
      for (const found of rows(question, head, 'ORDER BY f.id LIMIT :left', () => ({ left }))) {
        left -= found.length
        yield found.map(parseFeature)
        if (left <= 0) return
      }
    },
    *count(question) {
      for (const [row] of rows(question, 'SELECT count(*) AS found', '', () => ({})))
        yield z.object({ found: z.number() }).parse(row).found
    },
    *keys(question) {
      for (const found of rows(question, 'SELECT f.pk AS key', '', () => ({})))
        yield found.map((row) => z.object({ key: z.number() }).parse(row).key)
    },
  }
}

interface Pace {
  /** How many rows the next slice looks at. */
  rows: number
}

function nextSlice(rows: number, tookMs: number): number {
  if (tookMs > SLICE_MS) return Math.max(1, Math.floor(rows / 2))
  return tookMs < SLICE_MS / 4 ? Math.min(MOST_SLICE, rows * 2) : rows
}

/** One filter that says the same as a selection, ids aside. */
export function selectionFilter({ filter, bbox }: FeatureSelection): Expression {
  const box: Expression | undefined = bbox && {
    ...{ kind: 'spatial', op: 's_intersects', left: { kind: 'property', name: 'geometry' } },
    right: { kind: 'bbox', bbox },
  }
  return bothFilters(filter, box) ?? { kind: 'boolean', value: true }
}
