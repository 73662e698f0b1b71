/** What /metrics tells: requests by route and status with their time, tiles by outcome, the process. One registry an app. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export const TILE_OUTCOMES = ['sent', 'not-modified', 'empty', 'refused', 'failed'] as const
export type TileOutcome = (typeof TILE_OUTCOMES)[number]

export interface Metrics {
  /** Text in the Prometheus exposition format. */
  text(): Promise<string>
  contentType: string
  request(route: string, status: number, seconds: number): void
  /** Counted in a plain object: a labelled counter would cost more than sending a stored tile does. */
  tile(outcome: TileOutcome): void
  close(): void
}

export function createMetrics(): Metrics {
  const register = new Registry()
  const tiles: Record<TileOutcome, number> = { sent: 0, 'not-modified': 0, empty: 0, refused: 0, failed: 0 }
  const requests = new Counter({
    name: 'orelink_http_requests_total',
    help: 'Requests answered, tiles apart',
    labelNames: ['route', 'status'],
    registers: [register],
  })
  const durations = new Histogram({
    name: 'orelink_http_request_seconds',
    help: 'Time from request to the end of the answer, tiles apart',
    labelNames: ['route'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [register],
  })
  new Gauge({
    name: 'orelink_tiles_answered',
    help: 'Tile requests answered since the start, by outcome',
    labelNames: ['outcome'],
    registers: [register],
    collect() {
      for (const outcome of TILE_OUTCOMES) this.set({ outcome }, tiles[outcome])
    },
  })
  /** By route and status, both from closed lists: looking labels up takes longer than counting. */
  const children = new Map<string, { count: Counter.Internal; duration: Histogram.Internal<'route'> }>()
  collectDefaultMetrics({ register, prefix: 'orelink_' })
  return {
    text: () => register.metrics(),
    contentType: register.contentType,
    request(route, status, seconds) {
      const key = `${route} ${status}`
      const known = children.get(key) ?? {
        count: requests.labels({ route, status: String(status) }),
        duration: durations.labels({ route }),
      }
      children.set(key, known)
      known.count.inc()
      known.duration.observe(seconds)
    },
    tile(outcome) {
      tiles[outcome] += 1
    },
    close: () => register.clear(),
  }
}
