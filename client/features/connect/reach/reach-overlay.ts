/** Areas within budgets on the map, widest below; each lies on the wider ones, so that nearer is darker. */
import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Output } from '#geodata/contract/endpoints.ts'
import type { PanelOverlay } from '#geodata/style/panel-overlay.ts'

type Areas = Output<'drawReach'>['areas']

const SOURCE = 'connect-reach'
const OPACITY = 0.2

/** What the eye sees where so many areas lie on each other. */
export function opacityOf(layers: number): number {
  return 1 - (1 - OPACITY) ** layers
}

export function reachOverlay(areas: Areas, origins: readonly (readonly [number, number])[]): PanelOverlay {
  const features = [
    ...areas.map(({ budget, geometry }) => ({ type: 'Feature' as const, properties: { budget }, geometry })),
    ...origins.map(([lon, lat]) => ({
      type: 'Feature' as const,
      properties: { role: 'origin' },
      geometry: { type: 'Point' as const, coordinates: [lon, lat] },
    })),
  ]
  const isArea: ExpressionSpecification = ['has', 'budget']
  return {
    sources: { [SOURCE]: { type: 'geojson', data: { type: 'FeatureCollection', features }, tolerance: 0.2 } },
    below: ({ palette }) => [
      {
        id: 'connect/reach',
        type: 'fill',
        source: SOURCE,
        filter: isArea,
        paint: { 'fill-color': palette.accent, 'fill-opacity': OPACITY, 'fill-antialias': false },
      },
      {
        id: 'connect/reach-edge',
        type: 'line',
        source: SOURCE,
        filter: isArea,
        layout: { 'line-join': 'round' },
        paint: { 'line-color': palette.accent, 'line-width': 1.4, 'line-opacity': 0.9 },
      },
    ],
    above: ({ palette }) => [
      {
        id: 'connect/reach-origin',
        type: 'circle',
        source: SOURCE,
        filter: ['==', ['get', 'role'], 'origin'],
        paint: {
          'circle-radius': 6,
          'circle-color': palette.accent,
          'circle-stroke-color': palette.halo,
          'circle-stroke-width': 2,
        },
      },
    ],
  }
}
