/** What the Connect panel asks, and how the link says it. Defaults are left out of the link. */
import * as z from 'zod'
import { decodeChanges, encodeChanges } from '#geodata/contract/change-text.ts'
import {
  ASSUMPTIONS,
  type AssumptionKey,
  Criterion,
  OverridesText,
  PlaceText,
  ROUTE_MODES,
  type RouteMode,
} from '#geodata/contract/logistics.ts'
import type { Change } from '#geodata/contract/scenario.ts'

export const CONNECT_QUESTIONS = ['route', 'reach', 'what-if', 'siting', 'critical'] as const
export type ConnectQuestion = (typeof CONNECT_QUESTIONS)[number]
/** States of a scenario on the map. */
export const SIDES = ['before', 'swipe', 'after'] as const
export type Side = (typeof SIDES)[number]
export const MOST_PLACES = 20

export interface ConnectState {
  question: ConnectQuestion
  /** Each `dataset/id` or `lon,lat`. */
  from: readonly string[]
  /** All deposits under the filter are the origins, in place of `from`. */
  isFromFilter: boolean
  to: readonly string[]
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
  /** Where there are several ends: the one way that is looked at, `from;to`. */
  pair: readonly [from: string, to: string] | null
  /** Which of the ways between two places is looked at; 0 is the best. */
  way: number
  /** Of the reach map, ascending, in the unit of the criterion; none: those that are usual for it. */
  budgets: readonly number[]
  /** Closures, floods, opened and drawn links. */
  changes: readonly Change[]
  siteCount: number
  /** Candidate sites; none: every zone of the atlas. */
  candidates: readonly string[]
  /** Sites that stand already. */
  standing: readonly string[]
  /** Of what the sites make; null: their way to it is left aside. */
  market: string | null
  /** Mass of what a site makes, as a share of what it takes in. */
  yieldShare: number
  ranking: 'losses' | 'links'
  /** Of a scenario on the map: one state, or both parted by a line. */
  side: Side
  /** Where the line stands, percent of the map's width; null: in the middle of what is free. */
  swipe: number | null
}

/** The market of one deposit's sheet: the first of the destinations; null where none is chosen. */
export const marketOf = ({ to }: Pick<ConnectState, 'to'>): string | null => to[0] ?? null

export const NO_CONNECT: ConnectState = {
  question: 'route',
  from: [],
  isFromFilter: false,
  to: [],
  by: 'cost',
  modes: ROUTE_MODES,
  month: null,
  hasPlanned: false,
  rates: {},
  closed: [],
  pair: null,
  way: 0,
  budgets: [],
  changes: [],
  siteCount: 1,
  candidates: [],
  standing: [],
  market: null,
  yieldShare: 1,
  ranking: 'losses',
  side: 'swipe',
  swipe: null,
}

const Month = z
  .string()
  .regex(/^\d{1,2}$/)
  .transform(Number)
  .pipe(z.number().min(1).max(12))
const CLOSED = /^[^,]{1,40}(,[^,]{1,40}){0,9}$/
const BUDGETS = /^\d{1,5}(\.\d{1,3})?(,\d{1,5}(\.\d{1,3})?){0,4}$/
const SHARE = /^(0(\.\d{1,4})?|1)$/
const ALL_FILTERED = 'filter'

/** Parameters of the link, in a fixed order. */
export function connectToQuery(state: ConnectState): [string, string][] {
  const unless = <T>(value: T, usual: T): string | null => (value === usual ? null : String(value))
  const list = (values: readonly (string | number)[], by: string): string | null =>
    values.length === 0 ? null : values.join(by)
  const pairs: [string, string | null][] = [
    ['how', unless(state.question, NO_CONNECT.question)],
    ['from', state.isFromFilter ? ALL_FILTERED : list(state.from, ';')],
    ['to', list(state.to, ';')],
    ['by', unless(state.by, NO_CONNECT.by)],
    ['modes', state.modes.length === ROUTE_MODES.length ? null : state.modes.join(',')],
    ['month', unless(state.month, null)],
    ['planned', state.hasPlanned ? 'yes' : null],
    ['rates', ratesText(state.rates)],
    ['closed', list(state.closed, ',')],
    ['pair', state.pair?.join(';') ?? null],
    ['way', unless(state.way, 0)],
    ['budget', list(state.budgets, ',')],
    ['changes', state.changes.length === 0 ? null : encodeChanges(state.changes)],
    ['sites', unless(state.siteCount, NO_CONNECT.siteCount)],
    ['candidates', list(state.candidates, ';')],
    ['standing', list(state.standing, ';')],
    ['market', state.market],
    ['yield', unless(state.yieldShare, NO_CONNECT.yieldShare)],
    ['ranked', unless(state.ranking, NO_CONNECT.ranking)],
    ['side', unless(state.side, NO_CONNECT.side)],
    ['swipe', unless(state.swipe, null)],
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
  const fromText = read<readonly string[] | typeof ALL_FILTERED>('from', [], (text) =>
    text === ALL_FILTERED ? ALL_FILTERED : placesOf(text, MOST_PLACES),
  )
  return {
    question: read('how', NO_CONNECT.question, (text) => CONNECT_QUESTIONS.find((known) => known === text)),
    from: fromText === ALL_FILTERED ? [] : fromText,
    isFromFilter: fromText === ALL_FILTERED,
    to: read<readonly string[]>('to', [], (text) => placesOf(text, MOST_PLACES)),
    by: read('by', NO_CONNECT.by, (text) => Criterion.safeParse(text).data),
    modes: read<readonly RouteMode[]>('modes', ROUTE_MODES, (text) => {
      const known = ROUTE_MODES.filter((mode) => text.split(',').includes(mode))
      return known.length === text.split(',').length && known.length > 0 ? known : undefined
    }),
    month: read<number | null>('month', null, (text) => Month.safeParse(text).data),
    hasPlanned: read('planned', false, (text) => (text === 'yes' ? true : undefined)),
    rates: read<ConnectState['rates']>('rates', {}, (text) => OverridesText.safeParse(text).data),
    closed: read<readonly string[]>('closed', [], (text) => (CLOSED.test(text) ? text.split(',') : undefined)),
    pair: read<ConnectState['pair']>('pair', null, (text) => {
      const [from, to, ...rest] = placesOf(text, 2) ?? []
      return from !== undefined && to !== undefined && rest.length === 0 ? [from, to] : undefined
    }),
    way: read('way', 0, (text) => (/^[0-5]$/.test(text) ? Number(text) : undefined)),
    budgets: read<readonly number[]>('budget', [], budgetsOf),
    changes: read<readonly Change[]>('changes', [], decodeChanges),
    siteCount: read('sites', 1, (text) => (/^[1-5]$/.test(text) ? Number(text) : undefined)),
    candidates: read<readonly string[]>('candidates', [], (text) => placesOf(text, MOST_PLACES)),
    standing: read<readonly string[]>('standing', [], (text) => placesOf(text, 5)),
    market: read<string | null>('market', null, (text) => placesOf(text, 1)?.[0]),
    yieldShare: read('yield', 1, (text) => (SHARE.test(text) ? Number(text) : undefined)),
    ranking: read('ranked', NO_CONNECT.ranking, (text) => (['losses', 'links'] as const).find((one) => one === text)),
    side: read('side', NO_CONNECT.side, (text) => SIDES.find((one) => one === text)),
    swipe: read<number | null>('swipe', null, (text) => (/^\d{1,2}$/.test(text) ? Number(text) : undefined)),
  }
}

function placesOf(text: string, most: number): string[] | undefined {
  const places = text.split(';')
  const isGood = places.length <= most && new Set(places).size === places.length
  return isGood && places.every((place) => PlaceText.safeParse(place).success) ? places : undefined
}

/** Rising numbers above 0; undefined for anything else. */
export function budgetsOf(text: string): number[] | undefined {
  const budgets = BUDGETS.test(text) ? text.split(',').map(Number) : []
  const rises = budgets.every((budget, index) => budget > (budgets[index - 1] ?? 0))
  return budgets.length > 0 && rises ? budgets : undefined
}
