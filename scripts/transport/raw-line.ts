/** A line before noding: vertices in units of 1e-5 degree, and what an edge cut from it will be. */
import type { EDGE_CLASSES, EDGE_STATUSES, EdgeFacts } from '#geodata/network/network.ts'

/** x0, y0, x1, y1 … east and north, in units of 1e-5 degree. */
export type Vertices = readonly number[]

/** Lines of one level meet; lines of unlike levels never do. Railways of unlike gauge are unlike levels. */
export type Level = 'road' | 'rail-1676' | 'rail-1435'

export interface RawLine {
  vertices: Vertices
  level: Level
  class: (typeof EDGE_CLASSES)[number]
  status: (typeof EDGE_STATUSES)[number]
  isOneWay: boolean
  /** On a bridge or in a tunnel: lines that cross it do not meet it. */
  isOffLevel: boolean
  isSchematic: boolean
  /** Of a schematic line: the length it is reckoned with, instead of its own. */
  reckonedLengthM: number | null
  facts: EdgeFacts
}

export const UNITS_PER_DEGREE = 1e5

export const NO_FACTS: EdgeFacts = {
  reference: null,
  name: null,
  gaugeMm: null,
  year: null,
  corridors: [],
  surface: null,
  axleLoadLimitT: null,
  grossWeightLimitT: null,
  toll: null,
  officialLengthKm: null,
  sources: ['openstreetmap-2021'],
  confidence: 'medium',
  note: null,
}

export function verticesOf(coordinates: readonly (readonly [number, number])[]): number[] {
  const vertices: number[] = []
  for (const [lon, lat] of coordinates) {
    const [x, y] = [Math.round(lon * UNITS_PER_DEGREE), Math.round(lat * UNITS_PER_DEGREE)]
    if (vertices.at(-2) !== x || vertices.at(-1) !== y) vertices.push(x, y)
  }
  return vertices
}
