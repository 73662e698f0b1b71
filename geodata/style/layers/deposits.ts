/**
 * Deposits: colour and letters by commodity, size by importance, ring by status, position quality under the symbol.
 * The client feeds the source with clustered GeoJSON of the reader's filter; foreign viewers get the vector tiles.
 */
import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { COMMODITIES, type CommodityGroup } from '#geodata/contract/commodity.ts'
import { DepositStatus } from '#geodata/contract/deposit.ts'
import { byZoom, groundRadius, localName, match } from '../expressions.ts'
import {
  clusterImageExpression,
  depositImage,
  depositImageExpression,
  GROUP_ORDER,
  hatchedDiscImage,
} from '../image-id.ts'
import type { LayerDefinition, LegendItem, StyleContext } from '../layer-definition.ts'
import { GROUP_COLOURS } from '../palette.ts'

export const DEPOSITS = 'deposits'
/** No clusters from the next zoom on. */
export const CLUSTER_MAX_ZOOM = 7
/** Half the side of the hatched disc's image, in px. */
const HATCHED_DISC_RADIUS_PX = 64
const ACCURACY_FROM_ZOOM = 6

const SINGLE: ExpressionSpecification = ['!', ['has', 'point_count']]
const qualityIs = (quality: string): FilterSpecification => ['all', SINGLE, ['==', ['get', 'quality'], quality]]
const accuracyKm: ExpressionSpecification = ['coalesce', ['get', 'accuracyKm'], 0]

const codesOf = (group: CommodityGroup): string[] =>
  Object.entries(COMMODITIES).flatMap(([code, commodity]) => (commodity.group === group ? [code] : []))

const isOf = (group: CommodityGroup): ExpressionSpecification => [
  'in',
  ['get', 'commodity'],
  ['literal', codesOf(group)],
]

/** Counts by group (`g0`… in GROUP_ORDER) and of whole deposits, parts left out, for the clustered source. */
export const CLUSTER_PROPERTIES: Readonly<Record<string, unknown>> = {
  deposits: ['+', ['case', ['==', ['get', 'isPart'], true], 0, 1]],
  ...Object.fromEntries(GROUP_ORDER.map((group, index) => [`g${index}`, ['+', ['case', isOf(group), 1, 0]]])),
}

/** A cluster of parts alone (their parent lies elsewhere) shows how many they are. */
const clusterCount: ExpressionSpecification = [
  'case',
  ['>', ['get', 'deposits'], 0],
  ['get', 'deposits'],
  ['get', 'point_count'],
]

const groupColour = (tone: 'fill' | 'glyph'): ExpressionSpecification =>
  [
    'case',
    ...GROUP_ORDER.slice(0, -1).flatMap((group) => [isOf(group), GROUP_COLOURS[group][tone]]),
    GROUP_COLOURS['gems-and-rare-earths'][tone],
  ] as ExpressionSpecification

const glyphs = match(
  'commodity',
  Object.fromEntries(Object.entries(COMMODITIES).map(([c, { glyph }]) => [c, glyph])),
  '',
)

const common = (hasImages: boolean) => ({
  source: DEPOSITS,
  ...(!hasImages && { 'source-layer': DEPOSITS }),
})

function accuracyLayers(context: StyleContext): LayerSpecification[] {
  const { palette, hasImages } = context
  const soft: LayerSpecification = {
    ...common(hasImages),
    id: 'deposits/accuracy',
    type: 'circle',
    minzoom: ACCURACY_FROM_ZOOM,
    filter: qualityIs('approximate'),
    paint: {
      'circle-radius': groundRadius(accuracyKm, ACCURACY_FROM_ZOOM, 17),
      'circle-color': groupColour('fill'),
      'circle-opacity': byZoom(6, 0.07, 9, 0.11, 13, 0.05),
      'circle-blur': 0.25,
      'circle-pitch-alignment': 'map',
    },
  }
  const hatched: LayerSpecification = {
    ...common(hasImages),
    id: 'deposits/district-disc',
    type: 'symbol',
    minzoom: ACCURACY_FROM_ZOOM,
    maxzoom: 13,
    filter: qualityIs('district'),
    layout: {
      'icon-image': hatchedDiscImage(palette.labelQuiet),
      'icon-size': groundRadius(['/', accuracyKm, HATCHED_DISC_RADIUS_PX], ACCURACY_FROM_ZOOM, 13),
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
    paint: { 'icon-opacity': byZoom(6, 0.1, 8, 0.12, 10, 0.08, 13, 0.05) },
  }
  return hasImages ? [soft, hatched] : [soft]
}

function names(context: StyleContext): LayerSpecification {
  const { palette, language } = context
  return {
    ...common(context.hasImages),
    id: 'deposits/names',
    type: 'symbol',
    minzoom: 5,
    filter: ['all', SINGLE, ['>=', ['+', ['get', 'importance'], ['floor', ['*', 1.4, ['-', ['zoom'], 5]]]], 5]],
    layout: {
      'text-field': localName(language),
      'text-font': ['Bold'],
      'text-size': byZoom(5, 11, 10, 12.5),
      'text-max-width': 8,
      'text-variable-anchor': ['top', 'right', 'left', 'bottom'],
      'text-radial-offset': ['+', 0.55, ['*', 0.1, ['get', 'importance']]],
      'text-justify': 'auto',
      'symbol-sort-key': ['-', 0, ['get', 'importance']],
    },
    paint: { 'text-color': palette.label, 'text-halo-color': palette.halo, 'text-halo-width': 1.8 },
  }
}

/** With our images: donuts for clusters, drawn symbols for single deposits, a halo round the selected one. */
function drawnSymbols(context: StyleContext): LayerSpecification[] {
  const { palette, flavour } = context
  const symbol = (id: string, filter: FilterSpecification): LayerSpecification => ({
    ...common(true),
    id,
    type: 'symbol',
    filter,
    layout: {
      'icon-image': depositImageExpression(flavour),
      'icon-size': byZoom(3, 0.8, 7, 0.95, 11, 1.15),
      'icon-allow-overlap': true,
      'symbol-sort-key': ['get', 'importance'],
    },
  })
  return [
    symbol('deposits/symbols', SINGLE),
    {
      ...common(true),
      id: 'deposits/clusters',
      type: 'symbol',
      filter: ['has', 'point_count'],
      layout: {
        'icon-image': clusterImageExpression(flavour),
        'icon-allow-overlap': true,
        'text-field': ['to-string', clusterCount],
        'text-font': ['Bold'],
        'text-size': ['step', ['get', 'point_count'], 11, 50, 12, 500, 13],
        'text-allow-overlap': true,
        'symbol-sort-key': ['get', 'point_count'],
      },
      paint: { 'text-color': palette.label },
    },
  ]
}

/** Without our images: a circle of the group's colour and the commodity's letters. */
function plainSymbols(context: StyleContext): LayerSpecification[] {
  return [
    {
      ...common(false),
      id: 'deposits/symbols',
      type: 'circle',
      layout: { 'circle-sort-key': ['get', 'importance'] },
      paint: {
        'circle-color': groupColour('fill'),
        'circle-radius': byZoom(3, ['+', 2, ['get', 'importance']], 10, ['+', 6, ['*', 1.4, ['get', 'importance']]]),
        'circle-stroke-color': context.palette.ring,
        'circle-stroke-width': 1.5,
      },
    },
    {
      ...common(false),
      id: 'deposits/letters',
      type: 'symbol',
      minzoom: 7,
      layout: { 'text-field': glyphs, 'text-font': ['Bold'], 'text-size': 10, 'text-allow-overlap': true },
      paint: { 'text-color': groupColour('glyph') },
    },
  ]
}

const EXAMPLES: Readonly<Record<CommodityGroup, string>> = {
  'base-metals': 'copper',
  'precious-metals': 'gold',
  'iron-and-ferroalloys': 'chromite',
  'energy-minerals': 'coal',
  'chemical-and-fertiliser': 'barite',
  'stone-and-clay': 'marble',
  'gems-and-rare-earths': 'gemstones',
}

export const deposits: LayerDefinition = {
  id: DEPOSITS,
  group: 'deposits',
  titleKey: 'layer.deposits',
  datasets: [DEPOSITS],
  defaultOn: true,
  slot: 'above-labels',
  pick: 'point',
  build: (context) => [
    ...accuracyLayers(context),
    ...(context.hasImages ? drawnSymbols(context) : plainSymbols(context)),
    names(context),
  ],
  legend: ({ flavour }) => {
    const row = (labelKey: string, commodity: string, status: string, quality: string, size: number): LegendItem => ({
      labelKey,
      symbol: { kind: 'image', id: depositImage(flavour, commodity, status, quality, size) },
    })
    return [
      ...GROUP_ORDER.map((group) => row(`group.${group}`, EXAMPLES[group], 'operating', 'exact', 3)),
      ...DepositStatus.options.map((status) => row(`status.${status}`, 'copper', status, 'exact', 4)),
      row('quality.exact', 'copper', 'operating', 'exact', 3),
      row('quality.approximate', 'copper', 'operating', 'approximate', 3),
      row('quality.district', 'copper', 'operating', 'district', 3),
      row('legend.importance.high', 'copper', 'operating', 'exact', 5),
      row('legend.importance.low', 'copper', 'operating', 'exact', 1),
    ]
  },
}
