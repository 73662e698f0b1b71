/** Moves of the camera, always beside the open panels; and the camera ⇄ view state in both directions. */
import type { MapLibreMap } from 'maplibre-gl'
import { type Insets, usePassing } from '#client/state/passing.ts'
import { type Camera, HOME, useView } from '#client/state/view-state.ts'
import type { BBox, Position } from '#geodata/contract/geo.ts'
import { useMap } from './map-store.ts'

/** Pakistan with its coast and the Khunjerab: what a first visit shows, whatever the screen's shape. */
export const PAKISTAN: BBox = [60.6, 23.4, 77.9, 37.3]
const MARGIN_PX = 36
/** Buttons of the map on its right. */
const CONTROLS_PX = 28
const CLOSEST_FIT_ZOOM = 11
const MOVE_MS = 700

const animation = (): { duration: number } => ({
  duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : MOVE_MS,
})

/** Panels open in the same breath as a feature is selected: the move waits until they have said what they cover. */
function onceSettled(move: (map: MapLibreMap, insets: Insets) => void): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const { map } = useMap.getState()
      if (map) move(map, usePassing.getState().insets)
    }),
  )
}

/** Centres a place in what the panels leave free. */
export function flyTo(position: Position, zoom: number): void {
  onceSettled((map, insets) => {
    const offset: [number, number] = [(insets.left - insets.right) / 2, (insets.top - insets.bottom) / 2]
    map.flyTo({ center: [position[0], position[1]], zoom, offset, ...animation() })
  })
}

/** Shows all of a box in what the panels leave free, no closer than zoom 11. */
export function fitTo(bbox: BBox): void {
  onceSettled((map, insets) => fitCamera(map, bbox, insets, animation().duration))
}

/** Back to the first view of the atlas. */
export function goHome(): void {
  fitTo(PAKISTAN)
}

function fitCamera(map: MapLibreMap, [west, south, east, north]: BBox, insets: Insets, duration: number): void {
  const { clientWidth, clientHeight } = map.getContainer()
  const padding = {
    top: insets.top + MARGIN_PX,
    right: insets.right + MARGIN_PX + CONTROLS_PX,
    bottom: insets.bottom + MARGIN_PX,
    left: insets.left + MARGIN_PX,
  }
  // Panels that leave no room for the map cannot be padded round.
  const hasRoom = padding.left + padding.right < clientWidth - 40 && padding.top + padding.bottom < clientHeight - 40
  map.fitBounds([west, south, east, north], {
    padding: hasRoom ? padding : MARGIN_PX / 2,
    maxZoom: CLOSEST_FIT_ZOOM,
    bearing: 0,
    pitch: 0,
    duration,
  })
}

function cameraOf(map: MapLibreMap): Camera {
  const { lng, lat } = map.getCenter()
  return { lon: lng, lat, zoom: map.getZoom(), bearing: map.getBearing(), pitch: map.getPitch() }
}

function isSame(a: Camera, b: Camera): boolean {
  const near = (x: number, y: number, tolerance: number) => Math.abs(x - y) <= tolerance
  return (
    near(a.lon, b.lon, 1e-5) &&
    near(a.lat, b.lat, 1e-5) &&
    near(a.zoom, b.zoom, 0.006) &&
    near(a.bearing, b.bearing, 0.06) &&
    near(a.pitch, b.pitch, 0.06)
  )
}

/** The link's camera goes to the map at once; where the map comes to rest goes to the link. Returns how to stop. */
export function syncCamera(map: MapLibreMap): () => void {
  const toView = (): void => {
    const camera = cameraOf(map)
    if (!isSame(camera, useView.getState().camera)) useView.getState().set({ camera })
  }
  const stop = useView.subscribe(({ camera }, before) => {
    if (camera === before.camera || isSame(camera, cameraOf(map))) return
    map.jumpTo({ center: [camera.lon, camera.lat], zoom: camera.zoom, bearing: camera.bearing, pitch: camera.pitch })
  })
  map.on('moveend', toView)
  // At once, before any tile of the wrong view is asked for.
  if (isSame(useView.getState().camera, HOME)) fitCamera(map, PAKISTAN, usePassing.getState().insets, 0)
  return () => {
    stop()
    map.off('moveend', toView)
  }
}
