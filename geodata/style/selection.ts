/** How the selected feature stands out, whatever dataset it is of, drawn or not: an accent line, a halo, a thin wash. */
import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { byZoom } from './expressions.ts'
import { depositImageExpression } from './image-id.ts'
import type { StyleContext } from './layer-definition.ts'
import { DEPOSITS } from './layers/deposits.ts'
import { statusDash } from './lines.ts'

/** Layer of the ring round the deposit under the pointer, or pointed at in the list. */
export const DEPOSIT_HOVERED = 'deposits/hovered'

export interface Marked {
  dataset: string
  ids: readonly string[]
}

/** The single deposit with that id, never a cluster. */
export function pointedDeposit(id: string | null): FilterSpecification {
  return ['all', ['!', ['has', 'point_count']], ['==', ['get', 'id'], id ?? '']]
}

export function selectedDepositLayers(
  { palette, flavour }: StyleContext,
  selected: string | null,
  hovered: string | null,
): LayerSpecification[] {
  const radius = byZoom(3, ['+', 9, ['get', 'importance']], 11, ['+', 13, ['*', 1.8, ['get', 'importance']]])
  return [
    {
      id: DEPOSIT_HOVERED,
      type: 'circle',
      source: DEPOSITS,
      filter: pointedDeposit(hovered),
      paint: {
        'circle-radius': radius,
        'circle-opacity': 0,
        'circle-stroke-color': palette.accent,
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'deposits/selected-halo',
      type: 'circle',
      source: DEPOSITS,
      filter: pointedDeposit(selected),
      paint: {
        'circle-radius': radius,
        'circle-color': palette.accent,
        'circle-opacity': 0.25,
        'circle-stroke-color': palette.accent,
        'circle-stroke-width': 2.5,
      },
    },
    {
      id: 'deposits/selected',
      type: 'symbol',
      source: DEPOSITS,
      filter: pointedDeposit(selected),
      layout: {
        'icon-image': depositImageExpression(flavour),
        'icon-size': byZoom(3, 0.88, 7, 1.05, 11, 1.27),
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
  ]
}

/** Lines and areas of other datasets; `ids` of one dataset. */
export function markedLayers({ palette }: StyleContext, name: string, { dataset, ids }: Marked): LayerSpecification[] {
  const isOne: ExpressionSpecification = ['in', ['get', 'id'], ['literal', [...ids]]]
  const ofType = (type: 'LineString' | 'Polygon'): ExpressionSpecification => [
    'all',
    isOne,
    ['==', ['geometry-type'], type],
  ]
  const from = { source: dataset, 'source-layer': dataset }
  return [
    {
      ...from,
      id: `${name}/wash`,
      type: 'fill',
      filter: ofType('Polygon'),
      paint: { 'fill-color': palette.accent, 'fill-opacity': 0.08 },
    },
    {
      ...from,
      id: `${name}/glow`,
      type: 'line',
      filter: ['all', isOne, ['!=', ['geometry-type'], 'Point']],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': palette.accent, 'line-width': byZoom(4, 7, 8, 11, 14, 16), 'line-opacity': 0.28 },
    },
    {
      ...from,
      id: `${name}/line`,
      type: 'line',
      filter: ['all', isOne, ['!=', ['geometry-type'], 'Point']],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.accent,
        'line-width': byZoom(4, 2.2, 8, 3.4, 14, 5),
        'line-dasharray': statusDash(),
      },
    },
  ]
}

/** Goes under the symbols, so that the selected point keeps its face. */
export function markedPoint({ palette }: StyleContext, name: string, { dataset, ids }: Marked): LayerSpecification {
  return {
    id: `${name}/halo`,
    type: 'circle',
    source: dataset,
    'source-layer': dataset,
    filter: ['all', ['in', ['get', 'id'], ['literal', [...ids]]], ['==', ['geometry-type'], 'Point']],
    paint: {
      'circle-radius': byZoom(3, 11, 8, 15, 12, 20),
      'circle-color': palette.accent,
      'circle-opacity': 0.25,
      'circle-stroke-color': palette.accent,
      'circle-stroke-width': 2.5,
    },
  }
}
