/** The next click on the map for a panel: the feature under it where there is one that ways can lead to, else the position. */
import type { MapMouseEvent } from 'maplibre-gl'
import { useEffect } from 'react'
import { usePassing } from '#client/state/passing.ts'
import { useMap } from './map-store.ts'
import { pickAt } from './pick.ts'

export interface PickedPlace {
  /** `dataset/id`; null for a bare position. */
  ref: string | null
  /** Degrees. */
  position: readonly [lon: number, lat: number]
}

/** What ore comes from or goes to. */
const PLACES = new Set(['deposits', 'ports', 'border-crossings', 'processing', 'power-plants', 'zones', 'steel-plants'])

/** `onPicked` hears null when the reader gives up (Escape). On a phone the sheet makes room for the map. */
export function usePickPosition(isPicking: boolean, onPicked: (place: PickedPlace | null) => void): void {
  const map = useMap((state) => state.map)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the handler is new at each render; picking says when it counts
  useEffect(() => {
    if (!isPicking || !map) return
    const stopBefore = usePassing.getState().sheetStop
    const onClick = ({ lngLat, point }: MapMouseEvent): void => {
      const found = pickAt(map, point.x, point.y, 6).find(({ ref }) => PLACES.has(ref.dataset))
      const position = [Number(lngLat.lng.toFixed(5)), Number(lngLat.lat.toFixed(5))] as const
      onPicked({ ref: found ? `${found.ref.dataset}/${found.ref.id}` : null, position })
    }
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      onPicked(null)
    }
    useMap.getState().set({ tool: 'pick' })
    usePassing.getState().set({ sheetStop: 'peek' })
    map.on('click', onClick)
    document.addEventListener('keydown', onKey, true)
    const before = map.getCanvas().style.cursor
    map.getCanvas().style.cursor = 'crosshair'
    return () => {
      map.off('click', onClick)
      document.removeEventListener('keydown', onKey, true)
      map.getCanvas().style.cursor = before
      useMap.getState().set({ tool: null })
      usePassing.getState().set({ sheetStop: stopBefore })
    }
  }, [isPicking, map])
}
