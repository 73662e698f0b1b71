/** The question and its answer on the map: the shape asked about, its buffer, what was found, and areas shaded by count. */
import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Geometry, Position } from '#geodata/contract/geo.ts'
import { byZoom } from './expressions.ts'
import { hatchImage } from './image-id.ts'
import type { StyleContext } from './layer-definition.ts'
import { shadeClasses } from './shade-classes.ts'

export interface Answer {
  shape: Geometry | null
  buffer: Geometry | null
  found: readonly Position[]
  shading: Shading | null
}

/** Areas with a figure each: outlines of their own, or features of a dataset with tiles. */
export interface Shading {
  areas: { dataset: string } | { outlines: readonly Geometry[] }
  /** By id of the dataset's features, or in the order of the outlines. */
  values: readonly { id: string; value: number }[]
  /** Ids whose figure is not known: hatched, never drawn as zero. */
  unknown: readonly string[]
  /** What is named neither way has none of what is counted. */
  isRestZero: boolean
}

const SOURCE = 'answer'

export function answerSources(answer: Answer | null): Record<string, SourceSpecification> {
  if (!answer) return {}
  const { shape, buffer, found, shading } = answer
  const feature = (role: string, geometry: Geometry, value = 0) => ({
    type: 'Feature' as const,
    geometry: { type: geometry.type, coordinates: geometry.coordinates } as GeoJSON.Geometry,
    properties: { role, value },
  })
  const outlines = shading && 'outlines' in shading.areas ? shading.areas.outlines : []
  const features = [
    ...(buffer ? [feature('buffer', buffer)] : []),
    ...(shape ? [feature('shape', shape)] : []),
    ...found.map((coordinates) => feature('found', { type: 'Point', coordinates })),
    ...outlines.map((outline, index) => feature('shade', outline, shading?.values[index]?.value ?? 0)),
  ]
  return { [SOURCE]: { type: 'geojson', data: { type: 'FeatureCollection', features }, tolerance: 0.2 } }
}

/** The dataset whose tiles a shading draws on, to be among the sources. */
export function shadedDatasets(answer: Answer | null): string[] {
  return answer?.shading && 'dataset' in answer.shading.areas ? [answer.shading.areas.dataset] : []
}

/** Areas and buffers: below labels. */
export function answerAreas(context: StyleContext, answer: Answer | null): LayerSpecification[] {
  if (!answer) return []
  const { accent } = context.palette
  const { shading } = answer
  return [
    ...(shading ? shadeLayers(accent, shading) : []),
    ...(shading && 'dataset' in shading.areas && shading.unknown.length > 0
      ? [unknownLayer(context, shading.areas.dataset, shading.unknown)]
      : []),
    {
      ...role('buffer'),
      id: 'answer/buffer',
      type: 'fill',
      paint: { 'fill-color': accent, 'fill-opacity': 0.1 },
    },
    {
      ...role('buffer'),
      id: 'answer/buffer-edge',
      type: 'line',
      paint: { 'line-color': accent, 'line-width': 1.5, 'line-dasharray': [4, 3] },
    },
    {
      source: SOURCE,
      id: 'answer/shape-area',
      type: 'fill',
      filter: ['all', ['==', ['get', 'role'], 'shape'], ['==', ['geometry-type'], 'Polygon']],
      paint: { 'fill-color': accent, 'fill-opacity': 0.14 },
    },
    {
      source: SOURCE,
      id: 'answer/shape-line',
      type: 'line',
      filter: ['all', ['==', ['get', 'role'], 'shape'], ['!=', ['geometry-type'], 'Point']],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': accent, 'line-width': 2.5 },
    },
  ]
}

/** Points: above everything but the selection. */
export function answerPoints({ palette }: StyleContext, answer: Answer | null): LayerSpecification[] {
  if (!answer) return []
  return [
    {
      ...role('found'),
      id: 'answer/found',
      type: 'circle',
      paint: {
        'circle-radius': byZoom(3, 7, 8, 11, 12, 15),
        'circle-opacity': 0,
        'circle-stroke-color': palette.accent,
        'circle-stroke-width': 2,
      },
    },
    {
      source: SOURCE,
      id: 'answer/shape-point',
      type: 'circle',
      filter: ['all', ['==', ['get', 'role'], 'shape'], ['==', ['geometry-type'], 'Point']],
      paint: {
        'circle-radius': 6,
        'circle-color': palette.accent,
        'circle-stroke-color': palette.halo,
        'circle-stroke-width': 2,
      },
    },
  ]
}

function role(name: string): { source: string; filter: ExpressionSpecification } {
  return { source: SOURCE, filter: ['==', ['get', 'role'], name] }
}

function shadeLayers(accent: string, { areas, values }: Shading): LayerSpecification[] {
  const from = 'dataset' in areas ? { source: areas.dataset, 'source-layer': areas.dataset } : { source: SOURCE }
  const isShaded: ExpressionSpecification =
    'dataset' in areas
      ? ['in', ['get', 'id'], ['literal', values.map(({ id }) => id)]]
      : ['==', ['get', 'role'], 'shade']
  const value: ExpressionSpecification =
    'dataset' in areas
      ? [
          'coalesce',
          ['get', ['get', 'id'], ['literal', Object.fromEntries(values.map((one) => [one.id, one.value]))]],
          0,
        ]
      : ['get', 'value']
  const classes = shadeClasses(values.map((one) => one.value))
  return [
    {
      ...from,
      id: 'answer/shade',
      type: 'fill',
      filter: isShaded,
      paint: {
        'fill-color': accent,
        'fill-opacity':
          classes.length === 0 ? 0 : ['step', value, 0, ...classes.flatMap(({ from: low, opacity }) => [low, opacity])],
      },
    },
    // Provinces and districts get no outline: the Line of Control would become a solid border.
    ...('dataset' in areas ? [] : [hexagonEdges(accent)]),
  ]
}

function unknownLayer(
  { palette, hasImages }: StyleContext,
  dataset: string,
  ids: readonly string[],
): LayerSpecification {
  return {
    source: dataset,
    'source-layer': dataset,
    id: 'answer/unknown',
    type: 'fill',
    filter: ['in', ['get', 'id'], ['literal', [...ids]]],
    paint: hasImages
      ? { 'fill-pattern': hatchImage('diagonal', palette.noData), 'fill-opacity': 0.7 }
      : { 'fill-color': palette.noData, 'fill-opacity': 0.2 },
  }
}

function hexagonEdges(accent: string): LayerSpecification {
  return {
    ...role('shade'),
    id: 'answer/shade-edge',
    type: 'line',
    paint: { 'line-color': accent, 'line-width': 1, 'line-opacity': 0.8 },
  }
}
