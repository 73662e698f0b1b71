/** Every place to every destination: one backward tree a destination, on which each place reads its way. */
import type { Foothold } from './access.ts'
import { type Measure, type MeasureTable, measureOf } from './measure.ts'
import { growDestinationTree, readWay } from './nearest-destination.ts'
import type { Weighting } from './weighting.ts'

export interface MatrixCell extends Measure {
  /** What the search added up. */
  weight: number
}

/** By origin, then destination; null where no way leads. `weighting`: of each destination, since borders may be open to some only. */
export function matrixOf(
  table: MeasureTable,
  origins: readonly (readonly Foothold[])[],
  destinations: readonly { footholds: readonly Foothold[]; weighting: Weighting }[],
): (MatrixCell | null)[][] {
  const columns = destinations.map(({ footholds, weighting }) => {
    const grown = growDestinationTree(table.graph, weighting, [footholds])
    return origins.map((origin): MatrixCell | null => {
      const way = readWay(grown, origin)
      return way && { ...measureOf(table, way.path), weight: way.path.weight }
    })
  })
  return origins.map((_, row) => columns.map((column) => column[row] ?? null))
}
