/** Features to the shapes that tiles are made of: projected, simplified for each zoom band, from their first zoom on. */
import type { Geometry } from '../contract/geo.ts'
import { projectGeometry, type Shape } from './shape.ts'
import { simplifyShape } from './simplify-shape.ts'
import { simplifyTopology } from './simplify-topology.ts'
import { DEEPEST_ZOOM, type ZoomBand } from './zoom-bands.ts'

export interface CutInput {
  geometry: Geometry
  firstZoom: number
}

export interface CutShape {
  type: Shape['type']
  minZoom: number
  /** Inclusive. */
  maxZoom: number
  parts: Int32Array[]
}

/** The shapes of one feature by rising zoom. Spans of zooms in which a shape is the same are joined. */
export function cutFeature({ geometry, firstZoom }: CutInput, bands: readonly ZoomBand[]): CutShape[] {
  const shape = projectGeometry(geometry)
  if (shape.type === 'point') {
    const minZoom = Math.max(firstZoom, bands[0]?.minZoom ?? 0)
    return [{ type: 'point', minZoom, maxZoom: DEEPEST_ZOOM, parts: [shape.point] }]
  }
  return spansOf(shape.type, firstZoom, bands, (band) => simplifyShape(shape, band))
}

/** The same for areas that share edges: all of a dataset at once, the shapes of each in the order given. */
export function cutSharedEdges(inputs: readonly CutInput[], bands: readonly ZoomBand[]): CutShape[][] {
  const shapes = inputs.map(({ geometry }) => projectGeometry(geometry))
  const areas = shapes.filter((shape) => shape.type === 'area')
  const byBand = simplifyTopology(areas, bands)
  const indexOf = new Map(areas.map((shape, index) => [shape, index]))
  return inputs.map(({ geometry, firstZoom }, at) => {
    const shape = shapes[at]
    if (shape?.type !== 'area') return cutFeature({ geometry, firstZoom }, bands)
    const index = indexOf.get(shape) ?? 0
    return spansOf('area', firstZoom, bands, (_, bandIndex) => byBand[bandIndex]?.[index] ?? [])
  })
}

function spansOf(
  type: Shape['type'],
  firstZoom: number,
  bands: readonly ZoomBand[],
  partsOf: (band: ZoomBand, bandIndex: number) => Int32Array[],
): CutShape[] {
  const spans: CutShape[] = []
  bands.forEach((band, index) => {
    if (band.maxZoom < firstZoom) return
    const parts = partsOf(band, index)
    const last = spans.at(-1)
    if (last && sameParts(last.parts, parts)) last.maxZoom = band.maxZoom
    else spans.push({ type, minZoom: Math.max(firstZoom, band.minZoom), maxZoom: band.maxZoom, parts })
  })
  return spans
}

/** True where two cuts of a feature draw the same at every zoom. */
export function sameShapes(a: readonly CutShape[], b: readonly CutShape[]): boolean {
  return (
    a.length === b.length &&
    a.every((shape, index) => {
      const other = b[index]
      return (
        other !== undefined &&
        shape.type === other.type &&
        shape.minZoom === other.minZoom &&
        shape.maxZoom === other.maxZoom &&
        sameParts(shape.parts, other.parts)
      )
    })
  )
}

function sameParts(a: readonly Int32Array[], b: readonly Int32Array[]): boolean {
  return (
    a.length === b.length &&
    a.every((part, index) => {
      const other = b[index]
      return other?.length === part.length && part.every((value, at) => value === other[at])
    })
  )
}
