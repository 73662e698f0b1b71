/** Datasets by number, with a version that changes at every write. */
import * as z from 'zod'
import type { DatasetState } from '../storage.ts'
import type { SqliteDatabase } from './open-database.ts'

const Row = z.object({
  ...{ number: z.number(), id: z.string(), version: z.string(), feature_count: z.number() },
  ...{ west: z.number(), south: z.number(), east: z.number(), north: z.number() },
})
const PlacelessRow = Row.extend({ west: z.null(), south: z.null(), east: z.null(), north: z.null() })
const DatasetRow = z.union([Row, PlacelessRow])

export interface DatasetTable {
  all(): readonly DatasetState[]
  /** The number of a dataset, or undefined where nothing of it was ever stored. */
  number(id: string): number | undefined
  /** Its number, given one where it has none. */
  ensure(id: string): number
  state(id: string): DatasetState
  written(state: DatasetState): void
}

export function datasetTable(db: SqliteDatabase): DatasetTable {
  const selectAll = db.prepare('SELECT * FROM dataset ORDER BY id')
  const selectOne = db.prepare('SELECT * FROM dataset WHERE id = ?')
  const insert = db.prepare(`INSERT INTO dataset (id, version, feature_count) VALUES (?, '', 0)`)
  const update = db.prepare(
    `UPDATE dataset SET version = :version, feature_count = :featureCount,
       west = :west, south = :south, east = :east, north = :north
     WHERE id = :id`,
  )
  const dataVersion = db.prepare('PRAGMA data_version').pluck()
  let kept: Kept | undefined

  /** Read again when this connection wrote or another did; never kept from the midst of a write, which may be undone. */
  function known(): Kept {
    const version = dataVersion.get()
    if (kept && kept.dataVersion === version && !db.inTransaction) return kept
    const rows = selectAll.all().map((row) => DatasetRow.parse(row))
    const read = {
      dataVersion: version,
      states: rows.map(stateOf),
      numbers: new Map(rows.map((r) => [r.id, r.number])),
    }
    kept = db.inTransaction ? undefined : read
    return read
  }
  const number = (id: string): number | undefined => known().numbers.get(id)
  return {
    all: () => known().states,
    number,
    ensure: (id) => number(id) ?? Number(insert.run(id).lastInsertRowid),
    state: (id) => stateOf(selectOne.get(id)),
    written({ bbox, ...state }) {
      kept = undefined
      const [west, south, east, north] = bbox ?? [null, null, null, null]
      update.run({ ...state, west, south, east, north })
    },
  }
}

interface Kept {
  dataVersion: unknown
  states: DatasetState[]
  numbers: ReadonlyMap<string, number>
}

function stateOf(row: unknown): DatasetState {
  const { id, version, feature_count, west, south, east, north } = DatasetRow.parse(row)
  return { id, version, featureCount: feature_count, bbox: west === null ? null : [west, south, east, north] }
}
