/** The ways of many deposits laid on each other: each edge once, with how many deposits use it. */
import type { Position } from '#geodata/contract/geo.ts'
import { MODES } from '#geodata/network/network.ts'
import type { RoutingGraph } from '#geodata/network/routing-graph.ts'
import { shapeOf } from '#geodata/network/stretches.ts'
import { simplifiedLine } from '#geodata/spatial/simplified-line.ts'

/** Stretches of one mode that the same number of deposits use. */
export interface UsedWay {
  mode: string
  deposits: number
  lines: Position[][]
}

/** Drawn on a map of the country: within about 300 m of the course. */
const WITHIN_DEG = 0.003

/** `paths`: null where a deposit has no way. Least used first, so that the trunks are drawn on top. */
export function waysUsed(graph: RoutingGraph, paths: readonly ({ edges: readonly number[] } | null)[]): UsedWay[] {
  const users = new Map<number, number>()
  for (const path of paths) for (const edge of new Set(path?.edges)) users.set(edge, (users.get(edge) ?? 0) + 1)
  const ways = new Map<string, UsedWay>()
  for (const [edge, deposits] of users) {
    const mode = MODES[graph.network.edgeMode[edge] ?? 0] ?? 'road'
    const line = simplifiedLine(shapeOf(graph, edge), WITHIN_DEG)
    if (line.length < 2) continue
    const key = `${mode} ${deposits}`
    const way = ways.get(key) ?? { mode, deposits, lines: [] }
    way.lines.push(line)
    ways.set(key, way)
  }
  return [...ways.values()].sort((a, b) => a.deposits - b.deposits)
}
