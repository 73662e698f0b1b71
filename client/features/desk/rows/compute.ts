/** Asks the engine for the columns that are shown, some deposits at a time, until all are in or nobody wants them any more. */
import { useEffect } from 'react'
import { ApiProblem } from '#client/api/api-problem.ts'
import { call } from '#client/api/call.ts'
import { choicesQuery, PLANNED } from '#client/state/connect-query.ts'
import { type ConnectState, marketOf } from '#client/state/connect-state.ts'
import { useView } from '#client/state/view-state.ts'
import type { Output } from '#geodata/contract/endpoints.ts'
import { type ColumnId, DISTANCE_COLUMNS } from '../column-ids.ts'
import { type BestPort, type Near, useComputed, type Way } from './computed-store.ts'

/** Answers small enough to be seen coming in. */
const AT_ONCE = 30
/** In a larger table the first of them, in the order of the table. */
export const MOST_COMPUTED = 1200

type Need = 'nearest' | 'ways' | 'ports'

export function needsOf(columns: readonly ColumnId[]): ReadonlySet<Need> {
  const needs = new Set<Need>()
  for (const id of columns) {
    if (id in DISTANCE_COLUMNS) needs.add('nearest')
    if (id === 'cost' || id === 'costTime' || id === 'costKm') needs.add('ways')
    if (id === 'bestPort' || id === 'bestPortCost') needs.add('ports')
  }
  return needs
}

/** Keeps the columns filled for the deposits shown. `ids` in the order in which they are wanted. */
export function useComputedColumns(ids: readonly string[], columns: readonly ColumnId[]): void {
  const connect = useView((state) => state.connect)
  const needs = [...needsOf(columns)].sort().join(' ')
  const wanted = ids.slice(0, MOST_COMPUTED).join(' ')
  useEffect(() => {
    const abort = new AbortController()
    fill(wanted.split(' '), needs.split(' ') as Need[], connect, abort.signal).catch((cause: unknown) => {
      if (abort.signal.aborted) return
      const failure = cause instanceof ApiProblem ? cause.code : 'internal-error'
      useComputed.setState({ failure, progress: null })
    })
    return () => abort.abort()
  }, [wanted, needs, connect])
}

/** Resolves when the columns are known for these deposits. Fails with an ApiProblem. */
export function reckon(ids: readonly string[], columns: readonly ColumnId[]): Promise<void> {
  const needs = [...needsOf(columns)]
  return fill(ids.slice(0, MOST_COMPUTED), needs, useView.getState().connect, new AbortController().signal)
}

async function fill(ids: readonly string[], needs: readonly Need[], connect: ConnectState, signal: AbortSignal) {
  useComputed.setState({ failure: null, progress: null })
  const ports = needs.includes('ports') ? await seaPorts(signal) : []
  const jobs = needs.flatMap((need) => jobOf(need, ids, connect, ports))
  const of = jobs.reduce((sum, { missing }) => sum + missing.length, 0)
  let done = 0
  for (const { missing, ask } of jobs)
    for (let at = 0; at < missing.length; at += AT_ONCE) {
      useComputed.setState({ progress: { done, of } })
      const some = missing.slice(at, at + AT_ONCE)
      await ask(some, signal)
      done += some.length
    }
  useComputed.setState({ progress: null })
}

interface Job {
  missing: readonly string[]
  ask(ids: readonly string[], signal: AbortSignal): Promise<void>
}

function jobOf(need: Need, ids: readonly string[], connect: ConnectState, ports: readonly string[]): Job[] {
  const real = ids.filter((id) => id !== '')
  const lacking = (map: ReadonlyMap<string, unknown>) => real.filter((id) => !map.has(id))
  if (need === 'nearest') return [{ missing: lacking(useComputed.getState().nearest), ask: askNearest }]
  const to = need === 'ways' ? marketOf(connect) : ports.join(';')
  if (to === null || to === '') return []
  const key = matrixKey(connect, to)
  const { ways, waysKey, ports: known, portsKey } = useComputed.getState()
  if (need === 'ways') {
    if (waysKey !== key) useComputed.setState({ waysKey: key, ways: new Map() })
    return [{ missing: waysKey === key ? lacking(ways) : real, ask: askWays(connect, to) }]
  }
  if (portsKey !== key) useComputed.setState({ portsKey: key, ports: new Map() })
  return [{ missing: portsKey === key ? lacking(known) : real, ask: askPorts(connect, to) }]
}

async function askNearest(ids: readonly string[], signal: AbortSignal): Promise<void> {
  const { rows } = await call('depositOverlay', { query: { id: ids.join(',') } }, signal)
  const nearest = new Map(useComputed.getState().nearest)
  for (const { deposit, nearest: found } of rows)
    nearest.set(
      deposit.id,
      Object.fromEntries(
        Object.entries(found).map(([kind, neighbour]): [string, Near | null] => [
          kind,
          neighbour && { distanceKm: neighbour.distanceKm, name: neighbour.name },
        ]),
      ),
    )
  useComputed.setState({ nearest })
}

type Matrix = Output<'routeMatrix'>
type Cell = Matrix['rows'][number]['cells'][number]

function askMatrix(connect: ConnectState, to: string, ids: readonly string[], signal: AbortSignal): Promise<Matrix> {
  const query = {
    ...choicesQuery(connect),
    ...(connect.hasPlanned && { links: PLANNED.join(',') }),
    from: ids.map((id) => `deposits/${id}`).join(';'),
    to,
  }
  return call('routeMatrix', { query }, signal)
}

function matrixKey(connect: ConnectState, to: string): string {
  return JSON.stringify([choicesQuery(connect), connect.hasPlanned, to])
}

const askWays =
  (connect: ConnectState, to: string): Job['ask'] =>
  async (ids, signal) => {
    const { rows } = await askMatrix(connect, to, ids, signal)
    const ways = new Map(useComputed.getState().ways)
    rows.forEach(({ cells, isDistrictLevel }, index) => {
      ways.set(ids[index] ?? '', wayOf(cells[0] ?? null, isDistrictLevel))
    })
    useComputed.setState({ ways })
  }

const askPorts =
  (connect: ConnectState, to: string): Job['ask'] =>
  async (ids, signal) => {
    const { rows, destinations } = await askMatrix(connect, to, ids, signal)
    const ports = new Map(useComputed.getState().ports)
    rows.forEach(({ cells, isDistrictLevel }, index) => {
      let best: BestPort | null = null
      for (const [at, cell] of cells.entries()) {
        const way = wayOf(cell, isDistrictLevel)
        const port = destinations[at]
        if (way && port && way.usdPerTonne.base < (best?.way.usdPerTonne.base ?? Number.POSITIVE_INFINITY))
          best = { ref: port.ref ?? '', name: port.name, way }
      }
      ports.set(ids[index] ?? '', best)
    })
    useComputed.setState({ ports })
  }

function wayOf(cell: Cell | null | undefined, isIndicative: boolean): Way | null {
  return cell ? { usdPerTonne: cell.costUsdPerTonne, timeH: cell.timeH, lengthKm: cell.lengthKm, isIndicative } : null
}

/** References of the sea ports of Pakistan. */
async function seaPorts(signal: AbortSignal): Promise<string[]> {
  const { features } = await call('listFeatures', { params: { dataset: 'ports' }, query: { limit: '100' } }, signal)
  return features.flatMap(({ id, properties: { kind, country } }) =>
    kind === 'sea port' && country === 'Pakistan' ? [`ports/${id}`] : [],
  )
}
