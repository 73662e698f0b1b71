/** Sites and who they serve on the map: ways where they are drawn, a thin line from each deposit to its site, sites as squares. */
import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Output } from '#geodata/contract/endpoints.ts'
import type { Position } from '#geodata/contract/geo.ts'
import type { PanelOverlay } from '#geodata/style/panel-overlay.ts'
import { placeText } from '../route/pairs-table.tsx'

type Siting = Output<'chooseSites'>

const SOURCE = 'connect-sites'

/** `before`: where the sites would stand without those that stand already; null where none do. */
export function sitingOverlay({ sites, deposits }: Siting, before: Siting | null): PanelOverlay {
  const placeOf = new Map(sites.map((site) => [placeText(site), site.position]))
  const point = (role: string, coordinates: Position) => ({
    type: 'Feature' as const,
    properties: { role },
    geometry: { type: 'Point' as const, coordinates },
  })
  const kept = new Set(placeOf.keys())
  const features = [
    ...deposits.flatMap(({ position, site }) => {
      const end = site === null ? undefined : placeOf.get(site)
      return end
        ? [
            {
              type: 'Feature' as const,
              properties: { role: 'serves' },
              geometry: { type: 'LineString' as const, coordinates: [position, end] },
            },
          ]
        : []
    }),
    ...deposits.map(({ position }) => point('deposit', position)),
    ...(before?.sites ?? [])
      .filter((site) => !kept.has(placeText(site)))
      .map(({ position }) => point('before', position)),
    ...sites.map(({ position, isStanding }) => point(isStanding ? 'standing' : 'site', position)),
  ]
  const role = (name: string): ExpressionSpecification => ['==', ['get', 'role'], name]
  return {
    sources: { [SOURCE]: { type: 'geojson', data: { type: 'FeatureCollection', features } } },
    below: ({ palette }) => [
      {
        id: 'connect/serves',
        type: 'line',
        source: SOURCE,
        filter: role('serves'),
        paint: { 'line-color': palette.accent, 'line-width': 1.5, 'line-dasharray': [2, 2], 'line-opacity': 0.8 },
      },
    ],
    above: ({ palette }) => {
      const circle = (name: string, radius: number, fill: string, edge: string) => ({
        id: `connect/${name}`,
        type: 'circle' as const,
        source: SOURCE,
        filter: role(name),
        paint: {
          'circle-radius': radius,
          'circle-color': fill,
          'circle-stroke-color': edge,
          'circle-stroke-width': 3,
        },
      })
      return [
        circle('deposit', 4, palette.accent, palette.halo),
        circle('before', 9, palette.halo, palette.labelQuiet),
        circle('standing', 11, palette.plant, palette.halo),
        circle('site', 13, palette.accent, palette.halo),
      ]
    },
  }
}
