/** A second map in an element: the same view with the compared overlay, always at the camera of the first. */
import { MapLibreMap } from 'maplibre-gl'
import { type RefObject, useEffect } from 'react'
import { usePassing } from '#client/state/passing.ts'
import { useView } from '#client/state/view-state.ts'
import { supplyImages } from '../images/supply-images.ts'
import { useMap } from '../map-store.ts'
import { currentFlavour, currentStyle } from '../sync-layers.ts'

const comparedStyle = () => currentStyle(currentFlavour(), useMap.getState().compared)

export function useFollowingMap(element: RefObject<HTMLElement | null>): void {
  const first = useMap((state) => state.map)
  useEffect(() => {
    if (!first || !element.current) return
    const second = new MapLibreMap({
      container: element.current,
      style: comparedStyle(),
      ...cameraOf(first),
      minZoom: 1.5,
      maxPitch: 60,
      interactive: false,
      attributionControl: false,
      fadeDuration: 0,
      validateStyle: false,
    })
    supplyImages(second)
    const follow = (): void => {
      second.jumpTo(cameraOf(first))
    }
    const resize = (): void => {
      second.resize()
    }
    let frame = 0
    const redraw = (): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => second.setStyle(comparedStyle(), { diff: true, validate: false }))
    }
    first.on('move', follow)
    first.on('resize', resize)
    const stops = [
      useMap.subscribe((state, before) => {
        if (state.compared && state.compared !== before.compared) redraw()
      }),
      useView.subscribe(({ camera }, before) => {
        if (camera === before.camera) redraw()
      }),
      usePassing.subscribe(({ insets }, before) => {
        if (insets !== before.insets) resize()
      }),
    ]
    return () => {
      cancelAnimationFrame(frame)
      for (const stop of stops) stop()
      first.off('move', follow)
      first.off('resize', resize)
      second.remove()
    }
  }, [first, element])
}

function cameraOf(map: MapLibreMap) {
  return { center: map.getCenter(), zoom: map.getZoom(), bearing: map.getBearing(), pitch: map.getPitch() }
}
