/** Upstream sources that several datasets share, worded once. */
import type { DatasetSource } from '#geodata/contract/dataset.ts'

export const OSM_ATTRIBUTION = '© OpenStreetMap contributors'
export const OPENMAPTILES_MENTION = 'Vector tile schema © OpenMapTiles (CC BY 4.0)'
export const GEONAMES_ATTRIBUTION =
  'Contains data from GeoNames (geonames.org), licensed under Creative Commons Attribution 4.0; points were selected and some replaced.'
export const GEM_ATTRIBUTION = 'Global Energy Monitor, CC BY 4.0'

export const OSM_TRANSPORT: DatasetSource = {
  title: 'OpenStreetMap roads and railways, Geofabrik extracts as vector tiles',
  publisher: 'OpenStreetMap contributors',
  url: 'https://www.openstreetmap.org/copyright',
  vintage: '2021-08',
  licence: 'ODbL 1.0',
}

export const OSM_FEATURES: DatasetSource = {
  ...OSM_TRANSPORT,
  title: 'OpenStreetMap features, Geofabrik extract as vector tiles',
}

export const NETWORK_FACTS: DatasetSource = {
  title: 'Places, road and rail segments of Pakistan and its corridors, with citations row by row',
  publisher: 'Orelink, compiled from the cited sources',
  url: null,
  vintage: '2026-11',
  licence: 'CC BY 4.0',
}

export const GRID_FACTS: DatasetSource = {
  title: 'Substations, transmission lines and gas mains, with citations row by row',
  publisher: 'Orelink, compiled from the cited sources',
  url: null,
  vintage: '2026-11',
  licence: 'CC BY 4.0',
}

export const LOGISTICS_FACTS: DatasetSource = {
  title: 'Corridors, ports, plants and power of Pakistan, with citations row by row',
  publisher: 'Orelink, compiled from the cited sources',
  url: null,
  vintage: '2026-11',
  licence: 'CC BY 4.0',
}

/** A tracker of Global Energy Monitor, by its title. */
export function gemTracker(title: string): DatasetSource {
  return {
    title,
    publisher: 'Global Energy Monitor',
    url: 'https://globalenergymonitor.org/',
    vintage: '2023–2024',
    licence: 'CC BY 4.0',
  }
}
