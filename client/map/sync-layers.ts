/**
 * View state → map. The style is a pure function of the choices; MapLibre applies the difference, so that a switch of
 * layer, language or theme touches only what changes and the deposits stay in place.
 */
import type { MapLibreMap, StyleSpecification } from 'maplibre-gl'
import { usePassing } from '#client/state/passing.ts'
import { resolveTheme } from '#client/state/theme.ts'
import { useView, type ViewState } from '#client/state/view-state.ts'
import { filterToQuery } from '#geodata/contract/filter.ts'
import { buildStyle, type ExtraBasemap } from '#geodata/style/build-style.ts'
import type { Flavour } from '#geodata/style/palette.ts'
import type { PanelOverlay } from '#geodata/style/panel-overlay.ts'
import { DEPOSIT_HOVERED, pointedDeposit } from '#geodata/style/selection.ts'
import { useMap } from './map-store.ts'
import { knownTilesets } from './tilesets.ts'

const CHOICES = [
  'layers',
  'filter',
  'selection',
  'language',
  'theme',
  'boundaries',
] as const satisfies (keyof ViewState)[]
/** What panels put on the map. */
const DRAWN = ['marked', 'answer', 'route', 'overlay'] as const
const prefersDark = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)')

/** What the host has configured beyond the atlas's own ground. */
let ownGround: OwnGround = { extraBasemap: null, hasFinerRelief: false }

export function currentFlavour(): Flavour {
  return resolveTheme(useView.getState().theme, prefersDark().matches)
}

/** The style of the present view, or of the same view in another flavour (print). */
export function currentStyle(
  flavour: Flavour = currentFlavour(),
  overlay: PanelOverlay | null = useMap.getState().overlay,
): StyleSpecification {
  const { layers, filter, selection, language, boundaries } = useView.getState()
  const { hovered } = usePassing.getState()
  const query = filterToQuery(filter).toString()
  const tilesets = knownTilesets()
  return buildStyle({
    language,
    flavour,
    boundaries,
    layers,
    selection,
    marked: useMap.getState().marked,
    answer: useMap.getState().answer,
    route: useMap.getState().route,
    overlay,
    hoveredDeposit: hovered?.dataset === 'deposits' ? hovered.id : null,
    baseUrl: location.origin,
    ...(tilesets && { tiles: tilesets }),
    deposits: { clusters: `${location.origin}/api/deposits/map${query === '' ? '' : `?${query}`}` },
    ...ownGround,
  })
}

/** What is being drawn by hand (layers and sources of the drawing tool, named `td…`) outlives every change of the style. */
function keepDrawing(before: StyleSpecification | undefined, next: StyleSpecification): StyleSpecification {
  const isDrawn = (id: string): boolean => id.startsWith('td')
  const layers = before?.layers.filter(({ id }) => isDrawn(id)) ?? []
  if (layers.length === 0) return next
  const sources = Object.entries(before?.sources ?? {}).filter(([id]) => isDrawn(id))
  return { ...next, sources: { ...next.sources, ...Object.fromEntries(sources) }, layers: [...next.layers, ...layers] }
}

/** Keeps the map equal to the view. Returns how to stop. */
export function syncLayers(map: MapLibreMap): () => void {
  let frame: number | null = null
  const apply = (): void => {
    frame = null
    map.setStyle(currentStyle(), { diff: true, validate: false, transformStyle: keepDrawing })
  }
  // Several changes in one breath (clear all filters, say) are one difference.
  const schedule = (): void => {
    frame ??= requestAnimationFrame(apply)
  }
  const dark = prefersDark()
  const stops = [
    useView.subscribe((state, before) => {
      if (CHOICES.some((key) => state[key] !== before[key])) schedule()
    }),
    useMap.subscribe((state, before) => {
      if (DRAWN.some((key) => state[key] !== before[key])) schedule()
    }),
    usePassing.subscribe(({ hovered }, before) => {
      if (hovered === before.hovered || !map.getLayer(DEPOSIT_HOVERED)) return
      map.setFilter(DEPOSIT_HOVERED, pointedDeposit(hovered?.dataset === 'deposits' ? hovered.id : null), {
        validate: false,
      })
    }),
  ]
  dark.addEventListener('change', schedule)
  return () => {
    if (frame !== null) cancelAnimationFrame(frame)
    dark.removeEventListener('change', schedule)
    for (const stop of stops) stop()
  }
}

export interface OwnGround {
  extraBasemap: ExtraBasemap | null
  hasFinerRelief: boolean
}

/** Lays what the host has configured under the data. */
export function addOwnGround(map: MapLibreMap, ground: OwnGround): void {
  ownGround = ground
  map.setStyle(currentStyle(), { diff: true, validate: false, transformStyle: keepDrawing })
}
