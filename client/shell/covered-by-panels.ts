/** How much of the map the open panels cover, so that nothing selected lies under one. Measures as in styles/tokens.css. */
import type { Insets, SheetStop } from '#client/state/passing.ts'
import type { Layout } from '#client/state/viewport.ts'

const BAR_PX = 52
const PANEL_PX = 340 + 12
const INSPECTOR_PX = 400 + 12
const PEEK_PX = 92

export interface OpenPanels {
  layout: Layout
  dir: 'ltr' | 'rtl'
  hasPanel: boolean
  hasSheet: boolean
  drawerHeightPx: number
  sheetStop: SheetStop
}

/** Height of the phone's bottom sheet at a stop, CSS pixels. */
export function sheetHeightPx(stop: SheetStop, windowHeightPx: number): number {
  const heights = { peek: PEEK_PX, half: Math.round(windowHeightPx * 0.5), full: windowHeightPx - BAR_PX - 8 }
  return heights[stop]
}

export function coveredByPanels(open: OpenPanels, windowHeightPx: number): Insets {
  if (open.layout === 'narrow') {
    // At 'full' nothing of the map is seen; padding by more than half would only confuse the camera.
    const stop = open.sheetStop === 'full' ? 'half' : open.sheetStop
    return { top: 0, right: 0, bottom: sheetHeightPx(stop, windowHeightPx), left: 0 }
  }
  // The overlay of the middle layout hides what it covers only for a moment: the camera ignores it.
  const start = open.hasPanel && open.layout === 'wide' ? PANEL_PX : 0
  const end = open.hasSheet ? INSPECTOR_PX : 0
  const [left, right] = open.dir === 'rtl' ? [end, start] : [start, end]
  return { top: 0, right, bottom: open.drawerHeightPx, left }
}
