/** What a press or a stroke in a chart does: the filter of the whole atlas follows, so the map does too. */
import { selectFeature } from '#client/selection/select-feature.ts'
import { toggleChoice, valuesOf, withIds } from '#client/state/filter-choices.ts'
import { usePassing } from '#client/state/passing.ts'
import { useView } from '#client/state/view-state.ts'
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'
import { type Facet, MOST_CHOSEN_CHARACTERS, MOST_CHOSEN_IDS } from '#geodata/contract/filter.ts'
import { announce } from '../desk-messages.ts'
import { encodeDesk } from '../desk-text.ts'
import { currentDesk } from '../use-desk.ts'

/** Only these deposits from now on. None: nothing changes. More than a link can carry: refused in words. */
export function chooseIds(ids: readonly string[]): void {
  if (ids.length === 0) return
  const { filter, set } = useView.getState()
  if (ids.length > MOST_CHOSEN_IDS || ids.join(',').length > MOST_CHOSEN_CHARACTERS) {
    const values = { count: ids.length, most: MOST_CHOSEN_IDS }
    usePassing.getState().set({ notice: { key: 'filter.tooManyChosen', values } })
    return
  }
  // What was chosen lies within the conditions that held so far: they are over.
  set({ filter: withIds(filter, ids), desk: encodeDesk({ ...currentDesk(), where: [], isWhereLocal: false }) })
  void announce('desk.where.chosen', { count: ids.length })
}

export function toggleFacet(facet: Facet, value: string): void {
  const { filter, set } = useView.getState()
  set({ filter: toggleChoice(filter, { facet, value }) })
}

export function isFacetOn(facet: Facet, value: string): boolean {
  return valuesOf(useView.getState().filter, facet).includes(value)
}

export function openDeposit({ id, position }: DepositRow): void {
  selectFeature({ dataset: 'deposits', id }, { position })
}
