/**
 * A scenario on the map: the ways of all deposits laid on each other, thicker where more of them go, and what the changes
 * touch: closed in the colour of closures, opened and drawn in green, floods as areas.
 */
import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Change, ChangeEffect, ScenarioAnswer } from '#geodata/contract/scenario.ts'
import type { StyleContext } from '#geodata/style/layer-definition.ts'
import type { PanelOverlay } from '#geodata/style/panel-overlay.ts'

type Ways = NonNullable<ScenarioAnswer['ways']>['before']

const WAYS = 'connect-ways'
const CHANGES = 'connect-changes'

interface Touched {
  changes: readonly Change[]
  effects: readonly ChangeEffect[]
  /** Before the changes: where they will be, in outline. */
  isToCome?: boolean
}

export function scenarioOverlay(ways: Ways, touched: Touched): PanelOverlay {
  const lines = ways.map(({ mode, deposits, geometry }) => ({
    type: 'Feature' as const,
    properties: { mode, deposits },
    geometry,
  }))
  return {
    sources: {
      [WAYS]: { type: 'geojson', data: { type: 'FeatureCollection', features: lines }, tolerance: 0.3 },
      [CHANGES]: { type: 'geojson', data: { type: 'FeatureCollection', features: changeFeatures(touched) } },
    },
    below: (context) =>
      touched.isToCome
        ? [...wayLayers(context), ...toComeLayers(context)]
        : [...floodLayers(context), ...wayLayers(context), ...touchedLayers(context)],
    above: () => [],
  }
}

function changeFeatures({ changes, effects }: Touched) {
  return changes.flatMap((change, index) => {
    const role = change.kind === 'open-reference' || change.kind === 'add-line' ? 'opened' : 'closed'
    const geometry = effects[index]?.geometry
    const ring = 'ring' in change ? change.ring : null
    const [first] = ring ?? []
    return [
      ...(geometry
        ? [{ type: 'Feature' as const, properties: ring ? { role, isInFlood: true } : { role }, geometry }]
        : []),
      ...(ring && first
        ? [
            {
              type: 'Feature' as const,
              properties: { role: 'flood' },
              geometry: { type: 'Polygon' as const, coordinates: [[...ring, first]] },
            },
          ]
        : []),
    ]
  })
}

function wayLayers({ palette }: StyleContext): LayerSpecification[] {
  const width = (extra: number): ExpressionSpecification => [
    'interpolate',
    ['linear'],
    ['sqrt', ['get', 'deposits']],
    1,
    1.6 + extra,
    14,
    9 + extra,
  ]
  const colour: ExpressionSpecification = [
    'match',
    ['get', 'mode'],
    'rail',
    palette.rail,
    'sea',
    palette.seaLane,
    palette.accent,
  ]
  const round = { 'line-join': 'round', 'line-cap': 'round' } as const
  return [
    {
      id: 'connect/ways-casing',
      type: 'line',
      source: WAYS,
      layout: round,
      paint: { 'line-color': palette.halo, 'line-width': width(2) },
    },
    {
      id: 'connect/ways',
      type: 'line',
      source: WAYS,
      layout: round,
      paint: { 'line-color': colour, 'line-width': width(0) },
    },
  ]
}

function touchedLayers({ palette }: StyleContext): LayerSpecification[] {
  const line = (role: string, colour: string, dash: number[]): LayerSpecification => ({
    id: `connect/${role}`,
    type: 'line',
    source: CHANGES,
    filter: ['==', ['get', 'role'], role],
    layout: { 'line-join': 'round' },
    // The many lines under a flood would hide it.
    paint: { 'line-color': colour, 'line-width': ['case', ['has', 'isInFlood'], 1.5, 3.5], 'line-dasharray': dash },
  })
  return [line('closed', palette.closure, [1.4, 1]), line('opened', palette.corridor.eastern, [3, 0.8])]
}

function floodLayers({ palette }: StyleContext): LayerSpecification[] {
  const filter: ExpressionSpecification = ['==', ['get', 'role'], 'flood']
  return [
    {
      id: 'connect/flood',
      type: 'fill',
      source: CHANGES,
      filter,
      paint: { 'fill-color': palette.waterLine, 'fill-opacity': 0.35 },
    },
    {
      id: 'connect/flood-edge',
      type: 'line',
      source: CHANGES,
      filter,
      paint: { 'line-color': palette.waterLine, 'line-width': 2 },
    },
  ]
}

/** A thin line where something will be closed, flooded or opened, so that the eye finds the place on either side. */
function toComeLayers({ palette }: StyleContext): LayerSpecification[] {
  return [
    {
      id: 'connect/to-come',
      type: 'line',
      source: CHANGES,
      filter: ['any', ['!=', ['get', 'role'], 'closed'], ['!', ['has', 'isInFlood']]],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.closure, 'line-width': 1.4, 'line-opacity': 0.8, 'line-dasharray': [1, 2] },
    },
  ]
}
