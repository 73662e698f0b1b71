/** Finds the way along mapped roads between two points a few kilometres apart, where one traced segment ends and the next begins. */
import type { Position } from '#geodata/contract/geo.ts'
import { distanceM, lengthM } from '#geodata/spatial/geodesic.ts'
import type { BuiltFeature } from './builder.ts'
import { type Line, linesOf } from './network-lines.ts'

const MARGIN_DEG = 0.1
/** Ramps are not among the mapped lines: a step of this length from road to road is allowed, at a price. */
const STEP_M = 400
const STEP_PRICE = 4
/** A longer way round than this is no connection. */
const MAX_DETOUR = 2.5
const classPrice: Readonly<Record<string, number>> = {
  motorway: 1,
  trunk: 1,
  primary: 1.1,
  secondary: 1.4,
  tertiary: 2,
}

interface Vertex {
  position: Position
  edges: { to: number; cost: number }[]
}

/** All vertices of roads near the two points, joined along the roads and by short steps. */
function graphAround(roads: readonly BuiltFeature[], from: Position, to: Position): Vertex[] {
  const vertices: Vertex[] = []
  const byPosition = new Map<string, number>()
  const inside = ([lon, lat]: Position): boolean =>
    lon > Math.min(from[0], to[0]) - MARGIN_DEG &&
    lon < Math.max(from[0], to[0]) + MARGIN_DEG &&
    lat > Math.min(from[1], to[1]) - MARGIN_DEG &&
    lat < Math.max(from[1], to[1]) + MARGIN_DEG
  const vertexAt = (position: Position): number => {
    const known = byPosition.get(String(position))
    if (known !== undefined) return known
    byPosition.set(String(position), vertices.length)
    return vertices.push({ position, edges: [] }) - 1
  }
  const join = (a: number, b: number, cost: number): void => {
    vertices[a]?.edges.push({ to: b, cost })
    vertices[b]?.edges.push({ to: a, cost })
  }
  for (const road of roads) {
    const price = classPrice[String(road.properties.class)] ?? 3
    for (const line of linesOf(road.geometry)) {
      for (let at = 1; at < line.length; at++) {
        const [a, b] = [line[at - 1], line[at]]
        if (a && b && inside(a) && inside(b)) join(vertexAt(a), vertexAt(b), distanceM(a, b) * price)
      }
    }
  }
  const ends = [vertexAt(from), vertexAt(to)]
  for (let a = 0; a < vertices.length; a++) {
    for (let b = a + 1; b < vertices.length; b++) {
      const [va, vb] = [vertices[a], vertices[b]]
      if (!va || !vb || Math.abs(va.position[1] - vb.position[1]) > 0.004) continue
      if (Math.abs(va.position[0] - vb.position[0]) > 0.005) continue
      const stepM = distanceM(va.position, vb.position)
      if (stepM <= STEP_M || ends.includes(a)) join(a, b, stepM * STEP_PRICE)
    }
  }
  return vertices
}

/** Cheapest way from the one-but-last vertex pair as added by `graphAround`; undefined if there is none. */
function cheapest(vertices: readonly Vertex[], start: number, goal: number): Line | undefined {
  const cost = new Map<number, number>([[start, 0]])
  const before = new Map<number, number>()
  const done = new Set<number>()
  while (!done.has(goal)) {
    let next: number | undefined
    for (const [vertex, value] of cost)
      if (!done.has(vertex) && (next === undefined || value < (cost.get(next) ?? 0))) next = vertex
    if (next === undefined) return undefined
    done.add(next)
    for (const { to, cost: step } of vertices[next]?.edges ?? []) {
      const total = (cost.get(next) ?? 0) + step
      if (total < (cost.get(to) ?? Number.POSITIVE_INFINITY)) {
        cost.set(to, total)
        before.set(to, next)
      }
    }
  }
  const way: Line = []
  for (let at: number | undefined = goal; at !== undefined; at = before.get(at)) {
    const vertex = vertices[at]
    if (vertex) way.unshift(vertex.position)
  }
  return way
}

/** The way along roads, or null where none is mapped or it is over 2.5 times the straight line. */
export function connectAlongRoads(roads: readonly BuiltFeature[], from: Position, to: Position): Line | null {
  const vertices = graphAround(roads, from, to)
  const indexOf = (place: Position): number => vertices.findIndex(({ position }) => String(position) === String(place))
  const way = cheapest(vertices, indexOf(from), indexOf(to))
  return way && lengthM(way) <= MAX_DETOUR * distanceM(from, to) + 500 ? way : null
}
