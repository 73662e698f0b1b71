/** Ranked stretches or links on the map, wider the more they matter; the one pointed at in the list stands out. */
import type { Geometry } from '#geodata/contract/geo.ts'
import type { PanelOverlay } from '#geodata/style/panel-overlay.ts'

const SOURCE = 'connect-critical'

export interface RankedShape {
  geometry: Geometry
  /** 0–1: share of the greatest. */
  share: number
  /** Cuts deposits off, or opens them up. */
  isAccess: boolean
}

export function criticalOverlay(shapes: readonly RankedShape[], chosen: number | null): PanelOverlay {
  const features = shapes.map(({ geometry, share, isAccess }, index) => ({
    type: 'Feature' as const,
    properties: { share, isAccess, isChosen: index === chosen },
    geometry,
  }))
  return {
    sources: { [SOURCE]: { type: 'geojson', data: { type: 'FeatureCollection', features } } },
    below: ({ palette }) => [
      {
        id: 'connect/critical-casing',
        type: 'line',
        source: SOURCE,
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: {
          'line-color': ['case', ['get', 'isChosen'], palette.label, palette.halo],
          'line-width': ['+', 6, ['*', 6, ['sqrt', ['get', 'share']]]],
        },
      },
      {
        id: 'connect/critical',
        type: 'line',
        source: SOURCE,
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: {
          'line-color': ['case', ['get', 'isAccess'], palette.closure, palette.accent],
          'line-width': ['+', 3, ['*', 6, ['sqrt', ['get', 'share']]]],
        },
      },
    ],
    above: () => [],
  }
}
