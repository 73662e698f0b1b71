/** The time that pgRouting takes for routes on the same graph under the same weights, or null where it is not installed. */
import { EDGE_FLAGS } from '#geodata/network/network.ts'
import type { RoutingGraph } from '#geodata/network/routing-graph.ts'
import type { Weighting } from '#geodata/network/weighting.ts'
import { hasPgrouting, startPostgis } from '#tests/property/outside-tools.ts'

export interface NodePair {
  from: number
  to: number
}

/** Milliseconds of each route and its cost, as the server measures and reckons them. */
export function pgroutingRoutes(
  { network }: RoutingGraph,
  { weights }: Weighting,
  pairs: readonly NodePair[],
): { ms: number; cost: number }[] | null {
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
    database.rows(`COPY edge FROM stdin;\n${lines.join('\n')}\n\\.\nANALYZE edge;`)
    return pairs.map(({ from, to }) => {
      const question = `pgr_dijkstra('SELECT * FROM edge', ${from}, ${to}, true)`
      const plan = database.rows(`EXPLAIN (ANALYZE, TIMING OFF) SELECT * FROM ${question};`)
      const [[cost = 'NaN'] = []] = database.rows(`SELECT max(agg_cost) FROM ${question};`)
      return {
        ms: Number(/Execution Time: ([\d.]+)/.exec(plan.map(([line = '']) => line).join(' '))?.[1]),
        cost: Number(cost),
      }
    })
  } finally {
    database.stop()
  }
}
