/** Small steps that the builders of mapped lines share: identity, rounding, cutting away what a neighbour's file repeats. */
import { createHash } from 'node:crypto'
import { pointToLineDistance } from '@turf/turf'
import type { Geometry, Position } from '#geodata/contract/geo.ts'

export type Line = Position[]

/** The lines of a geometry; points and areas have none. */
export function linesOf(geometry: Geometry | null): Line[] {
  if (geometry?.type === 'LineString') return [geometry.coordinates]
  if (geometry?.type === 'MultiLineString') return geometry.coordinates
  return []
}

/** Five decimals (about 1 m), repeated vertices dropped; null when fewer than two are left. */
export function roundLine(line: readonly Position[]): Line | null {
  const rounded: Line = []
  for (const [lon, lat] of line) {
    const position: Position = [Math.round(lon * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5]
    const last = rounded.at(-1)
    if (!last || last[0] !== position[0] || last[1] !== position[1]) rounded.push(position)
  }
  return rounded.length > 1 ? rounded : null
}

/** LineString for one line, MultiLineString for more. */
export function lineGeometry(lines: readonly Line[]): Geometry | null {
  const [only, ...more] = lines
  if (!only) return null
  return more.length === 0
    ? { type: 'LineString', coordinates: only }
    : { type: 'MultiLineString', coordinates: [...lines] }
}

/** An id that depends on the shape and class alone, so that it survives a rebuild whatever the order of the input. */
export function shapeId(prefix: string, ...parts: unknown[]): string {
  return `${prefix}-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12)}`
}

const CELL_DEG = 0.01
const REPEAT_M = 60

/**
 * The stretches of `lines` that do not run within 60 m of a line of `master`: extracts of neighbouring countries reach
 * across the border by some kilometres and repeat each other there.
 */
export function withoutRepeats<T extends { line: Line }>(features: readonly T[], master: readonly Line[]): T[] {
  const cells = new Map<string, { position: Position; mark: () => void }[]>()
  const repeated = features.map((feature) => feature.line.map(() => false))
  features.forEach((feature, index) => {
    feature.line.forEach((position, at) => {
      const key = `${Math.floor(position[0] / CELL_DEG)} ${Math.floor(position[1] / CELL_DEG)}`
      const marks = repeated[index]
      if (!marks) return
      const entry = {
        position,
        mark: () => {
          marks[at] = true
        },
      }
      const cell = cells.get(key)
      if (cell) cell.push(entry)
      else cells.set(key, [entry])
    })
  })
  for (const line of master) {
    for (let at = 1; at < line.length; at++) markNear(cells, line[at - 1], line[at])
  }
  return features.flatMap((feature, index) =>
    keptStretches(feature.line, repeated[index] ?? []).map((line) => ({ ...feature, line })),
  )
}

function markNear(
  cells: ReadonlyMap<string, { position: Position; mark: () => void }[]>,
  from: Position | undefined,
  to: Position | undefined,
): void {
  if (!from || !to) return
  const margin = 0.001
  const range = (a: number, b: number): [number, number] => [
    Math.floor((Math.min(a, b) - margin) / CELL_DEG),
    Math.floor((Math.max(a, b) + margin) / CELL_DEG),
  ]
  const [west, east] = range(from[0], to[0])
  const [south, north] = range(from[1], to[1])
  for (let x = west; x <= east; x++) {
    for (let y = south; y <= north; y++) {
      for (const { position, mark } of cells.get(`${x} ${y}`) ?? []) {
        const segment = { type: 'LineString' as const, coordinates: [from, to] }
        if (pointToLineDistance(position, segment, { units: 'meters' }) <= REPEAT_M) mark()
      }
    }
  }
}

/** Runs of the line whose pieces do not have both ends repeated. */
function keptStretches(line: Line, repeated: readonly boolean[]): Line[] {
  const stretches: Line[] = []
  let current: Line = []
  for (let at = 1; at < line.length; at++) {
    const [from, to] = [line[at - 1], line[at]]
    if (!from || !to) continue
    if (repeated[at - 1] && repeated[at]) {
      if (current.length > 1) stretches.push(current)
      current = []
    } else if (current.length === 0) current = [from, to]
    else current.push(to)
  }
  if (current.length > 1) stretches.push(current)
  return stretches
}
