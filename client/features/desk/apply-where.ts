/**
 * Conditions of the table and the charts, put where all of the atlas goes by them: the deposits that meet them become the
 * ids of the filter, so that map, counts and files follow. More than a link can carry stay conditions of the desk alone,
 * which is said.
 */
import { useView } from '#client/state/view-state.ts'
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'
import { type DepositFilter, MOST_CHOSEN_CHARACTERS, MOST_CHOSEN_IDS } from '#geodata/contract/filter.ts'
import { type Condition, meetsAll } from './conditions.ts'
import { announce } from './desk-messages.ts'
import { encodeDesk } from './desk-text.ts'
import { reckon } from './rows/compute.ts'
import { useComputed } from './rows/computed-store.ts'
import { rowsBeforeChoice } from './rows/use-rows.ts'
import type { ColumnEnv } from './table/column-env.ts'
import { columnOf } from './table/columns.ts'
import { currentDesk } from './use-desk.ts'

/** Fails with an ApiProblem where the server is away; then nothing changes. */
export async function applyWhere(where: readonly Condition[], env: ColumnEnv): Promise<void> {
  const all = where.length === 0 ? [] : await rowsBeforeChoice()
  await reckon(
    all.map(({ id }) => id),
    where.map(({ column }) => column),
  )
  const known: ColumnEnv = { ...env, computed: useComputed.getState() }
  const kept = all.filter((row) => meetsAll(row, where, (of: DepositRow, id) => columnOf(id).value(of, known)))
  const { filter, set } = useView.getState()
  const ids = kept.map(({ id }) => id)
  const isCarried = ids.length <= MOST_CHOSEN_IDS && ids.join(',').length <= MOST_CHOSEN_CHARACTERS
  const isWhereLocal = where.length > 0 && !isCarried
  const desk = encodeDesk({ ...currentDesk(), where, isWhereLocal })
  const chosen = ids.length === 0 ? [NOBODY] : ids
  set({ desk, filter: withIds(filter, where.length > 0 && isCarried ? chosen : null) })
  if (isWhereLocal) await announce('desk.where.tooMany', { count: ids.length, most: MOST_CHOSEN_IDS })
}

/** The id that no deposit has: a set of nobody is not the same as no set. */
const NOBODY = 'none'

/** null: whichever. */
export function withIds(filter: DepositFilter, ids: readonly string[] | null): DepositFilter {
  const { id: _, ...others } = filter
  return ids === null ? others : { ...others, id: [...ids] }
}
