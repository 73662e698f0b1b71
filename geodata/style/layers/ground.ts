/** Geology and environment: belts, faults, quakes, seismic zones, mines as mapped, protected areas, built-up and industrial land. */
import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { areaLayers, areaLegend } from '../areas.ts'
import { match } from '../expressions.ts'
import { markerImage } from '../image-id.ts'
import type { LayerDefinition } from '../layer-definition.ts'
import { casedLine, lineSwatch } from '../lines.ts'
import { markerLegend, pointLayers } from '../points.ts'

const isPoint: ExpressionSpecification = ['==', ['geometry-type'], 'Point']

export const belts: LayerDefinition = {
  id: 'belts',
  group: 'geology',
  titleKey: 'layer.belts',
  datasets: ['belts'],
  defaultOn: false,
  slot: 'below-labels',
  pick: 'area',
  build: (context) =>
    areaLayers(context, {
      id: 'belts/area',
      source: 'belts',
      colour: context.palette.belt,
      fillOpacity: 0.12,
      outlinePx: 1.4,
      dash: [5, 3],
      labelsFrom: 5,
    }),
  legend: ({ palette }) => [areaLegend({ colour: palette.belt, fillOpacity: 0.12, dash: [5, 3] }, 'legend.belts')],
}

export const faults: LayerDefinition = {
  id: 'faults',
  group: 'geology',
  titleKey: 'layer.faults',
  datasets: ['faults'],
  defaultOn: false,
  slot: 'below-labels',
  pick: 'line',
  build: (context) =>
    casedLine(context, {
      id: 'faults/line',
      source: 'faults',
      colour: context.palette.fault,
      widths: [1, 1.6, 2.4],
      casing: false,
      dash: [6, 2, 1, 2],
    }),
  legend: (context) => [
    {
      labelKey: 'legend.faults',
      symbol: lineSwatch(context, context.palette.fault, { widthPx: 2, dash: [6, 2, 1, 2], isPale: true }),
    },
  ],
}

const QUAKE_SIZES = [5, 6, 7] as const

export const earthquakes: LayerDefinition = {
  id: 'earthquakes',
  group: 'geology',
  titleKey: 'layer.earthquakes',
  datasets: ['earthquakes'],
  defaultOn: false,
  slot: 'below-labels',
  pick: 'point',
  build: ({ palette }) => [
    {
      id: 'earthquakes/points',
      type: 'circle',
      source: 'earthquakes',
      'source-layer': 'earthquakes',
      layout: { 'circle-sort-key': ['-', 0, ['get', 'magnitude']] },
      paint: {
        // Area follows energy only loosely: radius doubles for two units of magnitude.
        'circle-radius': ['*', 1.4, ['^', 1.42, ['coalesce', ['get', 'magnitude'], 4]]],
        'circle-color': palette.quake,
        'circle-opacity': 0.14,
        'circle-stroke-color': palette.quake,
        'circle-stroke-width': 1.4,
        'circle-stroke-opacity': 0.85,
      },
    },
  ],
  legend: (context) =>
    QUAKE_SIZES.map((magnitude) => ({
      labelKey: 'legend.earthquakes',
      values: { magnitude },
      symbol: {
        kind: 'image',
        id: markerImage(
          'circle',
          'hollow',
          context.palette.quake,
          context.palette.ring,
          Math.round(2.8 * 1.42 ** magnitude),
        ),
      },
    })),
}

/** Zones of the building code, weakest first. */
export const SEISMIC_ZONES = ['1', '2A', '2B', '3', '4'] as const

export const seismicZones: LayerDefinition = {
  id: 'seismic-zones',
  group: 'geology',
  titleKey: 'layer.seismic-zones',
  datasets: ['seismic-zones'],
  defaultOn: false,
  slot: 'below-labels',
  pick: 'area',
  build: ({ palette }) => {
    const colours = Object.fromEntries(
      SEISMIC_ZONES.map((zone, index) => [zone, palette.seismicRamp[index] ?? palette.noData]),
    )
    const area = { source: 'seismic-zones', 'source-layer': 'seismic-zones' }
    return [
      {
        ...area,
        id: 'seismic-zones/area',
        type: 'fill',
        paint: { 'fill-color': match('zone', colours, palette.noData), 'fill-opacity': 0.55 },
      },
      {
        ...area,
        id: 'seismic-zones/outline',
        type: 'line',
        paint: { 'line-color': palette.districtEdge, 'line-width': 0.6 },
      },
    ]
  },
  legend: ({ palette }) => [
    ...SEISMIC_ZONES.map((zone, index) => ({
      labelKey: 'legend.seismic-zones',
      values: { zone },
      symbol: {
        kind: 'area' as const,
        fill: palette.seismicRamp[index] ?? palette.noData,
        fillOpacity: 0.55,
        outline: palette.districtEdge,
        dash: null,
      },
    })),
    areaLegend({ colour: palette.noData, fillOpacity: 0.5 }, 'legend.no-data'),
  ],
}

export const mineSites: LayerDefinition = {
  id: 'mine-sites',
  group: 'geology',
  titleKey: 'layer.mine-sites',
  datasets: ['mine-sites'],
  defaultOn: false,
  slot: 'below-labels',
  pick: 'area',
  build: (context) => [
    ...areaLayers(context, {
      id: 'mine-sites/area',
      source: 'mine-sites',
      colour: context.palette.mine,
      fillOpacity: 0.15,
      outlinePx: 1,
    }),
    ...pointLayers(context, {
      id: 'mine-sites/points',
      source: 'mine-sites',
      colour: context.palette.mine,
      shape: 'pick',
      sizePx: 13,
      labelsFrom: 11,
      filter: isPoint,
    }),
  ],
  legend: (context) => [
    areaLegend({ colour: context.palette.mine, fillOpacity: 0.15 }, 'legend.mine-sites'),
    markerLegend(context, { shape: 'pick', colour: context.palette.mine, sizePx: 13 }, 'legend.mine-sites.point'),
  ],
}

export const protectedAreas: LayerDefinition = {
  id: 'protected-areas',
  group: 'environment',
  titleKey: 'layer.protected-areas',
  datasets: ['protected-areas', 'protected-outlines'],
  defaultOn: false,
  slot: 'below-labels',
  pick: 'area',
  build: (context) => {
    const colour = context.palette.protected
    return [
      ...areaLayers(context, {
        id: 'protected-areas/stand-ins',
        source: 'protected-areas',
        colour,
        fillOpacity: 0.05,
        outlinePx: 1,
        dash: [2, 3],
        filter: ['!=', ['get', 'hasOutline'], true],
      }),
      ...areaLayers(context, {
        id: 'protected-areas/outlines',
        source: 'protected-outlines',
        colour,
        fillOpacity: 0.08,
        outlinePx: 1.3,
        hatch: 'diagonal',
        labelsFrom: 8,
      }),
      ...pointLayers(context, {
        id: 'protected-areas/points',
        source: 'protected-areas',
        colour,
        shape: 'tree',
        sizePx: 15,
        labelsFrom: 8,
        filter: isPoint,
      }),
    ]
  },
  legend: (context) => {
    const colour = context.palette.protected
    return [
      areaLegend({ colour, fillOpacity: 0.08, hatch: 'diagonal' }, 'legend.protected-areas'),
      areaLegend({ colour, fillOpacity: 0.05, dash: [2, 3] }, 'legend.protected-areas.stand-in'),
      markerLegend(context, { shape: 'tree', colour, sizePx: 15 }, 'legend.protected-areas.point'),
    ]
  },
}

export const industrialAreas: LayerDefinition = {
  id: 'industrial-areas',
  group: 'industry-and-power',
  titleKey: 'layer.industrial-areas',
  datasets: ['industrial-areas'],
  defaultOn: false,
  slot: 'below-labels',
  pick: 'area',
  build: (context): LayerSpecification[] =>
    areaLayers(context, {
      id: 'industrial-areas/area',
      source: 'industrial-areas',
      colour: context.palette.industrial,
      fillOpacity: 0.15,
      outlinePx: 0.8,
    }),
  legend: ({ palette }) => [areaLegend({ colour: palette.industrial, fillOpacity: 0.15 }, 'legend.industrial-areas')],
}
