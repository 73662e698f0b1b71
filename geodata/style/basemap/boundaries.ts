/** Boundary lines by the chosen view: settled solid, disputed dashed. The data say which line is which; nothing is drawn here. */
import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { BoundaryView } from '../boundary-view.ts'
import { byZoom } from '../expressions.ts'
import type { StyleContext } from '../layer-definition.ts'
import { BASEMAP } from './ground.ts'

const VIEW_PROPERTY: Readonly<Record<BoundaryView, string>> = {
  international: 'viewInternational',
  pakistan: 'viewPakistan',
  china: 'viewChina',
}

const boundaries = { source: BASEMAP, 'source-layer': 'boundaries' }
const INNER = ['province', 'division', 'district']

export function boundaryLayers({ palette }: StyleContext, view: BoundaryView): LayerSpecification[] {
  const drawnAs = (word: string): ExpressionSpecification => ['==', ['get', VIEW_PROPERTY[view]], word]
  const isInner: ExpressionSpecification = ['in', ['get', 'kind'], ['literal', INNER]]
  const inner = (
    kind: string,
    colour: string,
    width: ExpressionSpecification,
    dash?: number[],
  ): LayerSpecification => ({
    ...boundaries,
    id: `basemap/${kind}-edges`,
    type: 'line',
    filter: ['all', ['==', ['get', 'kind'], kind], ['!', drawnAs('hidden')]],
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': width, ...(dash && { 'line-dasharray': dash }) },
  })
  return [
    inner('district', palette.districtEdge, byZoom(6, 0.5, 10, 1.1)),
    inner('division', palette.districtEdge, byZoom(6, 0.9, 10, 1.6)),
    inner('province', palette.provinceEdge, byZoom(3, 0.5, 6, 0.9, 10, 1.8), [4, 1.6]),
    {
      ...boundaries,
      id: 'basemap/borders-band',
      type: 'line',
      filter: ['all', drawnAs('settled'), ['!', isInner]],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.boundary, 'line-width': byZoom(3, 2.5, 8, 6), 'line-opacity': 0.12 },
    },
    {
      ...boundaries,
      id: 'basemap/borders',
      type: 'line',
      filter: ['all', drawnAs('settled'), ['!', isInner]],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.boundary, 'line-width': byZoom(2, 0.5, 5, 1.1, 10, 2) },
    },
    {
      ...boundaries,
      id: 'basemap/borders-disputed',
      type: 'line',
      filter: ['all', drawnAs('disputed'), ['!', isInner]],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.boundaryDisputed,
        'line-width': byZoom(2, 0.6, 5, 1.2, 10, 2.1),
        'line-dasharray': [3, 2.2],
      },
    },
  ]
}
