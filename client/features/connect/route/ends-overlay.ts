/** The ends of ways on the map: origins filled, destinations as rings. */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Position } from '#geodata/contract/geo.ts'
import type { PanelOverlay } from '#geodata/style/panel-overlay.ts'

const SOURCE = 'connect-ends'

export function endsOverlay(from: readonly Position[], to: readonly Position[]): PanelOverlay {
  const point = (role: string) => (coordinates: Position) => ({
    type: 'Feature' as const,
    properties: { role },
    geometry: { type: 'Point' as const, coordinates },
  })
  const features = [...from.map(point('from')), ...to.map(point('to'))]
  return {
    sources: { [SOURCE]: { type: 'geojson', data: { type: 'FeatureCollection', features } } },
    below: () => [],
    above: ({ palette }): LayerSpecification[] => [
      {
        id: 'connect/from',
        type: 'circle',
        source: SOURCE,
        filter: ['==', ['get', 'role'], 'from'],
        paint: {
          'circle-radius': 6,
          'circle-color': palette.accent,
          'circle-stroke-color': palette.halo,
          'circle-stroke-width': 2,
        },
      },
      {
        id: 'connect/to',
        type: 'circle',
        source: SOURCE,
        filter: ['==', ['get', 'role'], 'to'],
        paint: {
          'circle-radius': 8,
          'circle-color': palette.halo,
          'circle-stroke-color': palette.accent,
          'circle-stroke-width': 4,
        },
      },
    ],
  }
}
