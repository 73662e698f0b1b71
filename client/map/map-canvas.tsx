/**
 * Owns the one MapLibre map: makes it once, hands it to those who keep it equal to the view, and takes it down again.
 * `document.body.dataset.mapIdle` is there while the map is at rest and fully drawn: browser tests wait for it.
 */
import { MapLibreMap, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { type CSSProperties, useEffect, useRef } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { usePassing } from '#client/state/passing.ts'
import { useView } from '#client/state/view-state.ts'
import { animateRoute } from './animate-route.ts'
import { syncCamera } from './camera.ts'
import { supplyImages } from './images/supply-images.ts'
import { listenToPointer } from './interaction.ts'
import { MapControls } from './map-controls.tsx'
import { MapNotes } from './map-notes.tsx'
import { useMapStatus, watchFailures } from './map-status.ts'
import { type MapElement, useMap } from './map-store.ts'
import { loadOwnGround } from './own-ground.ts'
import { PointerChoice, PointerTip } from './pointer-notes.tsx'
import { currentStyle, syncLayers } from './sync-layers.ts'
import './map.css'

setWorkerUrl(workerUrl)

function makeMap(container: HTMLElement): MapLibreMap {
  const { camera } = useView.getState()
  return new MapLibreMap({
    container,
    style: currentStyle(),
    center: [camera.lon, camera.lat],
    zoom: camera.zoom,
    bearing: camera.bearing,
    pitch: camera.pitch,
    minZoom: 1.5,
    maxZoom: 17,
    maxPitch: 60,
    attributionControl: false,
    fadeDuration: 0,
    validateStyle: false,
    refreshExpiredTiles: false,
  })
}

function markIdle(map: MapLibreMap): void {
  map.on('idle', () => {
    document.body.dataset.mapIdle = '1'
  })
  const busy = (): void => {
    delete document.body.dataset.mapIdle
  }
  map.on('movestart', busy)
  map.on('dataloading', busy)
  map.on('styledata', busy)
}

/** Makes the map in `element`; undefined where the browser has no WebGL2. Returns how to take it down. */
function start(element: MapElement): (() => void) | undefined {
  let map: MapLibreMap
  try {
    map = makeMap(element)
  } catch (cause) {
    console.warn('The map cannot be drawn here.', cause)
    useMapStatus.setState({ hasWebGl: false })
    return undefined
  }
  element.__map = map
  supplyImages(map)
  markIdle(map)
  const stops = [watchFailures(map), syncCamera(map), syncLayers(map), listenToPointer(map), animateRoute(map)]
  useMap.getState().set({ map })
  loadOwnGround(map).catch((cause: unknown) => console.warn('What the host has configured could not be loaded.', cause))
  return () => {
    for (const stop of stops) stop()
    useMap.getState().set({ map: null })
    map.remove()
  }
}

export function MapCanvas() {
  const { t } = useMessages()
  const container = useRef<HTMLDivElement>(null)
  const map = useMap((state) => state.map)
  const insets = usePassing((state) => state.insets)

  useEffect(() => (container.current ? start(container.current) : undefined), [])
  useEffect(() => {
    map?.getCanvas().setAttribute('aria-label', t('map.canvas'))
  }, [map, t])

  const covered: CSSProperties & Record<`--${string}`, string> = {
    '--covered-left': `${insets.left}px`,
    '--covered-right': `${insets.right}px`,
    '--covered-bottom': `${insets.bottom}px`,
  }
  return (
    <div className="map-frame" dir="ltr" style={covered}>
      <div className="map" ref={container} />
      <MapControls />
      <MapNotes />
      <PointerTip />
      <PointerChoice />
    </div>
  )
}
