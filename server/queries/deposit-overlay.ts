/** Deposits under a filter with what lies nearest to each, from the table in the store, under conditions on distances. */

import type { DepositFilter } from '#geodata/contract/filter.ts'
import { OVERLAY_KINDS, type OverlayKind, type OverlayRow } from '#geodata/contract/questions.ts'
import { countDeposits } from './count-deposits.ts'
import { everyDeposit } from './every-deposit.ts'
import { KINDS } from './nearest-kinds.ts'
import type { Context, Query } from './query.ts'
import { refreshOverlay } from './refresh-overlay.ts'

export const depositOverlay: Query<'depositOverlay'> = async ({ query }, context) => {
  const rows = await overlayRows(query, context)
  return { count: countDeposits(rows.map(({ deposit }) => deposit)), rows }
}

type Conditions = DepositFilter & {
  within?: Partial<Record<OverlayKind, number>> | undefined
  beyond?: Partial<Record<OverlayKind, number>> | undefined
}

/** In the order of names. An unknown distance meets no condition. */
export async function overlayRows(
  { within = {}, beyond = {}, ...filter }: Conditions,
  context: Context,
): Promise<OverlayRow[]> {
  const [deposits, nearest] = await Promise.all([everyDeposit(filter, context), nearestOfAll(context)])
  return deposits
    .map((deposit) => ({ deposit, nearest: nearest.get(deposit.id) ?? nothing() }))
    .filter((row) =>
      OVERLAY_KINDS.every((kind) => {
        const [atMost, moreThan, away] = [within[kind], beyond[kind], row.nearest[kind]?.distanceKm ?? null]
        if (atMost !== undefined && (away === null || away > atMost)) return false
        return moreThan === undefined || (away !== null && away > moreThan)
      }),
    )
}

const DATASETS = [
  'deposits',
  ...new Set(Object.values(KINDS).flatMap((sources) => sources.map(({ dataset }) => dataset))),
]

/** Read once for each version of any source; the table is brought up to date first. */
function nearestOfAll({ storage, cache }: Context): Promise<ReadonlyMap<string, OverlayRow['nearest']>> {
  return cache.get('overlay', DATASETS, async () => {
    await refreshOverlay(storage)
    const all = new Map<string, OverlayRow['nearest']>()
    for (const { deposit, kind, neighbour } of await storage.overlayEntries()) {
      const row = all.get(deposit) ?? nothing()
      row[kind] = neighbour
      all.set(deposit, row)
    }
    return all
  })
}

function nothing(): OverlayRow['nearest'] {
  return Object.fromEntries(OVERLAY_KINDS.map((kind) => [kind, null])) as OverlayRow['nearest']
}
