/** Every origin to every destination: cost with its range, time, length, and which destination is best for each. */
import type { MatrixCell } from '#geodata/network/matrix.ts'
import { lineOf, originsOf, resolvePlaces } from './network-origins.ts'
import { conditionsOf } from './network-question.ts'
import type { Query } from './query.ts'

export const routeMatrix: Query<'routeMatrix'> = async ({ query }, context) => {
  const { to, by, modes, month, transit, set, close, links, changes, ...origins } = query
  const conditions = conditionsOf({ by, modes, month, transit, set, close, status: links, changes })
  const [from, destinations] = await Promise.all([originsOf(origins, context), resolvePlaces(to, 'to', context)])
  const { cells, networkVersion } = await context.graph.ask(
    'tabulate',
    { from, to: destinations, conditions },
    context.signal,
  )
  return {
    by: conditions.by,
    destinations: destinations.map(lineOf),
    rows: from.map((place, row) => ({
      ...lineOf(place),
      cells: (cells[row] ?? []).map(shown),
      best: bestOf(cells[row] ?? []),
    })),
    networkVersion,
  }
}

function shown(cell: MatrixCell | null) {
  if (!cell) return null
  const { weight: _, ...figures } = cell
  return figures
}

function bestOf(cells: readonly (MatrixCell | null)[]): number | null {
  let best: number | null = null
  for (const [index, cell] of cells.entries())
    if (cell && cell.weight < (best === null ? Number.POSITIVE_INFINITY : (cells[best]?.weight ?? 0))) best = index
  return best
}
