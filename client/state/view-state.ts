/** What a colleague sees when you send the link: camera, layers, filter, selection, language, theme. Kept in the URL by link.ts. */
import { temporal } from 'zundo'
import { create } from 'zustand'
import { shallow } from 'zustand/shallow'
import type { FeatureRef, SORT_KEYS } from '#geodata/contract/endpoints.ts'
import type { DepositFilter } from '#geodata/contract/filter.ts'
import type { Language } from '#geodata/contract/provenance.ts'
import type { BoundaryView } from '#geodata/style/boundary-view.ts'
import { type ConnectState, NO_CONNECT } from './connect-state.ts'
import type { EconomicsState } from './economics-state.ts'
import type { Question } from './question.ts'
import type { RegionIndicator } from './region-indicators.ts'

export interface Camera {
  lon: number
  lat: number
  zoom: number
  bearing: number
  pitch: number
}

export interface LayerState {
  /** Layer definition id, see geodata/style/layers. */
  id: string
  /** 0–1 */
  opacity: number
}

export type Theme = 'light' | 'dark' | 'system'
export type LeftPanel = 'layers' | 'filters' | 'corridors' | 'ask' | 'connect' | null
export const DRAWERS = ['list', 'charts', 'compare', 'shortlist'] as const
export type Drawer = (typeof DRAWERS)[number] | null
/** A page that lies over the map: the printable sheet of the selected deposit, or the comparison of provinces. */
export const PAGES = ['fact-sheet', 'provinces'] as const
export type Page = (typeof PAGES)[number] | null

export interface ListSort {
  key: (typeof SORT_KEYS)[number]
  order: 'asc' | 'desc'
}

export interface ViewState {
  camera: Camera
  /** Visible overlay layers, drawn in this order, first lowest. */
  layers: LayerState[]
  filter: DepositFilter
  selection: FeatureRef | null
  language: Language
  theme: Theme
  boundaries: BoundaryView
  panel: LeftPanel
  drawer: Drawer
  page: Page
  /** Order of the deposit list. */
  sort: ListSort
  /** null: nothing was asked yet. */
  question: Question | null
  connect: ConnectState
  /** Columns, sorts, groups, ranges and the shortlist, as text; '' as at first. */
  desk: string
  /** null: the economics of no deposit are open. */
  economics: EconomicsState | null
  /** By what figure regions are shaded while a region's sheet is open. */
  shade: RegionIndicator | null
  set(change: Partial<Omit<ViewState, 'set'>>): void
}

/** All of Pakistan with Gwadar and Khunjerab in view. */
export const HOME: Camera = { lon: 69.3, lat: 30.2, zoom: 4.9, bearing: 0, pitch: 0 }

/** What undo.ts takes back, and how many steps of it. */
const undoable = ({ filter, question, connect }: ViewState) => ({ filter, question, connect })
const MOST_STEPS = 100
/** A state read from the link again is the same, though its objects are new. */
const isSame = (a: ReturnType<typeof undoable>, b: ReturnType<typeof undoable>): boolean =>
  shallow(a, b) || JSON.stringify(a) === JSON.stringify(b)

export const useView = create<ViewState>()(
  temporal(
    (set) => ({
      camera: HOME,
      layers: [],
      filter: {},
      selection: null,
      language: 'en',
      theme: 'system',
      boundaries: 'international',
      panel: 'layers',
      drawer: null,
      page: null,
      sort: { key: 'importance', order: 'desc' },
      question: null,
      connect: NO_CONNECT,
      desk: '',
      economics: null,
      shade: null,
      set: (change) => set(change),
    }),
    { partialize: undoable, equality: isSame, limit: MOST_STEPS },
  ),
)
