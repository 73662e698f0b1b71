/** What lies nearest to one deposit: its rows of the overlay where they are current, else reckoned now and kept. */
import { NEAREST_KINDS, type Output } from '#geodata/contract/endpoints.ts'
import type { Position } from '#geodata/contract/geo.ts'
import { KINDS, nearestOfKind } from './nearest-kinds.ts'
import type { Context } from './query.ts'
import { currentState } from './refresh-overlay.ts'

type Nearest = Output<'getDeposit'>['nearest']

/** Never makes the whole overlay: a sheet waits for no other deposit. */
export async function nearestOfDeposit(id: string, position: Position, context: Context): Promise<Nearest> {
  const { storage, cache } = context
  const [datasets, states, rows] = await Promise.all([
    storage.datasets(),
    storage.overlayStates(),
    storage.overlayOfDeposit(id),
  ])
  const nearest: Partial<Nearest> = {}
  for (const kind of NEAREST_KINDS) {
    const isCurrent = states.find((state) => state.kind === kind)?.sources === currentState(kind, datasets).sources
    const row = rows.find((entry) => entry.kind === kind)
    const isHere = row?.position[0] === position[0] && row.position[1] === position[1]
    const sources = KINDS[kind].map(({ dataset }) => dataset)
    nearest[kind] =
      row && isCurrent && isHere
        ? row.neighbour
        : (
            await cache.get(`nearest ${kind} to ${position}`, sources, async () => ({
              neighbour: await nearestOfKind(position, kind, context),
            }))
          ).neighbour
  }
  // Every kind was set above.
  return nearest as Nearest
}
