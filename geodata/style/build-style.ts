/**
 * The whole map style from a few choices: basemap, overlays in the reader's order, fonts, sources. A pure function, used
 * by the client for its map and by the server for /style.json, where foreign viewers find the same map.
 */
import type { LayerSpecification, SourceSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { FeatureRef } from '#geodata/contract/endpoints.ts'
import type { BBox } from '#geodata/contract/geo.ts'
import type { Language } from '#geodata/contract/provenance.ts'
import { type Answer, answerAreas, answerPoints, answerSources, shadedDatasets } from './answer.ts'
import { boundaryLayers } from './basemap/boundaries.ts'
import { BASEMAP, EXTRA_BASEMAP, FINER, groundLayers, RELIEF } from './basemap/ground.ts'
import { labelLayers } from './basemap/labels.ts'
import type { BoundaryView } from './boundary-view.ts'
import { withOpacity } from './expressions.ts'
import { fontFaces } from './fonts.ts'
import type { LayerDefinition, Slot, StyleContext } from './layer-definition.ts'
import { CLUSTER_MAX_ZOOM, CLUSTER_PROPERTIES, DEPOSITS } from './layers/deposits.ts'
import { DEFAULT_LAYERS, DRAWN_DATASETS, overlayById } from './layers/index.ts'
import { type Flavour, PALETTES } from './palette.ts'
import type { PanelOverlay } from './panel-overlay.ts'
import { ROUTE, type RouteShapes, routeLayers } from './route-layers.ts'
import { type Marked, markedLayers, markedPoint, selectedDepositLayers } from './selection.ts'

/** A tile address with `{z}/{x}/{y}` and its zoom range; without one the source reads its TileJSON at `/tiles/<id>.json`. */
export interface TileAddress {
  template: string
  minZoom: number
  maxZoom: number
  attribution?: string
  /** Nothing is asked for outside of them. */
  bounds?: BBox
}

export interface ExtraBasemap {
  /** Ends up in a raster source: an address with `{z}/{x}/{y}`, or `pmtiles://…` where the viewer knows that protocol. */
  source: SourceSpecification
  opacity: number
}

export interface StyleChoices {
  language: Language
  flavour: Flavour
  boundaries: BoundaryView
  /** Scheme and host, no slash at the end; addresses in a style are absolute. */
  baseUrl: string
  /** Overlays to draw, lowest first. */
  layers?: readonly { id: string; opacity: number }[]
  /** By dataset id, `basemap` and `relief` included. */
  tiles?: Readonly<Record<string, TileAddress>>
  /** `clusters`: GeoJSON of the reader's filter, for viewers that draw our images; `tiles`: plain vector tiles. */
  deposits: 'tiles' | { clusters: string }
  extraBasemap?: ExtraBasemap | null
  /** The host has a finer grid of heights: tileset `relief-finer`. */
  hasFinerRelief?: boolean
  selection?: FeatureRef | null
  /** Further features to mark, for example the sections of a corridor. */
  marked?: Marked | null
  hoveredDeposit?: string | null
  /** A question asked of the map, and what was found. */
  answer?: Answer | null
  /** A journey to draw by mode. */
  route?: RouteShapes | null
  /** What else an open panel draws. */
  overlay?: PanelOverlay | null
}

export function buildStyle(choices: StyleChoices): StyleSpecification {
  const context: StyleContext = {
    flavour: choices.flavour,
    palette: PALETTES[choices.flavour],
    language: choices.language,
    hasImages: choices.deposits !== 'tiles',
  }
  const shown = (choices.layers ?? DEFAULT_LAYERS).flatMap(({ id, opacity }) => {
    const overlay = overlayById(id)
    return overlay ? [{ overlay, opacity }] : []
  })
  const extra: LayerSpecification[] = choices.extraBasemap
    ? [
        {
          id: `basemap/${EXTRA_BASEMAP}`,
          type: 'raster',
          source: EXTRA_BASEMAP,
          paint: { 'raster-opacity': choices.extraBasemap.opacity },
        },
      ]
    : []
  const marks = marksOf(choices)
  const isPointLike = ({ type }: LayerSpecification): boolean => type === 'symbol' || type === 'circle'
  const inSlot = (slot: Slot) => overlayLayers(context, shown, slot)
  const below = inSlot('below-labels')
  const answer = choices.answer ?? null
  return {
    version: 8,
    name: 'Orelink',
    metadata: { 'orelink:boundaries': choices.boundaries, 'orelink:flavour': choices.flavour },
    center: [69.3, 30.2],
    zoom: 4.9,
    sources: sourcesOf(choices, [
      ...shown.flatMap(({ overlay }) => overlay.datasets),
      ...marks.map(({ mark }) => mark.dataset),
      ...shadedDatasets(answer),
    ]),
    'font-faces': fontFaces(choices.baseUrl),
    transition: { duration: 0, delay: 0 },
    layers: [
      ...groundLayers(context, extra, choices.hasFinerRelief ?? false),
      ...boundaryLayers(context, choices.boundaries),
      ...below.filter((layer) => !isPointLike(layer)),
      ...marks.flatMap(({ name, mark }) => markedLayers(context, name, mark)),
      ...answerAreas(context, answer),
      ...(choices.overlay?.below(context) ?? []),
      ...(choices.route ? routeLayers(context) : []),
      ...below.filter(isPointLike),
      ...labelLayers(context),
      ...marks.map(({ name, mark }) => markedPoint(context, name, mark)),
      ...inSlot('above-labels'),
      ...answerPoints(context, answer),
      ...(choices.overlay?.above(context) ?? []),
      ...(context.hasImages
        ? selectedDepositLayers(context, selectedDeposit(choices), choices.hoveredDeposit ?? null)
        : []),
    ],
  }
}

function selectedDeposit({ selection }: StyleChoices): string | null {
  return selection?.dataset === DEPOSITS ? selection.id : null
}

/** Marks on datasets that have tiles; the selected deposit is drawn by its own layers. */
function marksOf({ selection, marked }: StyleChoices): { name: string; mark: Marked }[] {
  const marks = [
    ...(marked ? [{ name: 'marked', mark: marked }] : []),
    ...(selection ? [{ name: 'selection', mark: { dataset: selection.dataset, ids: [selection.id] } }] : []),
  ]
  return marks.filter(({ mark }) => mark.dataset !== DEPOSITS && DRAWN_DATASETS.has(mark.dataset))
}

function overlayLayers(
  context: StyleContext,
  shown: readonly { overlay: LayerDefinition; opacity: number }[],
  slot: Slot,
): LayerSpecification[] {
  return shown
    .filter(({ overlay }) => overlay.slot === slot)
    .flatMap(({ overlay, opacity }) => overlay.build(context).map((layer) => withOpacity(layer, opacity)))
}

function sourcesOf(choices: StyleChoices, datasets: readonly string[]): Record<string, SourceSpecification> {
  const sources: Record<string, SourceSpecification> = {
    [BASEMAP]: vectorSource(choices, BASEMAP),
    [RELIEF]: reliefSource(choices),
  }
  for (const dataset of datasets) {
    const isClustered = dataset === DEPOSITS && choices.deposits !== 'tiles'
    if (!isClustered) sources[dataset] = vectorSource(choices, dataset)
  }
  if (choices.deposits !== 'tiles') sources[DEPOSITS] = clusteredDeposits(choices.deposits.clusters)
  Object.assign(sources, answerSources(choices.answer ?? null))
  Object.assign(sources, choices.overlay?.sources)
  if (choices.route) sources[ROUTE] = { type: 'geojson', data: choices.route, tolerance: 0.3 }
  if (choices.hasFinerRelief)
    sources[FINER] = { type: 'raster-dem', url: `${choices.baseUrl}/tiles/${FINER}.json`, tileSize: 256 }
  if (choices.extraBasemap) sources[EXTRA_BASEMAP] = choices.extraBasemap.source
  return sources
}

function vectorSource({ baseUrl, tiles }: StyleChoices, dataset: string): SourceSpecification {
  const address = tiles?.[dataset]
  if (!address) return { type: 'vector', url: `${baseUrl}/tiles/${dataset}.json`, promoteId: 'id' }
  return {
    type: 'vector',
    tiles: [address.template],
    minzoom: address.minZoom,
    maxzoom: address.maxZoom,
    promoteId: 'id',
    ...(address.attribution && { attribution: address.attribution }),
  }
}

function reliefSource({ baseUrl, tiles }: StyleChoices): SourceSpecification {
  const address = tiles?.[RELIEF]
  if (!address) return { type: 'raster', url: `${baseUrl}/tiles/${RELIEF}.json` }
  return {
    type: 'raster',
    tiles: [address.template],
    // Drawn at half density: the grid is coarse, and a quarter of the tiles is enough for it.
    tileSize: 512,
    minzoom: address.minZoom,
    maxzoom: address.maxZoom,
    ...(address.bounds && { bounds: address.bounds }),
    ...(address.attribution && { attribution: address.attribution }),
  }
}

function clusteredDeposits(url: string): SourceSpecification {
  return {
    type: 'geojson',
    data: url,
    cluster: true,
    clusterMaxZoom: CLUSTER_MAX_ZOOM,
    clusterRadius: 42,
    clusterProperties: CLUSTER_PROPERTIES,
    maxzoom: 14,
    tolerance: 0,
  }
}
