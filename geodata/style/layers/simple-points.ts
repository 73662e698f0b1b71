/** Layers of one kind of point each: a table of shapes, colours and label zooms, turned into layer definitions. */
import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { LayerGroup } from '#geodata/contract/dataset.ts'
import type { WorksStatus } from '#geodata/contract/works-status.ts'
import type { MarkerShape } from '../image-id.ts'
import type { LayerDefinition } from '../layer-definition.ts'
import type { Palette } from '../palette.ts'
import { markerLegend, markerStatusLegend, pointLayers } from '../points.ts'

interface SimplePoints {
  id: string
  group: LayerGroup
  colour: (palette: Palette) => string
  shape: MarkerShape
  sizePx: number
  labelsFrom: number | null
  minZoom?: number
  defaultOn?: boolean
  /** The statuses that the data hold; left out where status is no property. */
  statuses?: readonly WorksStatus[]
  rank?: ExpressionSpecification
  scale?: ExpressionSpecification
  /** Splits the dataset in two shapes, told apart in the legend. */
  split?: { property: string; value: string | boolean; shape: MarkerShape }
}

const capacity: ExpressionSpecification = ['coalesce', ['get', 'capacityMw'], 0]
const ALL: readonly WorksStatus[] = ['operational', 'under_construction', 'planned', 'stalled', 'closed']

const TABLE: readonly SimplePoints[] = [
  { id: 'network-places', group: 'corridors', colour: (p) => p.labelQuiet, shape: 'circle', sizePx: 11, labelsFrom: 8 },
  { id: 'closures', group: 'environment', colour: (p) => p.closure, shape: 'barrier', sizePx: 18, labelsFrom: 8 },
  { id: 'water-works', group: 'environment', colour: (p) => p.dam, shape: 'wave', sizePx: 18, labelsFrom: 8 },
  {
    id: 'hospitals-universities',
    group: 'people',
    colour: (p) => p.care,
    shape: 'cross',
    sizePx: 16,
    labelsFrom: 9,
    split: { property: 'kind', value: 'university', shape: 'book' },
  },
  {
    id: 'coal-terminals',
    group: 'industry-and-power',
    colour: (p) => p.coal,
    shape: 'crate',
    sizePx: 17,
    labelsFrom: 8,
    statuses: ALL,
  },
  {
    id: 'oil-gas-fields',
    group: 'industry-and-power',
    colour: (p) => p.oil,
    shape: 'drop',
    sizePx: 16,
    labelsFrom: 9,
    statuses: ALL,
  },
  {
    id: 'substations',
    group: 'industry-and-power',
    colour: (p) => p.grid,
    shape: 'pylon',
    sizePx: 16,
    labelsFrom: 9,
    statuses: ALL,
  },
  {
    id: 'power-plants',
    group: 'industry-and-power',
    colour: (p) => p.power,
    shape: 'bolt',
    sizePx: 18,
    labelsFrom: 8,
    statuses: ALL,
    rank: capacity,
    scale: ['interpolate', ['linear'], capacity, 0, 0.7, 300, 0.9, 1500, 1.2, 4500, 1.5],
  },
  {
    id: 'iron-mines',
    group: 'industry-and-power',
    colour: (p) => p.mine,
    shape: 'pick',
    sizePx: 18,
    labelsFrom: 7,
    statuses: ALL,
  },
  {
    id: 'steel-plants',
    group: 'industry-and-power',
    colour: (p) => p.steel,
    shape: 'furnace',
    sizePx: 18,
    labelsFrom: 7,
    statuses: ALL,
  },
  {
    id: 'processing',
    group: 'industry-and-power',
    colour: (p) => p.plant,
    shape: 'factory',
    sizePx: 18,
    labelsFrom: 7,
    statuses: ALL,
  },
  {
    id: 'zones',
    group: 'industry-and-power',
    colour: (p) => p.zone,
    shape: 'diamond',
    sizePx: 17,
    labelsFrom: 8,
    statuses: ALL,
  },
  {
    id: 'cpec-projects',
    group: 'industry-and-power',
    colour: (p) => p.project,
    shape: 'star',
    sizePx: 17,
    labelsFrom: 8,
    statuses: ALL,
  },
  { id: 'airports', group: 'ports-and-borders', colour: (p) => p.airport, shape: 'plane', sizePx: 17, labelsFrom: 8 },
  {
    id: 'border-crossings',
    group: 'ports-and-borders',
    colour: (p) => p.border,
    shape: 'gate',
    sizePx: 16,
    labelsFrom: 7,
    defaultOn: true,
  },
  {
    id: 'ports',
    group: 'ports-and-borders',
    colour: (p) => p.port,
    shape: 'anchor',
    sizePx: 20,
    labelsFrom: 7,
    defaultOn: true,
    split: { property: 'kind', value: 'dry port', shape: 'crate' },
  },
]

function define(row: SimplePoints): LayerDefinition {
  return {
    id: row.id,
    group: row.group,
    titleKey: `layer.${row.id}`,
    datasets: [row.id],
    defaultOn: row.defaultOn ?? false,
    slot: 'below-labels',
    pick: 'point',
    build: (context) => {
      const points = {
        id: `${row.id}/points`,
        source: row.id,
        colour: row.colour(context.palette),
        shape: row.shape,
        sizePx: row.sizePx,
        labelsFrom: row.labelsFrom,
        ...(row.statuses && { byStatus: true }),
        ...(row.minZoom !== undefined && { minZoom: row.minZoom }),
        ...(row.rank && { rank: row.rank }),
        ...(row.scale && { scale: row.scale }),
      }
      const { split } = row
      if (!split) return pointLayers(context, points)
      const isOther: ExpressionSpecification = ['==', ['get', split.property], split.value]
      return [
        ...pointLayers(context, { ...points, id: `${row.id}/others`, shape: split.shape, filter: isOther }),
        ...pointLayers(context, { ...points, filter: ['!', isOther] }),
      ]
    },
    legend: (context) => {
      const look = { shape: row.shape, colour: row.colour(context.palette), sizePx: row.sizePx }
      if (row.split)
        return [
          markerLegend(context, look, `legend.${row.id}`),
          markerLegend(context, { ...look, shape: row.split.shape }, `legend.${row.id}.other`),
        ]
      return row.statuses
        ? markerStatusLegend(context, look, row.statuses)
        : [markerLegend(context, look, `legend.${row.id}`)]
    },
  }
}

export const simplePoints: readonly LayerDefinition[] = TABLE.map(define)
