/** A journey on the map: road whole, rail with ticks, sea and access dashed; casing below, a flow of light dashes above. */
import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Position } from '#geodata/contract/geo.ts'
import type { Leg } from '#geodata/contract/logistics.ts'
import { byZoom } from './expressions.ts'
import type { StyleContext } from './layer-definition.ts'

export const ROUTE = 'route'
/** The layer whose dashes move; still under reduced motion. */
export const ROUTE_FLOW = 'route/flow'

/** One line a leg; alternatives are paler and lie below. */
export interface RouteShapes {
  type: 'FeatureCollection'
  features: {
    type: 'Feature'
    properties: { mode: Leg['mode']; isChosen: boolean; isSchematic: boolean }
    geometry: { type: 'LineString'; coordinates: Position[] }
  }[]
}

export function routeLayers({ palette }: StyleContext): LayerSpecification[] {
  const isChosen: ExpressionSpecification = ['==', ['get', 'isChosen'], true]
  const ofMode = (...modes: Leg['mode'][]): ExpressionSpecification => [
    'all',
    isChosen,
    ['in', ['get', 'mode'], ['literal', modes]],
  ]
  const round = { 'line-join': 'round', 'line-cap': 'round' } as const
  const width = byZoom(3, 2.6, 7, 4, 12, 6.5)
  const line = (id: string, filter: ExpressionSpecification, paint: object): LayerSpecification => ({
    id: `route/${id}`,
    type: 'line',
    source: ROUTE,
    filter,
    layout: round,
    paint: { 'line-color': palette.accent, 'line-width': width, ...paint },
  })
  return [
    line('others', ['!', isChosen], {
      'line-color': palette.labelQuiet,
      'line-opacity': 0.7,
      'line-width': byZoom(3, 1.6, 12, 4),
    }),
    line('casing', isChosen, { 'line-color': palette.halo, 'line-width': byZoom(3, 5.5, 7, 7.5, 12, 11) }),
    line('road', ofMode('road', 'transshipment'), {}),
    line('rail', ofMode('rail'), { 'line-color': palette.rail }),
    line('sea', ofMode('sea'), { 'line-color': palette.seaLane, 'line-dasharray': [3, 1.6] }),
    line('access', ofMode('access'), { 'line-dasharray': [0.6, 1.8] }),
    line('flow', ofMode('road', 'rail', 'sea'), {
      'line-color': palette.halo,
      'line-width': byZoom(3, 1, 7, 1.5, 12, 2.4),
      'line-dasharray': [0, 3, 3],
    }),
  ]
}
