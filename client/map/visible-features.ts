/** What a person who sees the map sees on it, as a list: points in view, weightiest first, for screen readers and tests. */

import type { MapLibreMap } from 'maplibre-gl'
import { useEffect, useState } from 'react'
import { useMap } from './map-store.ts'
import { asPicked, type Picked } from './pick.ts'

const MOST_LISTED = 50

export interface VisibleFeatures {
  /** Deposits in view that stand alone; those in clusters are counted, not listed. */
  features: readonly Picked[]
  clusteredDeposits: number
}

const importanceOf = ({ properties }: Picked): number =>
  typeof properties.importance === 'number' ? properties.importance : 0

export function visibleFeatures(map: MapLibreMap): VisibleFeatures {
  const layers = map.getLayersOrder().filter((id) => /\/(points|others|symbols|clusters)$/.test(id))
  const seen = new Map<string, Picked>()
  const clusters = new Map<unknown, number>()
  for (const feature of map.queryRenderedFeatures({ layers })) {
    const { cluster_id, deposits, point_count } = feature.properties
    if (cluster_id !== undefined) {
      clusters.set(cluster_id, Number(deposits) || Number(point_count))
      continue
    }
    const picked = asPicked(feature)
    if (picked) seen.set(`${picked.ref.dataset}/${picked.ref.id}`, picked)
  }
  const features = [...seen.values()].sort((a, b) => importanceOf(b) - importanceOf(a)).slice(0, MOST_LISTED)
  return { features, clusteredDeposits: [...clusters.values()].reduce((sum, count) => sum + count, 0) }
}

/** Anew whenever the map has come to rest. */
export function useVisibleFeatures(): VisibleFeatures {
  const map = useMap((state) => state.map)
  const [visible, setVisible] = useState<VisibleFeatures>({ features: [], clusteredDeposits: 0 })
  useEffect(() => {
    if (!map) return
    const look = (): void => setVisible(visibleFeatures(map))
    map.on('idle', look)
    return () => {
      map.off('idle', look)
    }
  }, [map])
  return visible
}
