/** Conditions of the Connect panel as the server reads them, for whatever asks about ways to the chosen market. */
import { ROUTE_MODES } from '#geodata/contract/logistics.ts'
import { type ConnectState, ratesText } from './connect-state.ts'

export const PLANNED = 'operational,under_construction,planned'

/** Conditions that routes and tables share; statuses apart, since their parameters differ. */
export function conditionsQuery({ by, modes, month, rates, closed }: ConnectState) {
  const set = ratesText(rates)
  return {
    by,
    ...(modes.length < ROUTE_MODES.length && { modes: modes.join(',') }),
    ...(month !== null && { month: String(month) }),
    ...(set !== null && { set }),
    ...(closed.length > 0 && { close: closed.join(',') }),
  }
}
