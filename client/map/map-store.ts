/** The one map, for whatever must ask it something (camera, controls, print). null before it is made and without WebGL. */
import type { MapLibreMap } from 'maplibre-gl'
import { create } from 'zustand'
import type { Answer } from '#geodata/style/answer.ts'
import type { PanelOverlay } from '#geodata/style/panel-overlay.ts'
import type { RouteShapes } from '#geodata/style/route-layers.ts'

export type MapTool = 'measure' | 'print' | 'draw' | 'pick' | null

/** Tools that take the clicks of the map for themselves. */
export function takesClicks(tool: MapTool): boolean {
  return tool === 'measure' || tool === 'draw' || tool === 'pick'
}

interface MapState {
  map: MapLibreMap | null
  /** The tool that has the map's clicks for the moment. */
  tool: MapTool
  /** Features that a sheet wants marked beside the selected one: the sections of a corridor. */
  marked: { dataset: string; ids: readonly string[] } | null
  /** The question asked of the map, and what was found. */
  answer: Answer | null
  /** The journey of the Connect panel; null where there is none. */
  route: RouteShapes | null
  /** What else the open panel draws. */
  overlay: PanelOverlay | null
  /** Drawn in place of `overlay` beyond the line of the swipe; null: there is none. */
  compared: PanelOverlay | null
  set(change: Partial<Omit<MapState, 'set'>>): void
}

export const useMap = create<MapState>((set) => ({
  map: null,
  tool: null,
  marked: null,
  answer: null,
  route: null,
  overlay: null,
  compared: null,
  set: (change) => set(change),
}))

/** What the map canvas does with a view of its own; a browser test reads it as `document.querySelector('.map').__map`. */
export interface MapElement extends HTMLDivElement {
  __map?: MapLibreMap
}
