/** Conditions of the Connect panel as the server reads them, for whatever asks about ways to the chosen market. */
import { ROUTE_MODES } from '#geodata/contract/logistics.ts'
import { type ConnectState, ratesText } from './connect-state.ts'

export const PLANNED = ['operational', 'under_construction', 'planned'] as const

/** Conditions that routes and tables share; which links are open stands apart, since the parameter's name differs. */
export function choicesQuery({ by, modes, month, rates, closed }: ConnectState) {
  const set = ratesText(rates)
  return {
    by,
    ...(modes.length < ROUTE_MODES.length && { modes: modes.join(',') }),
    ...(month !== null && { month: String(month) }),
    ...(set !== null && { set }),
    ...(closed.length > 0 && { close: closed.join(',') }),
  }
}
