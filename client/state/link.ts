/**
 * View state ⇄ query text of the page's address. `v` is the version of the link; a link without one is of version 1.
 * Decoding never throws: a value that makes no sense is left at its default and named in `faults`.
 */
import type { FeatureRef } from '#geodata/contract/endpoints.ts'
import { Cql2Text, DepositFilter, FILTER_FIELDS, filterToQuery } from '#geodata/contract/filter.ts'
import { Language } from '#geodata/contract/provenance.ts'
import { SORT_KEYS } from '#geodata/contract/sort-keys.ts'
import { BOUNDARY_VIEWS } from '#geodata/style/boundary-view.ts'
import { connectFromQuery, connectToQuery } from './connect-state.ts'
import { economicsFromQuery, economicsToQuery } from './economics-state.ts'
import { decodeQuestion, encodeQuestion } from './question.ts'
import { REGION_INDICATORS, type RegionIndicator } from './region-indicators.ts'
import {
  type Camera,
  DRAWERS,
  type Drawer,
  type LayerState,
  type ListSort,
  PAGES,
  type ViewState,
} from './view-state.ts'

export const LINK_VERSION = 1

/** Everything that a link carries. */
export type LinkedState = Omit<ViewState, 'set'>

export interface DecodedLink {
  state: LinkedState
  /** Names of parameters whose values were ignored; `v` where the link is from a newer version. */
  faults: string[]
}

const THEMES = ['light', 'dark', 'system'] as const
const PANELS = ['layers', 'filters', 'corridors', 'ask', 'connect', 'none'] as const
/** What the text says is read by the desk itself (client/features/desk/desk-text.ts), when it is first opened. */
const MOST_DESK_CHARACTERS = 3000
const LAYER_ID = /^[a-z0-9][a-z0-9-]{0,59}$/
const FEATURE = /^([a-z0-9][a-z0-9-]{0,99})\/([A-Za-z0-9][A-Za-z0-9._~-]{0,119})$/

/** Query text without the question mark, parameters in a fixed order: equal states give equal links. */
export function encodeLink(state: LinkedState): string {
  const query = new URLSearchParams({ v: String(LINK_VERSION), at: encodeCamera(state.camera) })
  query.set('layers', state.layers.map(encodeLayer).join(','))
  for (const [key, value] of filterToQuery(state.filter)) query.set(key, value)
  if (state.selection) query.set('sel', `${state.selection.dataset}/${state.selection.id}`)
  query.set('lang', state.language)
  query.set('theme', state.theme)
  if (state.boundaries !== 'international') query.set('view', state.boundaries)
  query.set('panel', state.panel ?? 'none')
  if (state.drawer) query.set('drawer', state.drawer)
  if (state.page) query.set('page', state.page)
  if (state.sort.key !== 'importance' || state.sort.order !== 'desc')
    query.set('sort', `${state.sort.key},${state.sort.order}`)
  if (state.question) for (const [key, value] of encodeQuestion(state.question)) query.set(key, value)
  for (const [key, value] of connectToQuery(state.connect)) query.set(key, value)
  if (state.desk !== '') query.set('desk', state.desk)
  for (const [key, value] of economicsToQuery(state.economics)) query.set(key, value)
  if (state.shade) query.set('shade', state.shade)
  // Commas, colons, slashes, semicolons and bars are legal in a query and far easier to read than %2C.
  return query
    .toString()
    .replaceAll('%2C', ',')
    .replaceAll('%3A', ':')
    .replaceAll('%2F', '/')
    .replaceAll('%3B', ';')
    .replaceAll('%7C', '|')
}

/** What is absent keeps the value it has in `defaults`. */
export function decodeLink(text: string, defaults: LinkedState): DecodedLink {
  const query = new URLSearchParams(text)
  const faults: string[] = []
  const read = <T>(name: string, fallback: T, parse: (value: string) => T | undefined): T => {
    const value = query.get(name)
    if (value === null) return fallback
    const parsed = parse(value)
    if (parsed === undefined) faults.push(name)
    return parsed ?? fallback
  }
  const version = read<number>('v', LINK_VERSION, (value) => (/^\d{1,4}$/.test(value) ? Number(value) : undefined))
  if (version > LINK_VERSION) faults.push('v')

  const state: LinkedState = {
    camera: read('at', defaults.camera, decodeCamera),
    layers: read('layers', defaults.layers, decodeLayers),
    filter: decodeFilter(query, faults),
    selection: read<FeatureRef | null>('sel', null, decodeSelection),
    language: read('lang', defaults.language, (value) => Language.safeParse(value).data),
    theme: read('theme', defaults.theme, (value) => THEMES.find((theme) => theme === value)),
    boundaries: read('view', 'international', (value) => BOUNDARY_VIEWS.find((view) => view === value)),
    panel: defaults.panel,
    drawer: read<Drawer>('drawer', null, (value) => DRAWERS.find((drawer) => drawer === value)),
    page: read<ViewState['page']>('page', null, (value) => PAGES.find((known) => known === value)),
    sort: read('sort', defaults.sort, decodeSort),
    question: decodeQuestion(query, faults),
    connect: connectFromQuery(read),
    desk: read('desk', '', (value) => (value.length <= MOST_DESK_CHARACTERS ? value : undefined)),
    economics: economicsFromQuery(read),
    shade: read<RegionIndicator | null>('shade', null, (value) => REGION_INDICATORS.find((known) => known === value)),
  }
  const panel = read<(typeof PANELS)[number]>('panel', defaults.panel ?? 'none', (value) =>
    PANELS.find((known) => known === value),
  )
  state.panel = panel === 'none' ? null : panel
  return { state, faults }
}

function encodeCamera({ lon, lat, zoom, bearing, pitch }: Camera): string {
  const position = [round(lon, 5), round(lat, 5), round(zoom, 2)]
  const turn = [round(bearing, 1), round(pitch, 1)]
  return (turn.some((degrees) => degrees !== 0) ? [...position, ...turn] : position).join(',')
}

function decodeCamera(text: string): Camera | undefined {
  const parts = text.split(',')
  if (parts.length !== 3 && parts.length !== 5) return undefined
  if (!parts.every((part) => /^-?\d{1,4}(\.\d{1,10})?$/.test(part))) return undefined
  const [lon = 0, lat = 0, zoom = 0, bearing = 0, pitch = 0] = parts.map(Number)
  const isPossible =
    Math.abs(lon) <= 180 &&
    Math.abs(lat) <= 90 &&
    zoom >= 0 &&
    zoom <= 24 &&
    Math.abs(bearing) <= 360 &&
    pitch >= 0 &&
    pitch <= 85
  return isPossible ? { lon, lat, zoom, bearing, pitch } : undefined
}

function encodeLayer({ id, opacity }: LayerState): string {
  return opacity === 1 ? id : `${id}:${round(opacity, 2)}`
}

function decodeLayers(text: string): LayerState[] | undefined {
  if (text === '') return []
  const layers = text.split(',').map((part): LayerState | undefined => {
    const [id = '', opacity = '1', ...rest] = part.split(':')
    const isGood = rest.length === 0 && LAYER_ID.test(id) && /^(0(\.\d{1,2})?|1(\.0{1,2})?)$/.test(opacity)
    return isGood ? { id, opacity: Number(opacity) } : undefined
  })
  const good = layers.filter((layer) => layer !== undefined)
  const isUnique = new Set(good.map((layer) => layer.id)).size === good.length
  return good.length === layers.length && isUnique && good.length <= 100 ? good : undefined
}

/** Each field is judged on its own, so that one unknown commodity does not lose the province beside it. */
function decodeFilter(query: URLSearchParams, faults: string[]): DepositFilter {
  let filter: DepositFilter = {}
  for (const facet of FILTER_FIELDS) {
    const value = query.get(facet)
    if (value === null) continue
    const parsed = DepositFilter.pick({ [facet]: true } as { [F in typeof facet]?: true }).safeParse({ [facet]: value })
    if (parsed.success) filter = { ...filter, ...parsed.data }
    else faults.push(facet)
  }
  // Whether the text can be read as CQL2 is for the panel and the server to say: its reader is large.
  const condition = query.get('filter')
  if (condition === null) return filter
  const parsed = Cql2Text.safeParse(condition)
  if (parsed.success) return { ...filter, filter: parsed.data }
  faults.push('filter')
  return filter
}

function decodeSelection(text: string): FeatureRef | undefined {
  const [, dataset, id] = FEATURE.exec(text) ?? []
  return dataset !== undefined && id !== undefined ? { dataset, id } : undefined
}

function decodeSort(text: string): ListSort | undefined {
  const [key, order, ...rest] = text.split(',')
  const known = SORT_KEYS.find((sortKey) => sortKey === key)
  return known && (order === 'asc' || order === 'desc') && rest.length === 0 ? { key: known, order } : undefined
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) || 0
}
