/** Hands the map the images that its style asks for. Donuts of clusters are many: the ones longest unused are let go. */
import type { MapLibreMap } from 'maplibre-gl'
import { drawImage } from './draw-image.ts'

const MOST_CLUSTER_IMAGES = 1500

export function supplyImages(map: MapLibreMap): void {
  const clusters: string[] = []
  map.setMissingStyleImageResolver((id) => {
    const painted = drawImage(id)
    if (!painted || map.hasImage(id)) return
    map.addImage(id, painted.image, { pixelRatio: painted.pixelRatio })
    if (!id.startsWith('cluster|')) return
    clusters.push(id)
    // A dropped donut is drawn again when a new tile asks for it; tiles on the screen keep theirs in their own atlas.
    const oldest = clusters.length > MOST_CLUSTER_IMAGES ? clusters.shift() : undefined
    if (oldest !== undefined && map.hasImage(oldest)) map.removeImage(oldest)
  })
}
