/** Changes to the list of visible layers (lowest first): pure functions, so that a link and a click mean the same. */
import type { LayerState } from '#client/state/view-state.ts'
import { OVERLAYS, overlayById } from '#geodata/style/layers/index.ts'

const rankOf = (id: string): number => OVERLAYS.findIndex((overlay) => overlay.id === id)

/** Switched on, a layer goes where the default order has it; layers that the reader has moved keep their places. */
export function switchLayer(layers: readonly LayerState[], id: string): LayerState[] {
  if (layers.some((layer) => layer.id === id)) return layers.filter((layer) => layer.id !== id)
  const above = layers.findIndex((layer) => rankOf(layer.id) > rankOf(id))
  return layers.toSpliced(above === -1 ? layers.length : above, 0, { id, opacity: 1 })
}

export function setOpacity(layers: readonly LayerState[], id: string, opacity: number): LayerState[] {
  return layers.map((layer) => (layer.id === id ? { ...layer, opacity } : layer))
}

/** The next layer of the same slot above (1) or below (-1); undefined at the end. Other slots are passed by. */
function neighbour(layers: readonly LayerState[], id: string, by: 1 | -1): number | undefined {
  const slot = overlayById(id)?.slot
  const from = layers.findIndex((layer) => layer.id === id)
  if (from === -1) return undefined
  for (let at = from + by; at >= 0 && at < layers.length; at += by) {
    const other = layers[at]
    if (other && overlayById(other.id)?.slot === slot) return at
  }
  return undefined
}

export function canMove(layers: readonly LayerState[], id: string, by: 1 | -1): boolean {
  return neighbour(layers, id, by) !== undefined
}

/** Moves a layer past its neighbour; unchanged where there is none. */
export function moveLayer(layers: readonly LayerState[], id: string, by: 1 | -1): LayerState[] {
  const to = neighbour(layers, id, by)
  const from = layers.findIndex((layer) => layer.id === id)
  const moved = layers[from]
  if (to === undefined || !moved) return [...layers]
  return layers.toSpliced(from, 1).toSpliced(to, 0, moved)
}
