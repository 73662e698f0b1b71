/** Where a feature must lie for a filter to be true of it: a necessary box, for an index to narrow by. */
import type { BBox } from '../contract/geo.ts'
import { bboxesMeet, bboxUnion, padBBox } from '../spatial/bbox.ts'
import { metresOf } from './distance.ts'
import type { Expression, Operand } from './expression.ts'
import { boxesOf, boxOf } from './shapes.ts'

/** A box that the feature's own box meets; `everywhere` where there is none, `nowhere` where nothing can match. */
export type Bounds = BBox | 'everywhere' | 'nowhere'

export function boundsOf(node: Expression): Bounds {
  switch (node.kind) {
    case 'and':
      return node.args.map(boundsOf).reduce(both)
    case 'or':
      return node.args.map(boundsOf).reduce(either)
    case 'boolean':
      return node.value ? 'everywhere' : 'nowhere'
    case 'spatial':
      return node.op === 's_disjoint' ? 'everywhere' : literalBounds(node.left, node.right, 0)
    case 'dwithin':
      return literalBounds(node.left, node.right, metresOf(node.distance, node.unit) / 1000)
    default:
      return 'everywhere'
  }
}

/** Two boxes that a feature's box must meet need not meet each other: the smaller one narrows more. */
function both(a: Bounds, b: Bounds): Bounds {
  if (a === 'nowhere' || b === 'nowhere') return 'nowhere'
  if (a === 'everywhere') return b
  if (b === 'everywhere') return a
  return areaOf(a) <= areaOf(b) ? a : b
}

function either(a: Bounds, b: Bounds): Bounds {
  if (a === 'nowhere') return b
  if (b === 'nowhere') return a
  if (a === 'everywhere' || b === 'everywhere') return 'everywhere'
  return bboxUnion(a, b)
}

function areaOf([west, south, east, north]: BBox): number {
  return (east - west) * (north - south)
}

/** Of a relation between the feature and a literal; between two of a kind the place says nothing. */
function literalBounds(left: Operand, right: Operand, padKm: number): Bounds {
  const [boxes, other] = left.kind === 'property' ? [literalBoxes(right), left] : [literalBoxes(left), right]
  if (boxes.length === 0 || other.kind !== 'property') return 'everywhere'
  // Beyond the antimeridian or over a pole, padding is held at the edge of the map: look everywhere.
  const padded = padKm === 0 ? boxes : boxes.map((box) => padBBox(box, padKm))
  const isHeld =
    padKm > 0 && padded.some(([west, south, east, north]) => west <= -180 || east >= 180 || south <= -89 || north >= 89)
  return isHeld ? 'everywhere' : padded.reduce(bboxUnion)
}

function literalBoxes(node: Operand): BBox[] {
  if (node.kind === 'geometry') return [boxOf(node.geometry)]
  return node.kind === 'bbox' ? boxesOf(node.bbox) : []
}

/** Whether a box may hold what the bounds ask for. */
export function meetsBounds(box: BBox | null, bounds: Bounds): boolean {
  if (bounds === 'everywhere') return true
  return bounds !== 'nowhere' && box !== null && bboxesMeet(box, bounds)
}
