/** Finds the way along mapped roads between two points a few kilometres apart, where one traced segment ends and the next begins. */
import { pointToLineDistance } from '@turf/turf'
import type { Position } from '#geodata/contract/geo.ts'
import { distanceM, lengthM } from '#geodata/spatial/geodesic.ts'
import type { BuiltFeature } from './builder.ts'
import { type Line, linesOf } from './network-lines.ts'

const MARGIN_DEG = 0.1
/** Longest step from road to road, where a ramp is missing. */
const STEP_M = 400
const STEP_PRICE = 4
/** An end lies on a piece of road when it is no farther from it than this. */
const ON_ROAD_M = 150
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
  const ends = [vertexAt(from), vertexAt(to)]
  for (const road of roads) {
    const price = classPrice[String(road.properties.class)] ?? 3
    for (const line of linesOf(road.geometry)) {
      for (let at = 1; at < line.length; at++) {
        const [a, b] = [line[at - 1], line[at]]
        if (!a || !b || !inside(a) || !inside(b)) continue
        const [va, vb] = [vertexAt(a), vertexAt(b)]
        join(va, vb, distanceM(a, b) * price)
        for (const end of ends) {
          const place = vertices[end]?.position
          const piece = { type: 'LineString' as const, coordinates: [a, b] }
          if (!place || pointToLineDistance(place, piece, { units: 'meters' }) > ON_ROAD_M) continue
          join(end, va, distanceM(place, a) * price)
          join(end, vb, distanceM(place, b) * price)
        }
      }
    }
  }
  joinBySteps(vertices, join)
  return vertices
}

/** Ramps are not among the mapped lines: vertices within a step of each other are joined, at a price. */
function joinBySteps(vertices: readonly Vertex[], join: (a: number, b: number, cost: number) => void): void {
  const byLatitude = vertices
    .map(({ position }, index) => ({ position, index }))
    .sort((a, b) => a.position[1] - b.position[1])
  byLatitude.forEach((a, at) => {
    for (let next = at + 1; next < byLatitude.length; next++) {
      const b = byLatitude[next]
      if (!b || b.position[1] - a.position[1] > 0.004) return
      if (Math.abs(b.position[0] - a.position[0]) > 0.005) continue
      const stepM = distanceM(a.position, b.position)
      if (stepM <= STEP_M) join(a.index, b.index, stepM * STEP_PRICE)
    }
  })
}

/** Cheapest way by Dijkstra; undefined if there is none. */
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
  // `graphAround` puts the two ends first.
  const way = cheapest(vertices, 0, 1)
  return way && lengthM(way) <= MAX_DETOUR * distanceM(from, to) + 500 ? way : null
}
