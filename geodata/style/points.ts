/**
 * Points of the overlays: a shape that says what it is, its filling how far along it is (operational full, under
 * construction half, planned hollow, stalled or closed struck through), a label once there is room.
 */
import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { WorksStatus } from '#geodata/contract/works-status.ts'
import { byZoom, localName, match } from './expressions.ts'
import { type MarkerForm, type MarkerShape, markerImage } from './image-id.ts'
import type { LegendItem, StyleContext } from './layer-definition.ts'

export const STATUS_FORM: Readonly<Record<WorksStatus, MarkerForm>> = {
  operational: 'full',
  under_construction: 'half',
  planned: 'hollow',
  stalled: 'struck',
  closed: 'struck',
}

export interface PointLayer {
  id: string
  source: string
  colour: string
  shape: MarkerShape
  /** Side of the symbol in px. */
  sizePx: number
  /** Draws the filling by the property `status`. */
  byStatus?: boolean
  filter?: FilterSpecification
  minZoom?: number
  /** Zoom from which names are written; null for none. */
  labelsFrom: number | null
  /** Higher is placed first and drawn on top. */
  rank?: ExpressionSpecification
  /** Scale of the symbol by a figure, 1 where absent. */
  scale?: ExpressionSpecification
}

function icon(context: StyleContext, point: PointLayer): string | ExpressionSpecification {
  const name = (form: MarkerForm) => markerImage(point.shape, form, point.colour, context.palette.ring, point.sizePx)
  if (!point.byStatus) return name('full')
  const forms = Object.fromEntries(Object.entries(STATUS_FORM).map(([status, form]) => [status, name(form)]))
  return match('status', forms, name('full'))
}

function labelLayout(context: StyleContext, gapEm: number) {
  return {
    'text-field': localName(context.language),
    'text-font': ['Regular'],
    'text-size': 11,
    'text-max-width': 9,
    'text-variable-anchor': ['left', 'right', 'top', 'bottom'] satisfies ('left' | 'right' | 'top' | 'bottom')[],
    'text-radial-offset': gapEm,
    'text-justify': 'auto' as const,
    'text-optional': true,
  }
}

export function pointLayers(context: StyleContext, point: PointLayer): LayerSpecification[] {
  const common = {
    source: point.source,
    'source-layer': point.source,
    ...(point.filter && { filter: point.filter }),
    ...(point.minZoom !== undefined && { minzoom: point.minZoom }),
  }
  const gapEm = point.sizePx / 22 + 0.35
  const textPaint = {
    'text-color': context.palette.label,
    'text-halo-color': context.palette.halo,
    'text-halo-width': 1.6,
  }
  const scale = point.scale ?? 1
  const grow = (factor: number): number | ExpressionSpecification =>
    typeof scale === 'number' ? scale * factor : ['*', factor, scale]
  const symbols: LayerSpecification = context.hasImages
    ? {
        ...common,
        id: point.id,
        type: 'symbol',
        layout: {
          'icon-image': icon(context, point),
          'icon-size': byZoom(3, grow(0.6), 7, grow(0.85), 11, grow(1.15)),
          'icon-allow-overlap': true,
          // Names of towns matter more than a clear view of every marker.
          'icon-ignore-placement': true,
          'icon-padding': 1,
          ...(point.rank && { 'symbol-sort-key': point.rank }),
        },
      }
    : {
        ...common,
        id: point.id,
        type: 'circle',
        paint: {
          'circle-color': point.colour,
          'circle-radius': byZoom(3, 2, 7, point.sizePx / 4, 11, point.sizePx / 2.5),
          'circle-stroke-color': context.palette.ring,
          'circle-stroke-width': 1,
        },
      }
  if (point.labelsFrom === null) return [symbols]
  const labels: LayerSpecification = {
    ...common,
    id: `${point.id}-names`,
    type: 'symbol',
    minzoom: point.labelsFrom,
    layout: labelLayout(context, gapEm),
    paint: textPaint,
  }
  return [symbols, labels]
}

export function markerLegend(
  context: StyleContext,
  point: Pick<PointLayer, 'shape' | 'colour' | 'sizePx'>,
  labelKey: string,
  form: MarkerForm = 'full',
): LegendItem {
  return {
    labelKey,
    symbol: { kind: 'image', id: markerImage(point.shape, form, point.colour, context.palette.ring, point.sizePx) },
  }
}

/** One row a status, drawn with the layer's own shape. */
export function markerStatusLegend(
  context: StyleContext,
  point: Pick<PointLayer, 'shape' | 'colour' | 'sizePx'>,
  statuses: readonly WorksStatus[],
): LegendItem[] {
  return statuses.map((status) => markerLegend(context, point, `works.${status}`, STATUS_FORM[status]))
}
