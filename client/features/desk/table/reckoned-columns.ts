/** Columns that the engine reckons, and the reader's own notes. Straight-line distances say so in their titles. */
import { localName } from '#client/format/local-name.ts'
import { distanceText } from '#client/format/quantity.ts'
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'
import { DISTANCE_COLUMNS, type DistanceColumn, type RouteColumn } from '../column-ids.ts'
import type { Way } from '../rows/computed-store.ts'
import type { CellState, ColumnEnv, DeskColumn } from './column-env.ts'

const DISTANCES: DeskColumn[] = (Object.keys(DISTANCE_COLUMNS) as DistanceColumn[]).map((id) => {
  const near = ({ id: deposit }: DepositRow, { computed }: ColumnEnv) =>
    computed.nearest.get(deposit)?.[DISTANCE_COLUMNS[id]]
  return {
    ...{ id, title: { from: 'desk', key: `desk.column.${id}` }, widthPx: 184, filter: 'number', unit: () => 'km' },
    value: (row, env) => near(row, env)?.distanceKm ?? null,
    shown: (row, env) => {
      const found = near(row, env)
      return found ? distanceText(env.messages.number, found.distanceKm) : null
    },
    state: (row, env) => {
      const found = near(row, env)
      return found === undefined ? 'waiting' : found === null ? 'none' : 'known'
    },
  }
})

function routeColumn(
  id: RouteColumn,
  unit: string | null,
  figure: (row: DepositRow, env: ColumnEnv) => number | string | null,
  shown: (row: DepositRow, env: ColumnEnv) => string | null,
  state: (row: DepositRow, env: ColumnEnv) => CellState,
): DeskColumn {
  return {
    ...{ id, title: { from: 'desk', key: `desk.column.${id}` }, widthPx: id === 'bestPort' ? 168 : 158 },
    filter: id === 'bestPort' ? 'text' : 'number',
    ...(unit !== null && { unit: () => unit }),
    value: figure,
    shown,
    state,
  }
}

const way = ({ id }: DepositRow, { computed }: ColumnEnv): Way | null | undefined => computed.ways.get(id)
const port = ({ id }: DepositRow, { computed }: ColumnEnv) => computed.ports.get(id)

const wayState = (row: DepositRow, env: ColumnEnv): CellState => {
  const found = way(row, env)
  if (found === undefined) return env.computed.waysKey === '' ? 'needsMarket' : 'waiting'
  return found === null ? 'none' : 'known'
}
const portState = (row: DepositRow, env: ColumnEnv): CellState => {
  const found = port(row, env)
  return found === undefined ? 'waiting' : found === null ? 'none' : 'known'
}

/** `42 (35–51)`: the base figure and its range. */
export function costText({ usdPerTonne: { low, base, high } }: Way, { messages: { number } }: ColumnEnv): string {
  const whole = { maximumFractionDigits: 0 }
  return `${number(base, { maximumFractionDigits: base < 10 ? 1 : 0 })} (${number(low, whole)}–${number(high, whole)})`
}

const ROUTES: DeskColumn[] = [
  routeColumn(
    'cost',
    'USD/t',
    (row, env) => way(row, env)?.usdPerTonne.base ?? null,
    (row, env) => {
      const found = way(row, env)
      return found ? costText(found, env) : null
    },
    wayState,
  ),
  routeColumn(
    'costTime',
    'h',
    (row, env) => way(row, env)?.timeH ?? null,
    (row, env) => {
      const found = way(row, env)
      return found ? env.messages.number(found.timeH, { maximumFractionDigits: 0 }) : null
    },
    wayState,
  ),
  routeColumn(
    'costKm',
    'km',
    (row, env) => way(row, env)?.lengthKm ?? null,
    (row, env) => {
      const found = way(row, env)
      return found ? distanceText(env.messages.number, found.lengthKm) : null
    },
    wayState,
  ),
  routeColumn(
    'bestPort',
    null,
    (row, env) => portName(row, env),
    (row, env) => portName(row, env),
    portState,
  ),
  routeColumn(
    'bestPortCost',
    'USD/t',
    (row, env) => port(row, env)?.way.usdPerTonne.base ?? null,
    (row, env) => {
      const found = port(row, env)
      return found ? costText(found.way, env) : null
    },
    portState,
  ),
]

function portName(row: DepositRow, env: ColumnEnv): string | null {
  const found = port(row, env)
  if (!found) return null
  return found.name ? localName(found.name, env.messages.language, found.ref) : found.ref
}

const NOTES: DeskColumn = {
  ...{ id: 'notes', title: { from: 'desk', key: 'desk.column.notes' }, widthPx: 220, filter: 'text' },
  value: ({ id }, { notes }) => notes[id] ?? null,
  shown: ({ id }, { notes }) => notes[id] ?? null,
  state: ({ id }, { notes }) => (notes[id] === undefined ? 'none' : 'known'),
}

export const RECKONED_COLUMNS: readonly DeskColumn[] = [...DISTANCES, ...ROUTES, NOTES]
