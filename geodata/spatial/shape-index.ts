/**
 * The geometries of a dataset in memory, indexed by boxes (flatbush): points by themselves, lines piece by piece, areas
 * piece by piece and as a body too, since what lies inside may be far from the rim. Answers which features may meet a box,
 * and with which piece; what is truly so is decided by `between.ts`, `nearest.ts` and `relate.ts`.
 */
import Flatbush from 'flatbush'
import type { BBox, Geometry, Position } from '#geodata/contract/geo.ts'
import { bboxOf } from './bbox.ts'
import { linesOf, type Piece, piecesOf } from './pieces.ts'

export interface Shape {
  id: string
  geometry: Geometry
}

export interface ShapeIndex {
  /** By number of the feature; ascending, so that the order of numbers is that of ids. */
  ids: readonly string[]
  geometry(feature: number): Geometry
  featureOf(item: number): number
  /** The piece of a line or rim that an item is; null for points and for the bodies of areas. */
  piece(item: number): Piece | null
  /** Calls `visit` with each item whose box meets `box`, and with its box. */
  search(box: BBox, visit: (item: number, box: BBox) => void): void
  /** Numbers of the features that have such an item, ascending, each once. */
  meeting(box: BBox): number[]
  /** Points and pieces whose boxes lie nearest in the plane of degrees, nearest first: a guess to bound a search by. */
  guess([lon, lat]: Position, count: number, accept: (feature: number) => boolean): number[]
  /** About how much memory it holds. */
  bytes: number
}

const [BYTES_PER_POSITION, BYTES_PER_ITEM, BYTES_PER_FEATURE] = [72, 44, 120]

/** `shapes` may come in any order, each id once. */
export function buildShapeIndex(shapes: readonly Shape[]): ShapeIndex {
  const ordered = inOrder(shapes)
  const ids = ordered.map(({ id }) => id)
  const { pieces, owners, boxes, positions } = itemsOf(ordered)
  const tree = treeOf(boxes)
  const at = packedPoints(ordered)
  const kept = at === null ? ordered.map(({ geometry }) => geometry) : null
  const featureOf = (item: number): number => owners?.[item] ?? item
  const isPoint = (item: number): boolean => kept?.[featureOf(item)]?.type === 'Point'
  const search: ShapeIndex['search'] = ([west, south, east, north], visit) => {
    tree?.search(west, south, east, north, (item, x0, y0, x1, y1) => {
      visit(item, [x0, y0, x1, y1])
      return false
    })
  }
  return {
    ids,
    geometry: (feature) => kept?.[feature] ?? { type: 'Point', coordinates: pointAt(at, feature) },
    featureOf,
    piece: (item) => pieces?.[item] ?? null,
    search,
    meeting([west, south, east, north]) {
      const features = Uint32Array.from(tree?.search(west, south, east, north) ?? [], featureOf).sort()
      return [...features].filter((feature, index) => feature !== features[index - 1])
    },
    guess: ([lon, lat], count, accept) =>
      tree?.neighbors(
        lon,
        lat,
        count,
        Number.POSITIVE_INFINITY,
        (item) => (pieces === null || pieces[item] !== null || isPoint(item)) && accept(featureOf(item)),
      ) ?? [],
    bytes:
      (kept === null ? 16 * ids.length : BYTES_PER_POSITION * positions) +
      BYTES_PER_ITEM * (boxes.length / 4) +
      BYTES_PER_FEATURE * ids.length,
  }
}

function inOrder(shapes: readonly Shape[]): readonly Shape[] {
  const isOrdered = shapes.every(({ id }, index) => index === 0 || (shapes[index - 1]?.id ?? '') < id)
  return isOrdered ? shapes : [...shapes].sort((a, b) => (a.id < b.id ? -1 : 1))
}

interface Items {
  /** null where every item is a whole feature. */
  pieces: (Piece | null)[] | null
  owners: Uint32Array | null
  /** Four numbers an item. */
  boxes: Float64Array
  positions: number
}

function itemsOf(shapes: readonly Shape[]): Items {
  const isWhole = shapes.every(({ geometry }) => geometry.type === 'Point')
  const pieces: (Piece | null)[] = []
  const owners: number[] = []
  const boxes: number[] = []
  let positions = 0
  for (const [feature, { geometry }] of shapes.entries()) {
    for (const line of linesOf(geometry)) positions += line.length
    const whole = isLine(geometry) ? [] : [null]
    const cut = geometry.type === 'Point' ? [] : linesOf(geometry).flatMap(piecesOf)
    for (const piece of [...whole, ...cut]) {
      boxes.push(...(piece?.bbox ?? bboxOf(geometry)))
      if (isWhole) continue
      pieces.push(piece)
      owners.push(feature)
    }
  }
  return {
    pieces: isWhole ? null : pieces,
    owners: isWhole ? null : Uint32Array.from(owners),
    boxes: Float64Array.from(boxes),
    positions,
  }
}

function isLine({ type }: Geometry): boolean {
  return type === 'LineString' || type === 'MultiLineString'
}

/** null of nothing, which flatbush does not hold. */
function treeOf(boxes: Float64Array): Flatbush | null {
  if (boxes.length === 0) return null
  const tree = new Flatbush(boxes.length / 4)
  for (let i = 0; i < boxes.length; i += 4) tree.add(boxes[i] ?? 0, boxes[i + 1] ?? 0, boxes[i + 2], boxes[i + 3])
  tree.finish()
  return tree
}

/** Longitudes and latitudes in turn, a quarter of the memory of objects; null where not all are points. */
function packedPoints(shapes: readonly Shape[]): Float64Array | null {
  if (!shapes.every(({ geometry }) => geometry.type === 'Point')) return null
  const packed = new Float64Array(2 * shapes.length)
  for (const [index, { geometry }] of shapes.entries())
    if (geometry.type === 'Point') packed.set(geometry.coordinates, 2 * index)
  return packed
}

function pointAt(packed: Float64Array | null, feature: number): Position {
  return [packed?.[2 * feature] ?? Number.NaN, packed?.[2 * feature + 1] ?? Number.NaN]
}
