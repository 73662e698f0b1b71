/** The panel's state as the server reads it: parameters of questions by GET, the body of those by POST. */
import { choicesQuery, PLANNED } from '#client/state/connect-query.ts'
import type { ConnectState } from '#client/state/connect-state.ts'
import { useView } from '#client/state/view-state.ts'
import { encodeChanges } from '#geodata/contract/change-text.ts'
import { type DepositFilter, filterToQuery } from '#geodata/contract/filter.ts'
import { ASSUMPTION_KEYS, ROUTE_MODES } from '#geodata/contract/logistics.ts'
import type { Change } from '#geodata/contract/scenario.ts'

export { choicesQuery, PLANNED }
/** The ports from which ore leaves Pakistan: where it goes while the reader names no market. */
export const SEA_PORTS = ['ports/gwadar', 'ports/karachi', 'ports/port-qasim'] as const

export function setConnect(change: Partial<ConnectState>): void {
  const { connect, set } = useView.getState()
  set({ connect: { ...connect, ...change } })
}

/** Conditions and origins of a question about many places; without origins named, all deposits under the filter. */
export function tableQuery(connect: ConnectState, filter: DepositFilter) {
  const isNamed = !connect.isFromFilter && connect.from.length > 0
  return {
    ...(isNamed ? { from: connect.from.join(';') } : Object.fromEntries(filterToQuery(filter))),
    ...choicesQuery(connect),
    ...(connect.hasPlanned && { links: PLANNED.join(',') }),
    ...changesQuery(connect),
  }
}

/** Drawn changes as questions by GET take them; what is too long for a link is left aside, and the panel says so. */
export function changesQuery({ changes }: ConnectState): { changes?: string } {
  const text = changes.length === 0 ? null : encodeChanges(changes)
  return text === null ? {} : { changes: text }
}

/** Where ore goes: the markets named, else the sea ports. */
export function marketsOf({ to }: ConnectState): readonly string[] {
  return to.length > 0 ? to : SEA_PORTS
}

/** All that the reader has changed: drawn changes, closed references and rates. */
export function allChanges({ changes, closed, rates }: ConnectState): Change[] {
  return [
    ...changes,
    ...closed.map((reference): Change => ({ kind: 'close-reference', reference })),
    ...ASSUMPTION_KEYS.flatMap((key): Change[] => {
      const value = rates[key]
      return value === undefined ? [] : [{ kind: 'set-assumption', key, value }]
    }),
  ]
}

/** Conditions in the body of a question. */
export function choicesBody({ by, modes, month, hasPlanned }: ConnectState) {
  return {
    by,
    ...(modes.length < ROUTE_MODES.length && { modes: [...modes] }),
    ...(month !== null && { month }),
    ...(hasPlanned && { links: [...PLANNED] }),
  }
}

/** A place as a position, where it is one. */
export function positionOf(place: string): [number, number] | null {
  if (place.includes('/')) return null
  const [lon, lat] = place.split(',').map(Number)
  return lon === undefined || lat === undefined ? null : [lon, lat]
}
