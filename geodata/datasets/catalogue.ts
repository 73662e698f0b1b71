/** The list of datasets. To add one: its folder with `dataset.ts`, one import and one line here, one builder in scripts/build. */
import type { DatasetDefinition } from '#geodata/contract/dataset.ts'
import agreements from './agreements/dataset.ts'
import airports from './airports/dataset.ts'
import bathymetry from './bathymetry/dataset.ts'
import belts from './belts/dataset.ts'
import borderCrossings from './border-crossings/dataset.ts'
import boundaries from './boundaries/dataset.ts'
import builtUp from './built-up/dataset.ts'
import claims from './claims/dataset.ts'
import closures from './closures/dataset.ts'
import coalTerminals from './coal-terminals/dataset.ts'
import corridorSections from './corridor-sections/dataset.ts'
import corridors from './corridors/dataset.ts'
import countries from './countries/dataset.ts'
import cpecProjects from './cpec-projects/dataset.ts'
import depositTerms from './deposit-terms/dataset.ts'
import deposits from './deposits/dataset.ts'
import disputedAreas from './disputed-areas/dataset.ts'
import districtIndicators from './district-indicators/dataset.ts'
import districts from './districts/dataset.ts'
import divisions from './divisions/dataset.ts'
import earthquakes from './earthquakes/dataset.ts'
import faults from './faults/dataset.ts'
import floods from './floods/dataset.ts'
import freightCosts from './freight-costs/dataset.ts'
import gasPipelines from './gas-pipelines/dataset.ts'
import glaciers from './glaciers/dataset.ts'
import glossary from './glossary/dataset.ts'
import hospitalsUniversities from './hospitals-universities/dataset.ts'
import industrialAreas from './industrial-areas/dataset.ts'
import institutions from './institutions/dataset.ts'
import ironMines from './iron-mines/dataset.ts'
import lakes from './lakes/dataset.ts'
import land from './land/dataset.ts'
import metalPrices from './metal-prices/dataset.ts'
import mineSites from './mine-sites/dataset.ts'
import mineTracks from './mine-tracks/dataset.ts'
import networkAccess from './network-access/dataset.ts'
import networkPlaces from './network-places/dataset.ts'
import networkRailways from './network-railways/dataset.ts'
import networkRoads from './network-roads/dataset.ts'
import networkTransfers from './network-transfers/dataset.ts'
import oilGasFields from './oil-gas-fields/dataset.ts'
import peaks from './peaks/dataset.ts'
import places from './places/dataset.ts'
import policies from './policies/dataset.ts'
import ports from './ports/dataset.ts'
import powerPlants from './power-plants/dataset.ts'
import processing from './processing/dataset.ts'
import protectedAreas from './protected-areas/dataset.ts'
import protectedOutlines from './protected-outlines/dataset.ts'
import provinces from './provinces/dataset.ts'
import publishedDistances from './published-distances/dataset.ts'
import railways from './railways/dataset.ts'
import regions from './regions/dataset.ts'
import rivers from './rivers/dataset.ts'
import roads from './roads/dataset.ts'
import seaLanes from './sea-lanes/dataset.ts'
import seismicZones from './seismic-zones/dataset.ts'
import smeltingTerms from './smelting-terms/dataset.ts'
import sources from './sources/dataset.ts'
import steelPlants from './steel-plants/dataset.ts'
import substations from './substations/dataset.ts'
import trade from './trade/dataset.ts'
import transmissionLines from './transmission-lines/dataset.ts'
import waterStress from './water-stress/dataset.ts'
import waterWorks from './water-works/dataset.ts'
import zones from './zones/dataset.ts'

export const DATASETS: readonly DatasetDefinition[] = [
  // deposits and facts
  deposits,
  processing,
  zones,
  ports,
  borderCrossings,
  cpecProjects,
  // network and energy
  roads,
  corridors,
  corridorSections,
  railways,
  mineTracks,
  powerPlants,
  ironMines,
  steelPlants,
  coalTerminals,
  oilGasFields,
  gasPipelines,
  transmissionLines,
  substations,
  airports,
  seaLanes,
  publishedDistances,
  networkTransfers,
  networkRoads,
  networkRailways,
  networkPlaces,
  networkAccess,
  // ground
  provinces,
  divisions,
  districts,
  land,
  countries,
  boundaries,
  disputedAreas,
  bathymetry,
  glaciers,
  regions,
  districtIndicators,
  hospitalsUniversities,
  faults,
  belts,
  seismicZones,
  earthquakes,
  closures,
  floods,
  waterStress,
  waterWorks,
  protectedOutlines,
  protectedAreas,
  mineSites,
  industrialAreas,
  peaks,
  builtUp,
  lakes,
  rivers,
  places,
  // reference
  agreements,
  claims,
  institutions,
  policies,
  glossary,
  freightCosts,
  metalPrices,
  trade,
  smeltingTerms,
  depositTerms,
  sources,
]

/** The definition of that id, or undefined. */
export function datasetById(id: string): DatasetDefinition | undefined {
  return DATASETS.find((dataset) => dataset.id === id)
}

/** Composite tilesets: several datasets in one tile, a layer each. */
export const TILESETS: Readonly<Record<'basemap' | 'all', readonly string[]>> = {
  basemap: [
    'land',
    'countries',
    'bathymetry',
    'lakes',
    'rivers',
    'glaciers',
    'provinces',
    'divisions',
    'districts',
    'boundaries',
    'disputed-areas',
    'built-up',
    'places',
    'peaks',
    'regions',
  ].filter((id) => datasetById(id) !== undefined),
  all: DATASETS.filter((dataset) => dataset.tiles !== null).map((dataset) => dataset.id),
}
