/** Areas of the overlays: a thin fill, a hatch where the viewer draws our images, and an outline that does the work. */
import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { byZoom, localName } from './expressions.ts'
import { type Hatch, hatchImage } from './image-id.ts'
import type { LegendItem, StyleContext } from './layer-definition.ts'

export interface AreaLayer {
  id: string
  source: string
  colour: string
  fillOpacity: number
  outlinePx: number
  dash?: readonly number[]
  hatch?: Hatch
  filter?: ExpressionSpecification
  minZoom?: number
  labelsFrom?: number
}

const AREAS: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon']

export function areaLayers(context: StyleContext, area: AreaLayer): LayerSpecification[] {
  const filter: FilterSpecification = area.filter ? ['all', AREAS, area.filter] : AREAS
  const common = {
    source: area.source,
    'source-layer': area.source,
    filter,
    ...(area.minZoom !== undefined && { minzoom: area.minZoom }),
  }
  const layers: LayerSpecification[] = [
    {
      ...common,
      id: area.id,
      type: 'fill',
      paint: { 'fill-color': area.colour, 'fill-opacity': area.fillOpacity, 'fill-antialias': false },
    },
  ]
  if (area.hatch && context.hasImages)
    layers.push({
      ...common,
      id: `${area.id}-hatch`,
      type: 'fill',
      paint: { 'fill-pattern': hatchImage(area.hatch, area.colour), 'fill-opacity': 0.5 },
    })
  layers.push({
    ...common,
    id: `${area.id}-outline`,
    type: 'line',
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': area.colour,
      'line-width': byZoom(4, area.outlinePx * 0.6, 10, area.outlinePx, 14, area.outlinePx * 1.5),
      'line-opacity': 0.85,
      ...(area.dash && { 'line-dasharray': [...area.dash] }),
    },
  })
  if (area.labelsFrom !== undefined) layers.push(areaNames(context, area, filter, area.labelsFrom))
  return layers
}

function areaNames(
  context: StyleContext,
  area: AreaLayer,
  filter: FilterSpecification,
  minzoom: number,
): LayerSpecification {
  return {
    id: `${area.id}-names`,
    type: 'symbol',
    source: area.source,
    'source-layer': area.source,
    filter,
    minzoom,
    layout: {
      'text-field': localName(context.language),
      'text-font': ['Regular'],
      'text-size': 11,
      'text-max-width': 9,
    },
    paint: { 'text-color': area.colour, 'text-halo-color': context.palette.halo, 'text-halo-width': 1.5 },
  }
}

export function areaLegend(
  area: Pick<AreaLayer, 'colour' | 'fillOpacity' | 'dash' | 'hatch'>,
  labelKey: string,
): LegendItem {
  if (area.hatch) return { labelKey, symbol: { kind: 'image', id: hatchImage(area.hatch, area.colour) } }
  return {
    labelKey,
    symbol: {
      kind: 'area',
      fill: area.colour,
      fillOpacity: area.fillOpacity,
      outline: area.colour,
      dash: area.dash ?? null,
    },
  }
}
