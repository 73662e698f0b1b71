/** Features to the shapes that tiles are made of: projected, simplified for each zoom band, from their first zoom on. */
import type { TileRules } from '../contract/dataset.ts'
import type { Geometry } from '../contract/geo.ts'
import { projectGeometry, type Shape } from './shape.ts'
import { simplifyShape } from './simplify-shape.ts'
import { simplifyTopology } from './simplify-topology.ts'
import { DEEPEST_ZOOM, type ZoomBand, zoomBands } from './zoom-bands.ts'

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

type Rules = Pick<TileRules<never>, 'minZoom' | 'maxZoom' | 'sharedEdges'>

/** For each input, in order, its shapes by rising zoom. Spans of zooms in which a shape is the same are joined. */
export function* cutFeatures(inputs: Iterable<CutInput>, rules: Rules): Generator<CutShape[]> {
  const bands = zoomBands(rules)
  if (!rules.sharedEdges) {
    for (const { geometry, firstZoom } of inputs) {
      const shape = projectGeometry(geometry)
      yield spansOf(shape.type, firstZoom, bands, (band) => simplifyShape(shape, band))
    }
    return
  }
  const all = [...inputs].map(({ geometry, firstZoom }) => ({ shape: projectGeometry(geometry), firstZoom }))
  const areas = all.map(({ shape }) => shape).filter((shape) => shape.type === 'area')
  const byBand = simplifyTopology(areas, bands)
  let area = 0
  for (const { shape, firstZoom } of all) {
    const index = shape.type === 'area' ? area++ : null
    yield spansOf(shape.type, firstZoom, bands, (band) =>
      index === null ? simplifyShape(shape, band) : (byBand[bands.indexOf(band)]?.[index] ?? []),
    )
  }
}

function spansOf(
  type: Shape['type'],
  firstZoom: number,
  bands: readonly ZoomBand[],
  partsOf: (band: ZoomBand) => Int32Array[],
): CutShape[] {
  if (type === 'point') {
    const minZoom = Math.max(firstZoom, bands[0]?.minZoom ?? 0)
    return [{ type, minZoom, maxZoom: DEEPEST_ZOOM, parts: bands[0] ? partsOf(bands[0]) : [] }]
  }
  const spans: CutShape[] = []
  for (const band of bands) {
    if (band.maxZoom < firstZoom) continue
    const parts = partsOf(band)
    const last = spans.at(-1)
    if (last && sameParts(last.parts, parts)) last.maxZoom = band.maxZoom
    else spans.push({ type, minZoom: Math.max(firstZoom, band.minZoom), maxZoom: band.maxZoom, parts })
  }
  return spans
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
