/** What the Connect panel asks, and how the link says it. Defaults are left out of the link, save the ends themselves. */
import * as z from 'zod'
import {
  ASSUMPTIONS,
  type AssumptionKey,
  Criterion,
  OverridesText,
  PlaceText,
  ROUTE_MODES,
  type RouteMode,
} from '#geodata/contract/logistics.ts'

export interface ConnectState {
  /** `dataset/id` or `lon,lat`. */
  from: string | null
  to: string | null
  by: Criterion
  modes: readonly RouteMode[]
  /** 1–12; null: seasonal closures are left aside. */
  month: number | null
  /** Planned and half-built links are open. */
  hasPlanned: boolean
  /** Assumptions set by the reader. */
  rates: Readonly<Partial<Record<AssumptionKey, number>>>
  /** References closed by the reader. */
  closed: readonly string[]
}

export const NO_CONNECT: ConnectState = {
  from: null,
  to: null,
  by: 'cost',
  modes: ROUTE_MODES,
  month: null,
  hasPlanned: false,
  rates: {},
  closed: [],
}

const Month = z
  .string()
  .regex(/^\d{1,2}$/)
  .transform(Number)
  .pipe(z.number().min(1).max(12))
const CLOSED = /^[^,]{1,40}(,[^,]{1,40}){0,9}$/

/** Parameters of the link, in a fixed order. */
export function connectToQuery(state: ConnectState): [string, string][] {
  const pairs: [string, string | null][] = [
    ['from', state.from],
    ['to', state.to],
    ['by', state.by === NO_CONNECT.by ? null : state.by],
    ['modes', state.modes.length === ROUTE_MODES.length ? null : state.modes.join(',')],
    ['month', state.month === null ? null : String(state.month)],
    ['planned', state.hasPlanned ? 'yes' : null],
    ['rates', ratesText(state.rates)],
    ['closed', state.closed.length === 0 ? null : state.closed.join(',')],
  ]
  return pairs.flatMap(([key, value]): [string, string][] => (value === null ? [] : [[key, value]]))
}

/** `key:value,…` as the server reads it; null for none. */
export function ratesText(rates: ConnectState['rates']): string | null {
  const set = Object.keys(ASSUMPTIONS).flatMap((key) => {
    const value = rates[key as AssumptionKey]
    return value === undefined ? [] : [`${key}:${Number(value.toPrecision(6))}`]
  })
  return set.length === 0 ? null : set.join(',')
}

/** `read` gives a parameter parsed, or the fallback and a fault where it makes no sense. */
export function connectFromQuery(
  read: <T>(name: string, fallback: T, parse: (text: string) => T | undefined) => T,
): ConnectState {
  const place = (text: string): string | undefined => (PlaceText.safeParse(text).success ? text : undefined)
  return {
    from: read<string | null>('from', null, place),
    to: read<string | null>('to', null, place),
    by: read('by', NO_CONNECT.by, (text) => Criterion.safeParse(text).data),
    modes: read<readonly RouteMode[]>('modes', ROUTE_MODES, (text) => {
      const known = ROUTE_MODES.filter((mode) => text.split(',').includes(mode))
      return known.length === text.split(',').length && known.length > 0 ? known : undefined
    }),
    month: read<number | null>('month', null, (text) => Month.safeParse(text).data),
    hasPlanned: read('planned', false, (text) => (text === 'yes' ? true : undefined)),
    rates: read<ConnectState['rates']>('rates', {}, (text) => OverridesText.safeParse(text).data),
    closed: read<readonly string[]>('closed', [], (text) => (CLOSED.test(text) ? text.split(',') : undefined)),
  }
}
