/**
 * The features of a dataset, or those that a box or a list of ids lets through, in slices in order of id: so many rows that
 * looking at a slice takes some milliseconds, whatever the question costs, and others have their turn in between.
 */
import * as z from 'zod'
import type { BBox } from '#geodata/contract/geo.ts'
import { compareText } from '#geodata/cql2/text.ts'
import { datasetDimension, outward } from './boxes.ts'
import type { SqliteDatabase } from './open-database.ts'
import { bound, type Sql, sql } from './sql-fragment.ts'

export interface Sliced {
  /** Number of the dataset. */
  dataset: number
  ids?: readonly string[]
  /** A superset is let through: whatever may meet it; null: everything. */
  box: BBox | null
  /** Only what comes behind this id. */
  after: string
}

/** How many rows the next slice looks at; told anew after each. */
export interface Pace {
  rows: number
}

const FIRST_SLICE = 64
const MOST_SLICE = 4000
const SLICE_MS = 16
/** More candidates than this in a box and it is quicker to walk all by id. */
const MOST_BOXED = 20_000

export const firstPace = (): Pace => ({ rows: FIRST_SLICE })

/** A slice that took long is followed by half as many rows, one that took little by twice as many. */
export function keepPace(pace: Pace, tookMs: number): void {
  if (tookMs > SLICE_MS) pace.rows = Math.max(1, Math.floor(pace.rows / 2))
  else if (tookMs < SLICE_MS / 4) pace.rows = Math.min(MOST_SLICE, pace.rows * 2)
}

/** Yields one slice after the other, as a condition on `feature`. */
export function featureSlices(db: SqliteDatabase): (asked: Sliced, pace: Pace) => Generator<Sql> {
  const idsInBox = db
    .prepare(
      `SELECT id FROM feature_box
       WHERE dataset_low = :dimension AND west <= :east AND east >= :west AND south <= :north AND north >= :south
       LIMIT :limit`,
    )
    .pluck()
  const idAfter = db.prepare('SELECT id FROM feature WHERE dataset = ? AND id > ? ORDER BY id LIMIT 1 OFFSET ?').pluck()

  function listed({ dataset, ids, box }: Sliced): readonly string[] | undefined {
    if (ids || box === null) return ids
    const found = idsInBox.all({ ...outward(box), dimension: datasetDimension(dataset), limit: MOST_BOXED + 1 })
    return found.length > MOST_BOXED ? undefined : z.array(z.string()).parse(found)
  }

  return function* slices(asked, pace) {
    const { dataset, after } = asked
    const ids = listed(asked)
    if (ids) {
      const sorted = [...new Set(ids)].filter((id) => compareText(id, after) > 0).sort(compareText)
      for (let from = 0; from < sorted.length; ) {
        const slice = sorted.slice(from, from + pace.rows)
        from += slice.length
        yield sql`feature.id IN (SELECT value FROM json_each(${bound(JSON.stringify(slice))}))`
      }
      return
    }
    const placed = asked.box === null ? sql`1` : meeting(asked.box)
    for (let low: string | undefined = after; low !== undefined; ) {
      const high: unknown = idAfter.get(dataset, low, pace.rows - 1)
      const behind = sql`${placed} AND feature.id > ${bound(low)}`
      low = z.string().optional().parse(high)
      yield low === undefined ? behind : sql`${behind} AND feature.id <= ${bound(low)}`
    }
  }
}

/** By the boxes kept with the features. */
function meeting(box: BBox): Sql {
  const { west, south, east, north } = outward(box)
  return sql`west <= ${bound(east)} AND east >= ${bound(west)} AND south <= ${bound(north)} AND north >= ${bound(south)}`
}
