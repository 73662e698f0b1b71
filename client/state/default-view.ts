/** The view of a first visit: home camera, the layers that are on by default, the reader's language and theme. */
import { OVERLAYS } from '#geodata/style/layers/index.ts'
import { NO_CONNECT } from './connect-state.ts'
import type { LinkedState } from './link.ts'
import { preferredLanguage, preferredTheme } from './preferences.ts'
import { HOME } from './view-state.ts'
import { currentLayout } from './viewport.ts'

export function defaultView(): LinkedState {
  return {
    camera: HOME,
    layers: OVERLAYS.filter((layer) => layer.defaultOn).map((layer) => ({ id: layer.id, opacity: 1 })),
    filter: {},
    selection: null,
    language: preferredLanguage(navigator.languages),
    theme: preferredTheme(),
    boundaries: 'international',
    panel: currentLayout() === 'wide' ? 'layers' : null,
    drawer: null,
    page: null,
    sort: { key: 'importance', order: 'desc' },
    question: null,
    connect: NO_CONNECT,
    desk: '',
    economics: null,
    shade: null,
  }
}
