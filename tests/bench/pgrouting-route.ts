/** The time that pgRouting takes for a route on the same graph, or null where it is not installed. */
import { EDGE_FLAGS } from '#geodata/network/network.ts'
import type { RoutingGraph } from '#geodata/network/routing-graph.ts'
import type { Weighting } from '#geodata/network/weighting.ts'
import { hasPgrouting, startPostgis } from '#tests/property/outside-tools.ts'
import { percentile, seededRandom } from './measure.ts'

/** Median of `routes` single questions, milliseconds as the server measures them. */
export function pgroutingRouteMs(
  { network, nodeCount }: RoutingGraph,
  { weights }: Weighting,
  routes: number,
): number | null {
  const database = hasPgrouting() ? startPostgis() : null
  if (!database) return null
  try {
    database.rows(
      'CREATE EXTENSION pgrouting; CREATE TABLE edge (id bigint, source bigint, target bigint, cost float8, reverse_cost float8);',
    )
    const lines: string[] = []
    for (const [edge, weight] of weights.entries()) {
      if (weight === Number.POSITIVE_INFINITY) continue
      const isOneWay = ((network.edgeFlags[edge] ?? 0) & EDGE_FLAGS.oneWay) !== 0
      lines.push(`${edge}\t${network.edgeFrom[edge]}\t${network.edgeTo[edge]}\t${weight}\t${isOneWay ? -1 : weight}`)
    }
    database.rows(`COPY edge FROM stdin;\n${lines.join('\n')}\n\\.\n`)
    const random = seededRandom(3)
    const times = Array.from({ length: routes }, () => {
      const [from, to] = [Math.floor(random() * nodeCount), Math.floor(random() * nodeCount)]
      const plan = database.rows(
        `EXPLAIN (ANALYZE, TIMING OFF) SELECT * FROM pgr_dijkstra('SELECT * FROM edge', ${from}, ${to}, true);`,
      )
      return Number(/Execution Time: ([\d.]+)/.exec(plan.map(([line = '']) => line).join(' '))?.[1])
    })
    return percentile(times, 0.5)
  } finally {
    database.stop()
  }
}
