/**
 * The ordered list of overlay layers, lowest first. To add one: its definition and one line here; the switch, the legend
 * and the link follow by themselves.
 */
import type { LayerDefinition } from '../layer-definition.ts'
import {
  corridorSections,
  corridors,
  mineTracks,
  networkRailways,
  networkRoads,
  railways,
  roads,
  seaLanes,
} from './corridors.ts'
import { deposits } from './deposits.ts'
import { gasPipelines, transmissionLines } from './energy-lines.ts'
import { belts, earthquakes, faults, industrialAreas, mineSites, protectedAreas, seismicZones } from './ground.ts'
import { literacy, population } from './people.ts'
import { simplePoints } from './simple-points.ts'

export const OVERLAYS: readonly LayerDefinition[] = [
  population,
  literacy,
  seismicZones,
  belts,
  industrialAreas,
  protectedAreas,
  mineSites,
  faults,
  seaLanes,
  mineTracks,
  roads,
  networkRoads,
  railways,
  networkRailways,
  gasPipelines,
  transmissionLines,
  corridorSections,
  corridors,
  earthquakes,
  ...simplePoints,
  deposits,
]

export function overlayById(id: string): LayerDefinition | undefined {
  return OVERLAYS.find((overlay) => overlay.id === id)
}

/** What a first visit shows. */
export const DEFAULT_LAYERS: readonly { id: string; opacity: number }[] = OVERLAYS.filter(
  (overlay) => overlay.defaultOn,
).map(({ id }) => ({ id, opacity: 1 }))

/** Datasets with tiles that no overlay of their own draws, and why. */
export const DATASETS_WITHOUT_OVERLAY: Readonly<Record<string, string>> = {
  land: 'basemap',
  countries: 'basemap',
  boundaries: 'basemap, by the chosen view',
  'disputed-areas': 'basemap, by the chosen view',
  bathymetry: 'basemap',
  rivers: 'basemap',
  lakes: 'basemap',
  glaciers: 'basemap',
  provinces: 'basemap',
  divisions: 'basemap',
  places: 'basemap',
  peaks: 'basemap',
  regions: 'basemap',
  'built-up': 'basemap',
}

/** Every dataset that has tiles: only these can be marked on the map. */
export const DRAWN_DATASETS: ReadonlySet<string> = new Set([
  ...OVERLAYS.flatMap((overlay) => overlay.datasets),
  ...Object.keys(DATASETS_WITHOUT_OVERLAY),
])
