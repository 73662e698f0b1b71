/** Datasets by number, with a version that changes at every write. */
import * as z from 'zod'
import type { DatasetState } from '../storage.ts'
import type { SqliteDatabase } from './open-database.ts'

const DatasetRow = z.object({ number: z.number(), id: z.string(), version: z.string(), feature_count: z.number() })

export interface DatasetTable {
  all(): DatasetState[]
  /** The number of a dataset, or undefined where nothing of it was ever stored. */
  number(id: string): number | undefined
  /** Its number, given one where it has none. */
  ensure(id: string): number
  state(id: string): DatasetState
  /** Sets version and count after a write; the version follows from what was written. */
  written(id: string, fingerprint: string): DatasetState
}

export function datasetTable(db: SqliteDatabase): DatasetTable {
  const selectAll = db.prepare('SELECT number, id, version, feature_count FROM dataset ORDER BY id')
  const selectOne = db.prepare('SELECT number, id, version, feature_count FROM dataset WHERE id = ?')
  const insert = db.prepare(`INSERT INTO dataset (id, version, feature_count) VALUES (?, '', 0)`)
  const update = db.prepare(
    `UPDATE dataset SET version = ?, feature_count = (SELECT count(*) FROM feature WHERE dataset = number) WHERE id = ?`,
  )
  const row = (id: string): z.output<typeof DatasetRow> => DatasetRow.parse(selectOne.get(id))

  function number(id: string): number | undefined {
    const found = DatasetRow.optional().parse(selectOne.get(id))
    return found?.number
  }
  function state(id: string): DatasetState {
    const { version, feature_count } = row(id)
    return { id, version, featureCount: feature_count }
  }
  return {
    all: () =>
      selectAll
        .all()
        .map((each) => DatasetRow.parse(each))
        .map(({ id, version, feature_count }) => ({ id, version, featureCount: feature_count })),
    number,
    ensure(id) {
      const known = number(id)
      if (known !== undefined) return known
      return Number(insert.run(id).lastInsertRowid)
    },
    state,
    written(id, fingerprint) {
      update.run(fingerprint, id)
      return state(id)
    },
  }
}
