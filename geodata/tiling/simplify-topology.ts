/**
 * Simplifies neighbouring areas as one topology (Visvalingam–Whyatt, npm topojson-simplify), so that an edge two areas
 * share stays one edge and no sliver opens between them.
 */
import { feature } from 'topojson-client'
import { topology } from 'topojson-server'
import { planarTriangleArea, presimplify, simplify } from 'topojson-simplify'
import type { Objects, Topology } from 'topojson-specification'
import { boxOfParts } from './ring.ts'
import type { Shape } from './shape.ts'
import { visibleAreas } from './simplify-shape.ts'
import type { ZoomBand } from './zoom-bands.ts'

type AreaShape = Extract<Shape, { type: 'area' }>

/** For each band, for each shape in the order given, the flat parts. */
export function simplifyTopology(shapes: readonly AreaShape[], bands: readonly ZoomBand[]): Int32Array[][][] {
  const objects = Object.fromEntries(
    shapes.map((shape, index) => [
      String(index),
      { type: 'MultiPolygon' as const, coordinates: shape.polygons.map((rings) => rings.map(pairsOf)) },
    ]),
  )
  const weighted = presimplify(withoutNull(topology(objects)), planarTriangleArea)
  const boxes = shapes.map((shape) => boxOfParts(shape.polygons.flat()))
  return bands.map((band) => {
    const simple = simplify(weighted, band.toleranceUnits ** 2)
    return boxes.map((box, index) => {
      const object = simple.objects[String(index)]
      if (object?.type !== 'MultiPolygon') return visibleAreas([], box, band)
      const polygons = feature(simple, object).geometry.coordinates
      return visibleAreas(
        polygons.map((rings) => rings.map(runOf)),
        box,
        band,
      )
    })
  })
}

/** The two packages' types differ in whether properties may be null; ours have none. */
function withoutNull(made: Topology): Topology<Objects<Record<string, unknown>>> {
  return made as Topology<Objects<Record<string, unknown>>>
}

function pairsOf(run: Int32Array): [number, number][] {
  const pairs: [number, number][] = []
  for (let i = 0; i < run.length; i += 2) pairs.push([run[i] ?? 0, run[i + 1] ?? 0])
  return pairs
}

function runOf(pairs: readonly (readonly number[])[]): Int32Array {
  return Int32Array.from(pairs.flatMap(([x = 0, y = 0]) => [x, y]))
}
