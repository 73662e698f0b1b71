/** Labels of the ground, least weighty first: rivers, regions, districts, places, provinces, countries. Later layers are placed first. */
import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { byZoom, localName } from '../expressions.ts'
import { BOLD, REGULAR } from '../fonts.ts'
import type { StyleContext } from '../layer-definition.ts'
import { BASEMAP } from './ground.ts'

const rank: ExpressionSpecification = ['coalesce', ['get', 'rank'], 7]
const kindIn = (...kinds: string[]): ExpressionSpecification => ['in', ['get', 'kind'], ['literal', kinds]]
const WATERS = ['sea', 'gulf', 'wetland', 'delta']
const STATES = ['country', 'province']

interface Label {
  id: string
  layer: string
  colour: string
  size: number | ExpressionSpecification
  font?: string[]
  filter?: FilterSpecification
  minzoom?: number
  maxzoom?: number
  spacingEm?: number
  isUpperCase?: boolean
  priority?: ExpressionSpecification
  /** Lies under symbols like a colour of the land; other names still keep off it. */
  isGround?: boolean
}

function label({ palette, language }: StyleContext, of: Label): LayerSpecification {
  // Letter-spacing tears joined Arabic letters apart; capitals exist in Latin only.
  const isLatin = language === 'en'
  return {
    id: `basemap/${of.id}`,
    type: 'symbol',
    source: BASEMAP,
    'source-layer': of.layer,
    ...(of.filter && { filter: of.filter }),
    ...(of.minzoom !== undefined && { minzoom: of.minzoom }),
    ...(of.maxzoom !== undefined && { maxzoom: of.maxzoom }),
    layout: {
      'text-field': localName(language),
      'text-font': of.font ?? REGULAR,
      'text-size': of.size,
      'text-max-width': 8,
      'text-padding': 4,
      ...(isLatin && of.spacingEm && { 'text-letter-spacing': of.spacingEm }),
      ...(isLatin && of.isUpperCase && { 'text-transform': 'uppercase' as const }),
      ...(of.isGround && { 'text-allow-overlap': true }),
      ...(of.priority && { 'symbol-sort-key': of.priority }),
    },
    paint: { 'text-color': of.colour, 'text-halo-color': palette.halo, 'text-halo-width': 1.4 },
  }
}

export function labelLayers(context: StyleContext): LayerSpecification[] {
  const { palette } = context
  return [
    riverNames(context),
    {
      ...label(context, { id: 'peak-names', layer: 'peaks', colour: palette.labelQuiet, size: 10, minzoom: 7 }),
    },
    label(context, {
      id: 'region-names',
      layer: 'regions',
      colour: palette.labelQuiet,
      size: byZoom(3, 10, 8, 12),
      filter: ['!', kindIn(...STATES, ...WATERS)],
      spacingEm: 0.12,
      priority: rank,
    }),
    label(context, {
      id: 'water-names',
      layer: 'regions',
      colour: palette.labelWater,
      size: byZoom(3, ['-', 15, rank], 8, ['-', 18, rank]),
      filter: kindIn(...WATERS),
      spacingEm: 0.08,
      priority: rank,
    }),
    ...placeLayers(context),
    label(context, {
      id: 'province-names',
      layer: 'regions',
      colour: palette.labelProvince,
      size: byZoom(4, 10.5, 8, 15),
      font: BOLD,
      filter: kindIn('province'),
      isGround: true,
      minzoom: 4,
      maxzoom: 9,
      spacingEm: 0.1,
      isUpperCase: true,
    }),
    label(context, {
      id: 'country-names',
      layer: 'regions',
      colour: palette.labelQuiet,
      size: byZoom(2, 11, 6, 16),
      font: BOLD,
      filter: kindIn('country'),
      maxzoom: 7,
      spacingEm: 0.14,
      isUpperCase: true,
      priority: rank,
    }),
  ]
}

function placeLayers(context: StyleContext): LayerSpecification[] {
  const { palette } = context
  const isCapital: ExpressionSpecification = ['<=', rank, 2]
  const size: ExpressionSpecification = byZoom(3, ['-', 12.5, ['*', 0.6, rank]], 8, ['-', 16.5, ['*', 0.9, rank]], 12, [
    '-',
    19,
    ['*', 0.9, rank],
  ])
  const names: LayerSpecification = {
    id: 'basemap/place-names',
    type: 'symbol',
    source: BASEMAP,
    'source-layer': 'places',
    layout: {
      'text-field': localName(context.language),
      'text-font': ['case', isCapital, ['literal', BOLD], ['literal', REGULAR]],
      'text-size': size,
      'text-max-width': 8,
      'text-padding': 3,
      'text-variable-anchor': [
        'left',
        'right',
        'top',
        'bottom',
        'top-left',
        'top-right',
        'bottom-left',
        'bottom-right',
      ],
      'text-radial-offset': 0.5,
      'text-justify': 'auto',
      'symbol-sort-key': rank,
    },
    paint: { 'text-color': palette.label, 'text-halo-color': palette.halo, 'text-halo-width': 1.5 },
  }
  const dots: LayerSpecification = {
    id: 'basemap/place-dots',
    type: 'circle',
    source: BASEMAP,
    'source-layer': 'places',
    filter: ['<=', rank, 5],
    maxzoom: 11,
    paint: {
      'circle-radius': byZoom(3, ['-', 2.4, ['*', 0.25, rank]], 9, ['-', 3.8, ['*', 0.4, rank]]),
      'circle-color': palette.land,
      'circle-stroke-color': palette.label,
      'circle-stroke-width': 1.1,
    },
  }
  return [dots, names]
}

function riverNames({ palette, language }: StyleContext): LayerSpecification {
  return {
    id: 'basemap/river-names',
    type: 'symbol',
    source: BASEMAP,
    'source-layer': 'rivers',
    minzoom: 7,
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 380,
      'text-field': localName(language),
      'text-font': REGULAR,
      'text-size': 10.5,
      'text-max-angle': 30,
    },
    paint: { 'text-color': palette.labelWater, 'text-halo-color': palette.halo, 'text-halo-width': 1.3 },
  }
}
