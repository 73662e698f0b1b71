/** The builders in the order in which they run: a builder may use the results of those above it. */
import type { DatasetBuilder } from './builder.ts'
import { depositTermsBuilder } from './deposit-terms.ts'
import { depositsBuilder } from './deposits.ts'
import { gasBuilder } from './energy-gas.ts'
import { gridBuilder } from './energy-grid.ts'
import { powerPlantsBuilder } from './energy-power-plants.ts'
import { trackersBuilder } from './energy-trackers.ts'
import { environment } from './environment.ts'
import { industryBuilder } from './facts-industry.ts'
import { referenceBuilder } from './facts-reference.ts'
import { geology } from './geology.ts'
import { groundAdmin } from './ground-admin.ts'
import { groundBoundaries } from './ground-boundaries.ts'
import { groundNaturalEarth } from './ground-natural-earth.ts'
import { groundOsmFeatures } from './ground-osm-features.ts'
import { groundPlaces } from './ground-places.ts'
import { groundWater } from './ground-water.ts'
import { groundWorld } from './ground-world.ts'
import { airportsBuilder } from './network-airports.ts'
import { corridorsBuilder } from './network-corridors.ts'
import { networkBuilder } from './network-graph.ts'
import { mappedLinesBuilder } from './network-mapped.ts'
import { seaLanesBuilder } from './network-sea-lanes.ts'
import { people } from './people.ts'
import { sourcesBuilder } from './sources-dataset.ts'

/** `sources` comes last: it makes records for citations of all the others that no list explains. */
export const BUILDERS: readonly DatasetBuilder[] = [
  depositsBuilder,
  industryBuilder,
  referenceBuilder,
  depositTermsBuilder,
  groundAdmin,
  groundBoundaries,
  groundWorld,
  groundNaturalEarth,
  people,
  geology,
  environment,
  groundOsmFeatures,
  groundWater,
  groundPlaces,
  mappedLinesBuilder,
  corridorsBuilder,
  networkBuilder,
  seaLanesBuilder,
  powerPlantsBuilder,
  airportsBuilder,
  trackersBuilder,
  gridBuilder,
  gasBuilder,
  sourcesBuilder,
]
