/**
 * Conditions of the table and the charts, put where all of the atlas goes by them: the deposits that meet them become the
 * ids of the filter, so that map, counts and files follow. More than a link can carry stay conditions of the desk alone,
 * which is said.
 */
import { withIds } from '#client/state/filter-choices.ts'
import { usePassing } from '#client/state/passing.ts'
import { useView } from '#client/state/view-state.ts'
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'
import { MOST_CHOSEN_CHARACTERS, MOST_CHOSEN_IDS } from '#geodata/contract/filter.ts'
import { type Condition, meetsAll } from './conditions.ts'
import { encodeDesk } from './desk-text.ts'
import { MOST_COMPUTED, needsOf, reckon } from './rows/compute.ts'
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
  const isReckoned = needsOf(where.map(({ column }) => column)).size > 0
  const { set: tell } = usePassing.getState()
  if (isReckoned && all.length > MOST_COMPUTED)
    tell({ notice: { key: 'filter.reckonedFirst', values: { most: MOST_COMPUTED } } })
  else if (isWhereLocal)
    tell({ notice: { key: 'filter.tooManyChosen', values: { count: ids.length, most: MOST_CHOSEN_IDS } } })
}

/** The id that no deposit has: a set of nobody is not the same as no set. */
const NOBODY = 'none'
