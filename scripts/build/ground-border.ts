/** Pakistan's outer border from the district topology, cut into its stretches at the points where neighbours change. */

import { mesh } from 'topojson-client'
import type { MultiPolygon, Polygon } from 'topojson-specification'
import type { Position } from '#geodata/contract/geo.ts'
import type { DistrictSource, DistrictTopology } from './ground-admin.ts'
import type { Ring } from './ground-geometry.ts'

/**
 * Where stretches meet, in order round the country: by Natural Earth, and NJ9842 by the Karachi agreement of 1949. The
 * nearest vertex of the border is taken.
 */
const CORNERS = {
  coastAndIran: [61.617, 25.202],
  iranAndAfghanistan: [60.844, 29.858],
  afghanistanAndChina: [74.549, 37.022],
  chinaAndTransKarakoram: [75.977, 36.462],
  transKarakoramAndSiachen: [76.777, 35.658],
  nj9842: [77.011, 34.947],
  controlAndWorkingBoundary: [74.464, 32.777],
  workingBoundaryAndIndia: [75.298, 32.332],
  // West of here the areas end at the coast and the border runs on over tidal flats.
  indiaAndRann: [68.747, 24.331],
} as const satisfies Record<string, Position>
export type Corner = keyof typeof CORNERS
const NAMES = Object.keys(CORNERS) as Corner[]

export interface OuterBorder {
  /** The border from one corner to the next one of the list; the stretch after the last corner is the coast. */
  stretch(from: Corner): Ring
  /** The vertex of the border taken for a corner. */
  vertex(corner: Corner): Position
}

type Area = Polygon<DistrictSource> | MultiPolygon<DistrictSource>
const squaredDegrees = (a: Position, b: Position): number => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2

/** Positions of vertices nearest to the corners along a closed ring. */
function cornerIndices(ring: Ring): number[] {
  return NAMES.map((name) => {
    let best = 0
    ring.forEach((point, index) => {
      if (squaredDegrees(point, CORNERS[name]) < squaredDegrees(ring[best] ?? point, CORNERS[name])) best = index
    })
    return best
  })
}

/** How often the order of the list is broken going round; once means that ring and list run the same way. */
function turns(indices: readonly number[]): number {
  return indices.filter((index, i) => index > (indices[(i + 1) % indices.length] ?? 0)).length
}

export function outerBorder(topology: DistrictTopology): OuterBorder {
  const lines = mesh(topology, topology.objects.districts, (a, b) => a === b).coordinates as Ring[]
  const longest = lines.reduce((a, b) => (b.length > a.length ? b : a))
  const ring = longest.slice(0, -1)
  if (turns(cornerIndices(ring)) !== 1) ring.reverse()
  const indices = cornerIndices(ring)
  if (turns(indices) !== 1) throw new Error('the corners of the border do not follow each other round the country')
  const indexOf = (corner: Corner): number => indices[NAMES.indexOf(corner)] ?? 0
  return {
    stretch(from) {
      const start = indexOf(from)
      const end = indices[(NAMES.indexOf(from) + 1) % NAMES.length] ?? 0
      return end > start ? ring.slice(start, end + 1) : [...ring.slice(start), ...ring.slice(0, end + 1)]
    },
    vertex: (corner) => ring[indexOf(corner)] ?? CORNERS[corner],
  }
}

/** Lines between districts for which the test holds. */
export function innerLines(
  topology: DistrictTopology,
  test: (a: DistrictSource, b: DistrictSource) => boolean,
): Ring[] {
  return mesh(topology, topology.objects.districts, (a, b) => {
    const one = (a as Area).properties
    const other = (b as Area).properties
    return a !== b && one !== undefined && other !== undefined && test(one, other)
  }).coordinates as Ring[]
}
