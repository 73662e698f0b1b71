/**
 * Lines of the overlays: a casing in the land's tone and the line on it, both growing smoothly with zoom. Status by dash
 * (operational full, under construction half, planned quarter, stalled quarter and pale); schematic geometry paler.
 */
import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { WorksStatus } from '#geodata/contract/works-status.ts'
import { byZoom, match } from './expressions.ts'
import type { LegendItem, LegendSymbol, StyleContext } from './layer-definition.ts'

export const WORKS_STATUSES = WorksStatus.options

/** Dash patterns in line widths; the share of ink is the reading: whole, half, a quarter. */
export const STATUS_DASH: Readonly<Record<WorksStatus, readonly [number, number] | null>> = {
  operational: null,
  under_construction: [3, 2],
  planned: [1.2, 2.4],
  stalled: [1.2, 3.6],
  closed: [0.4, 2.6],
}
const PALE: readonly WorksStatus[] = ['stalled', 'closed']

export interface CasedLine {
  /** Layer id prefix, `<definition>/<part>`. */
  id: string
  source: string
  colour: string | ExpressionSpecification
  /** px at zoom 4, 8 and 14. */
  widths: readonly [number, number, number]
  filter?: FilterSpecification
  minZoom?: number
  dash?: 'by-status' | readonly number[]
  casing?: boolean
  opacity?: number
  /**
   * Every line is as mapped: nothing to tell apart by quality. A figure that depends on no feature shares its shader with
   * the other lines, and each shader costs the first picture some 30 ms.
   */
  isMapped?: boolean
}

const schematicOpacity = (opacity: number): ExpressionSpecification => [
  'case',
  ['in', ['get', 'quality'], ['literal', ['schematic', 'rough', 'stand-in']]],
  opacity * 0.62,
  ['in', ['get', 'status'], ['literal', [...PALE]]],
  opacity * 0.5,
  opacity,
]

/** Dashes by the property `status`; anything else is drawn whole. */
export const statusDash = (): ExpressionSpecification => {
  const solid: ExpressionSpecification = ['literal', [1, 0]]
  const dashes = Object.fromEntries(
    WORKS_STATUSES.flatMap((status) => {
      const dash = STATUS_DASH[status]
      return dash ? [[status, ['literal', [...dash]] satisfies ExpressionSpecification] as const] : []
    }),
  )
  return match('status', dashes, solid)
}

export function casedLine(context: StyleContext, line: CasedLine): LayerSpecification[] {
  const [at4, at8, at14] = line.widths
  const common = {
    source: line.source,
    'source-layer': line.source,
    ...(line.filter && { filter: line.filter }),
    ...(line.minZoom !== undefined && { minzoom: line.minZoom }),
  }
  const stroke: LayerSpecification = {
    ...common,
    id: line.id,
    type: 'line',
    layout: { 'line-join': 'round', 'line-cap': 'butt' },
    paint: {
      'line-color': line.colour,
      'line-width': byZoom(4, at4, 8, at8, 14, at14),
      'line-opacity': line.isMapped ? (line.opacity ?? 1) : schematicOpacity(line.opacity ?? 1),
      ...(line.dash === 'by-status' && { 'line-dasharray': statusDash() }),
      ...(Array.isArray(line.dash) && { 'line-dasharray': [...line.dash] }),
    },
  }
  if (line.casing === false) return [stroke]
  const casing: LayerSpecification = {
    ...common,
    id: `${line.id}-casing`,
    type: 'line',
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: {
      'line-color': context.palette.land,
      'line-width': byZoom(4, at4 + 1, 8, at8 + 2, 14, at14 + 3),
      'line-opacity': 0.75 * (line.opacity ?? 1),
    },
  }
  return [casing, stroke]
}

/** Cross ticks on a railway: short wide dashes over the line. */
export function railTicks(
  line: Pick<CasedLine, 'id' | 'source' | 'colour' | 'filter' | 'minZoom' | 'widths'>,
): LayerSpecification {
  const [, at8, at14] = line.widths
  return {
    id: `${line.id}-ticks`,
    type: 'line',
    source: line.source,
    'source-layer': line.source,
    minzoom: line.minZoom ?? 6,
    ...(line.filter && { filter: line.filter }),
    paint: {
      'line-color': line.colour,
      'line-width': byZoom(6, at8 * 2, 8, at8 * 3, 14, at14 * 2.6),
      'line-dasharray': [0.18, 2.2],
      'line-opacity': 0.85,
    },
  }
}

/** Text along a line: road and railway numbers. */
export function lineNumbers(
  context: StyleContext,
  line: { id: string; source: string; minZoom: number; filter?: FilterSpecification; text?: ExpressionSpecification },
): LayerSpecification {
  return {
    id: line.id,
    type: 'symbol',
    source: line.source,
    'source-layer': line.source,
    minzoom: line.minZoom,
    ...(line.filter && { filter: line.filter }),
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 420,
      'text-field': line.text ?? ['coalesce', ['get', 'ref'], ''],
      'text-font': ['Regular'],
      'text-size': 10.5,
      'text-rotation-alignment': 'viewport',
      'text-padding': 6,
    },
    paint: { 'text-color': context.palette.label, 'text-halo-color': context.palette.halo, 'text-halo-width': 1.8 },
  }
}

export function lineSwatch(
  context: StyleContext,
  colour: string,
  options: { widthPx?: number; dash?: readonly number[] | null; isPale?: boolean; casing?: boolean } = {},
): LegendSymbol {
  return {
    kind: 'line',
    colour,
    widthPx: options.widthPx ?? 3,
    dash: options.dash ?? null,
    casing: options.casing ? context.palette.land : null,
    isPale: options.isPale ?? false,
  }
}

/** The legend rows that say how status and geometry are drawn, for the statuses that the data hold. */
export function statusLegend(
  context: StyleContext,
  colour: string,
  statuses: readonly WorksStatus[],
  hasSchematic: boolean,
): LegendItem[] {
  const rows = statuses.map(
    (status): LegendItem => ({
      labelKey: `works.${status}`,
      symbol: lineSwatch(context, colour, { dash: STATUS_DASH[status], isPale: PALE.includes(status) }),
    }),
  )
  if (!hasSchematic) return rows
  return [...rows, { labelKey: 'legend.schematic', symbol: lineSwatch(context, colour, { isPale: true }) }]
}
