/** Renders anew with each movement of the map, for drawings that lie over it. */
import type { MapLibreMap } from 'maplibre-gl'
import { useEffect, useReducer } from 'react'

export function useTicks(map: MapLibreMap): void {
  const [, tick] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    map.on('move', tick)
    map.on('resize', tick)
    return () => {
      map.off('move', tick)
      map.off('resize', tick)
    }
  }, [map])
}
