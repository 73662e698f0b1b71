/** A position that stands for a geometry: on it, not merely in its box. */
import type { Geometry, Position } from '../contract/geo.ts'
import { bboxOf } from './bbox.ts'

/** The point itself; the middle vertex of the longest part of a line; within an area, the middle of its widest span at half height. */
export function labelPoint(geometry: Geometry): Position {
  switch (geometry.type) {
    case 'Point':
      return geometry.coordinates
    case 'LineString':
      return middleOf(geometry.coordinates)
    case 'MultiLineString':
      return middleOf(longest(geometry.coordinates))
    case 'Polygon':
      return withinRings(geometry.coordinates)
    case 'MultiPolygon':
      return withinRings(
        geometry.coordinates.reduce((best, rings) => ((rings[0]?.length ?? 0) > (best[0]?.length ?? 0) ? rings : best)),
      )
  }
}

function longest(lines: readonly Position[][]): readonly Position[] {
  return lines.reduce((best, line) => (line.length > best.length ? line : best))
}

function middleOf(line: readonly Position[]): Position {
  return line[Math.floor(line.length / 2)] ?? [0, 0]
}

function withinRings(rings: readonly Position[][]): Position {
  const [west, south, east, north] = bboxOf({ type: 'Polygon', coordinates: [...rings] })
  const lat = (south + north) / 2
  const crossings: number[] = []
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const [aLon, aLat] = ring[i - 1] ?? [0, 0]
      const [bLon, bLat] = ring[i] ?? [0, 0]
      if (aLat > lat !== bLat > lat) crossings.push(aLon + ((lat - aLat) / (bLat - aLat)) * (bLon - aLon))
    }
  crossings.sort((a, b) => a - b)
  let widest: Position = [(west + east) / 2, lat]
  let width = 0
  for (let i = 1; i < crossings.length; i += 2) {
    const from = crossings[i - 1] ?? 0
    const to = crossings[i] ?? 0
    if (to - from > width) {
      width = to - from
      widest = [(from + to) / 2, lat]
    }
  }
  return widest
}
