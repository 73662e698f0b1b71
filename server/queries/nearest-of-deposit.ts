/** What lies nearest to one deposit: its rows of the overlay where they are current, else reckoned now and kept. */
import type { Neighbour } from '#geodata/contract/feature-ref.ts'
import type { Position } from '#geodata/contract/geo.ts'
import type { OverlayKind } from '#geodata/contract/questions.ts'
import { KINDS, nearestOfKind } from './nearest-kinds.ts'
import type { Context } from './query.ts'
import { currentState } from './refresh-overlay.ts'

/** Never makes the whole overlay: a sheet waits for no other deposit. */
export async function nearestOfDeposit<K extends OverlayKind>(
  id: string,
  position: Position,
  kinds: readonly K[],
  context: Context,
): Promise<Record<K, Neighbour | null>> {
  const { storage, cache } = context
  const [datasets, states, rows] = await Promise.all([
    storage.datasets(),
    storage.overlayStates(),
    storage.overlayOfDeposit(id),
  ])
  const nearest: Partial<Record<K, Neighbour | null>> = {}
  for (const kind of kinds) {
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
  return nearest as Record<K, Neighbour | null>
}
