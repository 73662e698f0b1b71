/**
 * The ground of the map: sea, depth, land, relief, ice, towns, water. Quiet, so that the data speak. Pakistan's land is
 * drawn from its own provinces, whose coast is finer than the world's.
 */
import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { byZoom } from '../expressions.ts'
import type { StyleContext } from '../layer-definition.ts'

export const BASEMAP = 'basemap'
export const RELIEF = 'relief'
/** Drawn instead of RELIEF from its first zoom on, where the host has one. */
export const FINER = 'relief-finer'
const FINER_FROM_ZOOM = 7
export const EXTRA_BASEMAP = 'extra-basemap'

const from = (layer: string) => ({ source: BASEMAP, 'source-layer': layer })

export function groundLayers(
  { palette }: StyleContext,
  extra: LayerSpecification[],
  hasFinerRelief: boolean,
): LayerSpecification[] {
  const [shallow, middle, deep] = palette.depth
  const depth: ExpressionSpecification = ['step', ['get', 'depthM'], shallow, 1000, middle, 2000, deep]
  return [
    { id: 'basemap/sea', type: 'background', paint: { 'background-color': palette.sea } },
    {
      ...from('bathymetry'),
      id: 'basemap/depth',
      type: 'fill',
      paint: {
        'fill-color': depth,
        'fill-antialias': false,
        // The depths end at the edge of the data, which is in view on small scales.
        'fill-opacity': byZoom(3.8, 0, 4.6, 1),
      },
    },
    { ...from('land'), id: 'basemap/land', type: 'fill', paint: { 'fill-color': palette.foreignLand } },
    { ...from('provinces'), id: 'basemap/provinces', type: 'fill', paint: { 'fill-color': palette.land } },
    ...extra,
    { ...shading(palette), ...(hasFinerRelief && { maxzoom: FINER_FROM_ZOOM }) },
    ...(hasFinerRelief ? [{ ...hillshade(palette), minzoom: FINER_FROM_ZOOM }] : []),
    {
      ...from('glaciers'),
      id: 'basemap/ice',
      type: 'fill',
      paint: { 'fill-color': palette.glacier, 'fill-opacity': 0.85 },
    },
    {
      ...from('built-up'),
      id: 'basemap/built-up',
      type: 'fill',
      minzoom: 7,
      paint: { 'fill-color': palette.builtUp, 'fill-opacity': byZoom(7, 0.5, 10, 1) },
    },
    ...waterLayers(palette.water, palette.waterLine),
  ]
}

/** How strongly relief is drawn, 0–1: less the larger the scale, where the grid has no more to show. */
const strength = (exaggeration: number, times: number): ExpressionSpecification =>
  byZoom(3, exaggeration * 1.3 * times, 8, exaggeration * times, 12, 0.08 * times)

/** The atlas's own relief: shaded in its tiles, black for shadow and white for light, which the flavour's greys replace. */
function shading({ reliefExaggeration, reliefShadow, reliefHighlight }: StyleContext['palette']): LayerSpecification {
  return {
    id: `basemap/${RELIEF}`,
    type: 'raster',
    source: RELIEF,
    paint: {
      'raster-opacity': strength(reliefExaggeration, 2),
      'raster-brightness-min': greyOf(reliefShadow),
      'raster-brightness-max': greyOf(reliefHighlight),
      'raster-fade-duration': 0,
    },
  }
}

/** The host's finer grid: heights, shaded by the viewer. */
function hillshade({ reliefExaggeration, reliefShadow, reliefHighlight }: StyleContext['palette']): LayerSpecification {
  return {
    id: `basemap/${FINER}`,
    type: 'hillshade',
    source: FINER,
    paint: {
      'hillshade-exaggeration': strength(reliefExaggeration, 1),
      'hillshade-shadow-color': reliefShadow,
      'hillshade-highlight-color': reliefHighlight,
      'hillshade-accent-color': reliefShadow,
    },
  }
}

/** Mean of red, green and blue of `#rrggbb`, 0–1. */
function greyOf(colour: string): number {
  const channels = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
  return channels.reduce((sum, channel) => sum + channel, 0) / channels.length
}

function waterLayers(water: string, waterLine: string): LayerSpecification[] {
  const rank: ExpressionSpecification = ['coalesce', ['get', 'rank'], 4]
  const isCanal: ExpressionSpecification = ['==', ['get', 'class'], 'canal']
  const isDryAtTimes: ExpressionSpecification = ['==', ['get', 'intermittent'], true]
  const width = (widest: number): ExpressionSpecification => ['max', 0.35, ['-', widest, ['*', widest / 6, rank]]]
  const rivers = (id: string, flows: ExpressionSpecification, opacity: number): LayerSpecification => ({
    ...from('rivers'),
    id: `basemap/${id}`,
    type: 'line',
    filter: ['all', ['!', isCanal], flows],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': waterLine,
      'line-width': byZoom(4, width(1), 8, width(2.2), 13, width(5)),
      'line-opacity': opacity,
    },
  })
  return [
    rivers('rivers', ['!', isDryAtTimes], 1),
    rivers('rivers-at-times', isDryAtTimes, 0.55),
    {
      ...from('rivers'),
      id: 'basemap/canals',
      type: 'line',
      minzoom: 8,
      filter: isCanal,
      paint: { 'line-color': waterLine, 'line-width': byZoom(8, 0.4, 13, 1.6), 'line-opacity': 0.8 },
    },
    { ...from('lakes'), id: 'basemap/lakes', type: 'fill', paint: { 'fill-color': water } },
    {
      ...from('lakes'),
      id: 'basemap/shores',
      type: 'line',
      minzoom: 6,
      filter: ['!=', ['get', 'kind'], 'bay'],
      paint: { 'line-color': waterLine, 'line-width': byZoom(6, 0.4, 12, 1) },
    },
  ]
}
