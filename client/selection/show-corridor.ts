/** Selects a corridor, turns its layers on and fits the map to it. */
import { fitTo } from '#client/map/camera.ts'
import { useView } from '#client/state/view-state.ts'
import type { BBox } from '#geodata/contract/geo.ts'

const LAYERS = ['corridors', 'corridor-sections'] as const

/** `bbox` null: the camera stays. */
export function showCorridor(id: string, bbox: BBox | null): void {
  const { layers, set } = useView.getState()
  const missing = LAYERS.filter((layer) => !layers.some((on) => on.id === layer))
  // Below what is on, so that lines never cover deposits.
  set({
    selection: { dataset: 'corridors', id },
    ...(missing.length > 0 && { layers: [...missing.map((layer) => ({ id: layer, opacity: 1 })), ...layers] }),
  })
  if (bbox) fitTo(bbox)
}
