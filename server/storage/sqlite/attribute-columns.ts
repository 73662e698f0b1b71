/**
 * Datasets of points as columns in memory, for filters: the properties that were asked about, each value kept once, and the
 * positions. A filter is then decided row by row by geodata/cql2/evaluate.ts, without reading JSON text. Columns are made at the
 * first question about them and go with the version of the dataset; a large one is made in the background, and SQL answers until
 * it is there.
 */
import { setImmediate as turn } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import * as z from 'zod'
import type { BBox } from '#geodata/contract/geo.ts'
import { DERIVATIONS } from '#geodata/cql2/derivations.ts'
import { matcherOver, type Reader } from '#geodata/cql2/evaluate.ts'
import { type Expression, someNode } from '#geodata/cql2/expression.ts'
import type { Queryable, Queryables } from '#geodata/cql2/queryables.ts'
import { compareText } from '#geodata/cql2/text.ts'
import type { DatasetState } from '../storage.ts'
import { pathOf } from './filter-sql.ts'
import type { SqliteDatabase } from './open-database.ts'
import type { Work } from './work.ts'

export interface ColumnQuestion {
  dataset: number
  state: DatasetState
  filter: Expression
  queryables: Queryables
  /** Outside of it the filter cannot hold; null: it can anywhere. */
  box: BBox | null
  /** Only what comes behind this id. */
  after: string
}

export interface AttributeColumns {
  /** Keys of the first `limit` that meet the filter, in order of id; undefined where the columns are not there. */
  keys(asked: ColumnQuestion, limit: number, work: Work): Promise<number[]> | undefined
}

/** null where some features are no points. */
type Places = { ids: string[]; keys: number[]; positions: Float64Array } | null
interface Column {
  codes: Uint32Array
  values: readonly unknown[]
}
/** Made, or on the way. */
type Kept<T> = { made: T } | { made: undefined }

/** So few rows are read at once while the reader waits. */
const SOON = 5000
const [MOST_ROWS, PAGE, MOST_BYTES] = [2_000_000, 500, 256 * 2 ** 20]
const BYTES_PER_PLACE = 96
const SLACK_DEG = 1e-9

const PlaceRow = z.object({ id: z.string(), key: z.number(), geometry: z.string().nullable() })
const ValueRow = z.object({ id: z.string(), value: z.string().nullable() })
const PointGeometry = z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) })

export function attributeColumns(db: SqliteDatabase): AttributeColumns {
  const placesAfter = db.prepare(
    'SELECT id, pk AS key, geometry FROM feature WHERE dataset = ? AND id > ? ORDER BY id LIMIT ?',
  )
  const valuesAfter = db.prepare(
    'SELECT id, properties -> ? AS value FROM feature WHERE dataset = ? AND id > ? ORDER BY id LIMIT ?',
  )
  const kept = new LRUCache<string, Kept<Places> | Kept<Column>>({ maxSize: MOST_BYTES })

  /** What is kept, or what is made at once of few rows; undefined while it is on the way. */
  function had<T extends Places | Column>(
    key: string,
    { state: { featureCount } }: ColumnQuestion,
    rowBytes: number,
    read: () => Generator<void, T>,
  ): T | undefined {
    // Equal keys hold what the same steps made.
    const known = kept.get(key) as Kept<T> | undefined
    if (known) return known.made
    const steps = read()
    const size = Math.max(1, featureCount * rowBytes)
    if (featureCount <= SOON) {
      let step = steps.next()
      while (!step.done) step = steps.next()
      kept.set(key, { made: step.value }, { size })
      return step.value
    }
    const making: Kept<T> = { made: undefined }
    kept.set(key, making, { size })
    inBackground(steps).then(
      (made) => {
        if (kept.get(key) === making) kept.set(key, { made }, { size })
      },
      // SQL answers as before; the next question tries again.
      () => kept.delete(key),
    )
    return undefined
  }

  /** What earlier versions of the dataset held. */
  function forget(dataset: number): void {
    for (const key of kept.keys()) if (key.startsWith(`${dataset} `)) kept.delete(key)
  }

  function* readPlaces({ dataset }: ColumnQuestion): Generator<void, Places> {
    const [ids, keys, positions]: [string[], number[], number[]] = [[], [], []]
    for (let page = PAGE; page === PAGE; ) {
      const rows = placesAfter.all(dataset, ids.at(-1) ?? '', PAGE)
      for (const row of rows) {
        const { id, key, geometry } = PlaceRow.parse(row)
        const point = geometry === null ? null : PointGeometry.safeParse(JSON.parse(geometry))
        if (point?.success === false) return null
        ids.push(id)
        keys.push(key)
        positions.push(...(point?.data.coordinates ?? [Number.NaN, Number.NaN]))
      }
      page = rows.length
      yield
    }
    return { ids, keys, positions: Float64Array.from(positions) }
  }

  function* readColumn({ dataset }: ColumnQuestion, queryable: Queryable): Generator<void, Column> {
    const [codes, values, codeOf]: [number[], unknown[], Map<string | null, number>] = [[], [], new Map()]
    const path = pathOf(queryable)
    let after = ''
    for (let page = PAGE; page === PAGE; ) {
      const rows = valuesAfter.all(path, dataset, after, PAGE)
      for (const row of rows) {
        const { id, value } = ValueRow.parse(row)
        const code = codeOf.get(value) ?? values.push(readValue(queryable, value)) - 1
        codeOf.set(value, code)
        codes.push(code)
        after = id
      }
      page = rows.length
      yield
    }
    return { codes: Uint32Array.from(codes), values }
  }

  return {
    keys(asked, limit, work) {
      const { dataset, state, filter, queryables } = asked
      if (state.featureCount > MOST_ROWS) return undefined
      const name = `${dataset} ${state.version}`
      if (!kept.has(name)) forget(dataset)
      const places = had<Places>(name, asked, BYTES_PER_PLACE, () => readPlaces(asked))
      if (!places) return undefined
      const columns = new Map<Queryable, Column>()
      for (const queryable of queryablesIn(filter, queryables)) {
        const column = had<Column>(`${name} ${queryable.name}`, asked, 4, () => readColumn(asked, queryable))
        if (column?.codes.length === places.ids.length) columns.set(queryable, column)
        else return undefined
      }
      return meeting(matcherOver(filter, queryables, readerOf(places, columns)), places, asked, limit, work)
    },
  }
}

async function inBackground<T>(steps: Generator<void, T>): Promise<T> {
  for (;;) {
    await turn()
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** As `storedValue` has it, of the value as JSON text. */
function readValue({ derivation }: Queryable, json: string | null): unknown {
  const value: unknown = json === null ? null : JSON.parse(json)
  return derivation === null ? value : DERIVATIONS[derivation](value)
}

/** Those with a value in the properties; each once. */
function queryablesIn(filter: Expression, queryables: Queryables): Set<Queryable> {
  const found = new Set<Queryable>()
  someNode(filter, (node) => {
    const queryable = node.kind === 'property' ? queryables.get(node.name) : undefined
    if (queryable && queryable.path.length > 0) found.add(queryable)
    return false
  })
  return found
}

function readerOf({ ids, positions }: NonNullable<Places>, columns: ReadonlyMap<Queryable, Column>): Reader<number> {
  return {
    value(queryable) {
      const column = columns.get(queryable)
      if (!column) return queryable.name === 'id' ? (row) => ids[row] ?? null : () => null
      const { codes, values } = column
      return (row) => values[codes[row] ?? 0] ?? null
    },
    geometry(row) {
      const [lon = Number.NaN, lat = Number.NaN] = [positions[2 * row], positions[2 * row + 1]]
      return Number.isNaN(lon) ? null : { type: 'Point', coordinates: [lon, lat] }
    },
  }
}

async function meeting(
  matches: (row: number) => boolean,
  { ids, keys, positions }: NonNullable<Places>,
  { box, after }: ColumnQuestion,
  limit: number,
  work: Work,
): Promise<number[]> {
  const [west, south, east, north] = box ?? [0, 0, 0, 0]
  const isIn = (row: number): boolean => {
    const [lon, lat] = [positions[2 * row] ?? 0, positions[2 * row + 1] ?? 0]
    return lon >= west - SLACK_DEG && lon <= east + SLACK_DEG && lat >= south - SLACK_DEG && lat <= north + SLACK_DEG
  }
  const found: number[] = []
  let looked = 0
  for (let row = firstBehind(ids, after); row < ids.length && found.length < limit; row++) {
    if (box !== null && !isIn(row)) continue
    if (matches(row)) found.push(keys[row] ?? 0)
    if (++looked % 16 === 0 && work.isDue()) await work.pause()
  }
  return found
}

/** Row of the first id behind one. */
function firstBehind(ids: readonly string[], after: string): number {
  let [low, high] = [0, ids.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareText(ids[middle] ?? '', after) > 0) high = middle
    else low = middle + 1
  }
  return low
}
