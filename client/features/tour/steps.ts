/** The steps of the tour: what each points at, and what must be open for it to be there. Seven short ones: under a minute. */
import type { MessageKey } from '#client/i18n/catalogue.ts'
import type { ViewState } from '#client/state/view-state.ts'

export interface TourStep {
  text: MessageKey
  /** The first of these that is on the page. */
  targets: readonly string[]
  view?: Partial<Pick<ViewState, 'panel' | 'drawer' | 'selection'>>
}

const PANEL = ['.panel--left', '.bottom-sheet'] as const

export const STEPS: readonly TourStep[] = [
  { text: 'tour.search', targets: ['search.search'] },
  { text: 'tour.layers', targets: PANEL, view: { panel: 'layers', drawer: null, selection: null } },
  { text: 'tour.filters', targets: PANEL, view: { panel: 'filters', drawer: null, selection: null } },
  { text: 'tour.map', targets: ['#map'], view: { selection: null } },
  { text: 'tour.connect', targets: PANEL, view: { panel: 'connect', drawer: null, selection: null } },
  { text: 'tour.list', targets: ['.drawer', '.bottom-sheet'], view: { drawer: 'list', selection: null } },
  { text: 'tour.help', targets: ['.top-bar__tools'], view: { drawer: null } },
]
