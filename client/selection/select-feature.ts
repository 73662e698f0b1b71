/** Selects a feature from text (sheet, list, panel) and brings it into view beside the open panels. */
import { fitTo, flyTo } from '#client/map/camera.ts'
import { useView } from '#client/state/view-state.ts'
import type { FeatureRef } from '#geodata/contract/endpoints.ts'
import type { BBox } from '#geodata/contract/geo.ts'

/** Close enough to see what lies around a deposit. */
const POINT_ZOOM = 9

export interface SelectOptions {
  position?: readonly [number, number] | null
  bbox?: BBox | null
}

/** Without a position the camera stays: the sheet itself offers to go there. */
export function selectFeature(ref: FeatureRef, { position, bbox }: SelectOptions = {}): void {
  const { selection, set } = useView.getState()
  if (selection?.dataset !== ref.dataset || selection.id !== ref.id) set({ selection: ref })
  if (bbox) fitTo(bbox)
  else if (position) flyTo([position[0], position[1]], Math.max(POINT_ZOOM, useView.getState().camera.zoom))
}
