/** The ways to market of a sheet: cost to each sea port (or to the market that the link names), and the cheapest in full. */
import { useQuery } from '#client/api/use-query.ts'
import { useView } from '#client/state/view-state.ts'
import type { Output } from '#geodata/contract/endpoints.ts'
import type { Route } from '#geodata/contract/logistics.ts'

const PORTS = ['ports/gwadar', 'ports/karachi', 'ports/port-qasim'] as const

type Matrix = Output<'routeMatrix'>
export interface MarketRow {
  place: Matrix['destinations'][number]
  cell: NonNullable<Matrix['rows'][number]['cells'][number]>
}

export interface Market {
  rows: readonly MarketRow[]
  /** Position of the cheapest in `rows`; -1 where no way leads anywhere. */
  best: number
  route: Route | null
}

export interface MarketState {
  /** undefined while it is asked, and where asking failed. */
  market: Market | undefined
  hasFailed: boolean
  retry(): void
}

export function useMarket(depositId: string): MarketState {
  const chosen = useView((state) => state.connect.to)
  const from = `deposits/${depositId}`
  const to = chosen === null || (PORTS as readonly string[]).includes(chosen) ? PORTS : [...PORTS, chosen]
  const matrix = useQuery('routeMatrix', { query: { from, to: to.join(';'), by: 'cost' } })
  const [row] = matrix.data?.rows ?? []
  const rows = (matrix.data?.destinations ?? []).flatMap((place, index): MarketRow[] => {
    const cell = row?.cells[index]
    return cell ? [{ place, cell }] : []
  })
  const wanted = chosen === null ? undefined : rows.findIndex(({ place }) => place.ref === chosen)
  const costs = rows.map(({ cell }) => cell.costUsdPerTonne.base)
  const best = wanted !== undefined && wanted !== -1 ? wanted : costs.indexOf(Math.min(...costs))
  const market = rows[best]?.place.ref ?? null
  const route = useQuery('planRoute', market === null ? null : { query: { from, to: market, by: 'cost' } })
  const isWhole = matrix.data !== undefined && (market === null || route.data !== undefined)
  return {
    market: isWhole ? { rows, best, route: route.data?.routes[0] ?? null } : undefined,
    hasFailed: matrix.problem !== undefined || route.problem !== undefined,
    retry() {
      if (matrix.problem) matrix.retry()
      if (route.problem) route.retry()
    },
  }
}
