/** The builders in the order in which they run: a builder may use the results of those above it. */
import type { DatasetBuilder } from './builder.ts'
import { groundAdmin } from './ground-admin.ts'
import { groundBoundaries } from './ground-boundaries.ts'
import { groundNaturalEarth } from './ground-natural-earth.ts'
import { groundWorld } from './ground-world.ts'
import { corridorsBuilder } from './network-corridors.ts'
import { networkBuilder } from './network-graph.ts'
import { mappedLinesBuilder } from './network-mapped.ts'
import { seaLanesBuilder } from './network-sea-lanes.ts'
import { sourcesBuilder } from './sources-dataset.ts'

/** `sources` comes last: it makes records for citations of all the others that no list explains. */
export const BUILDERS: readonly DatasetBuilder[] = [
  groundAdmin,
  groundBoundaries,
  groundWorld,
  groundNaturalEarth,
  mappedLinesBuilder,
  corridorsBuilder,
  networkBuilder,
  seaLanesBuilder,
  sourcesBuilder,
]
