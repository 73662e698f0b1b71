/** Budgets of the reach map: what is usual for each criterion, and its unit. */
import type { ConnectState } from '#client/state/connect-state.ts'
import type { Criterion } from '#geodata/contract/logistics.ts'

export const USUAL_BUDGETS: Readonly<Record<Criterion, readonly number[]>> = {
  time: [6, 12, 24, 48],
  cost: [5, 10, 20, 40],
  distance: [100, 200, 400, 800],
  co2: [5, 10, 20, 40],
  mix: [5, 10, 20, 40],
}

export function budgetsOf({ by, budgets }: Pick<ConnectState, 'by' | 'budgets'>): readonly number[] {
  return budgets.length > 0 ? budgets : USUAL_BUDGETS[by]
}
