/** Grid and gas mains: the grid thin, thicker with voltage, dotted; pipelines double. Both are drawn between places. */
import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { byZoom } from '../expressions.ts'
import type { LayerDefinition } from '../layer-definition.ts'
import { casedLine, lineSwatch, statusLegend } from '../lines.ts'

const kv: ExpressionSpecification = ['coalesce', ['get', 'kv'], 0]
const isDc: ExpressionSpecification = ['==', ['get', 'current'], 'DC']

export const transmissionLines: LayerDefinition = {
  id: 'transmission-lines',
  group: 'industry-and-power',
  titleKey: 'layer.transmission-lines',
  datasets: ['transmission-lines'],
  defaultOn: false,
  slot: 'below-labels',
  pick: 'line',
  build: (context) => {
    const { palette } = context
    const base = { source: 'transmission-lines', casing: false, dash: 'by-status' as const }
    const bands: [string, ExpressionSpecification, readonly [number, number, number]][] = [
      ['low', ['all', ['!', isDc], ['<', kv, 220]], [0.5, 0.9, 1.4]],
      ['middle', ['all', ['!', isDc], ['>=', kv, 220], ['<', kv, 500]], [0.8, 1.3, 2]],
      ['high', ['all', ['!', isDc], ['>=', kv, 500]], [1.1, 1.9, 3]],
    ]
    const lines = bands.flatMap(([name, filter, widths]) =>
      casedLine(context, { ...base, id: `transmission-lines/${name}`, colour: palette.grid, filter, widths }),
    )
    const dots: LayerSpecification = {
      id: 'transmission-lines/dots',
      type: 'line',
      source: 'transmission-lines',
      'source-layer': 'transmission-lines',
      minzoom: 6,
      layout: { 'line-cap': 'round' },
      paint: {
        'line-color': ['case', isDc, palette.gridDc, palette.grid],
        'line-width': byZoom(6, 3, 10, 4.5, 14, 7),
        'line-dasharray': [0.01, 6],
        'line-opacity': 0.8,
      },
    }
    const direct = casedLine(context, {
      ...base,
      id: 'transmission-lines/dc',
      colour: palette.gridDc,
      casing: true,
      filter: isDc,
      widths: [1.6, 2.6, 4],
    })
    return [...lines, dots, ...direct]
  },
  legend: (context) => {
    const { grid, gridDc } = context.palette
    return [
      { labelKey: 'legend.grid.dc', symbol: lineSwatch(context, gridDc, { widthPx: 4, casing: true }) },
      { labelKey: 'legend.grid.500', symbol: lineSwatch(context, grid, { widthPx: 3 }) },
      { labelKey: 'legend.grid.220', symbol: lineSwatch(context, grid, { widthPx: 2 }) },
      { labelKey: 'legend.grid.132', symbol: lineSwatch(context, grid, { widthPx: 1 }) },
      ...statusLegend(context, grid, ['operational', 'under_construction', 'planned'], true),
    ]
  },
}

export const gasPipelines: LayerDefinition = {
  id: 'gas-pipelines',
  group: 'industry-and-power',
  titleKey: 'layer.gas-pipelines',
  datasets: ['gas-pipelines'],
  defaultOn: false,
  slot: 'below-labels',
  pick: 'line',
  build: (context) => {
    const [, outer] = casedLine(context, {
      id: 'gas-pipelines/line',
      source: 'gas-pipelines',
      colour: context.palette.gas,
      widths: [1.6, 3, 5],
      dash: 'by-status',
    })
    // The double line: the land's tone down the middle of the stroke.
    const inner: LayerSpecification = {
      id: 'gas-pipelines/core',
      type: 'line',
      source: 'gas-pipelines',
      'source-layer': 'gas-pipelines',
      paint: { 'line-color': context.palette.land, 'line-width': byZoom(4, 0.5, 8, 1.1, 14, 2.2) },
    }
    return outer ? [outer, inner] : []
  },
  legend: (context) =>
    statusLegend(
      context,
      context.palette.gas,
      ['operational', 'under_construction', 'planned', 'stalled', 'closed'],
      true,
    ),
}
