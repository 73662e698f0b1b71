/** Pointer and keys on the map: a click selects, opens a cluster, or asks which of several; the pointer points. */
import type { GeoJSONSource, MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import { create } from 'zustand'
import { usePassing } from '#client/state/passing.ts'
import { useView } from '#client/state/view-state.ts'
import { takesClicks, useMap } from './map-store.ts'
import { clusterAt, type Picked, type PickedCluster, pickAt } from './pick.ts'

interface Pointing {
  /** Features to choose from, at a point of the screen. */
  choice: { x: number; y: number; features: readonly Picked[] } | null
  tip: { x: number; y: number; feature: Picked } | null
  /** Under the pointer, degrees. */
  position: readonly [number, number] | null
}

export const usePointing = create<Pointing>(() => ({ choice: null, tip: null, position: null }))

const FINGER_PX = 12
const LEAVES_LISTED = 12

export function closeChoice(): void {
  usePointing.setState({ choice: null })
}

function select(map: MapLibreMap, x: number, y: number, tolerancePx?: number): void {
  closeChoice()
  const cluster = clusterAt(map, x, y)
  if (cluster) {
    openCluster(map, cluster, x, y).catch((cause: unknown) => console.error(cause))
    return
  }
  const features = pickAt(map, x, y, tolerancePx)
  const [only] = features
  if (features.length > 1) usePointing.setState({ choice: { x, y, features }, tip: null })
  else useView.getState().set({ selection: only?.ref ?? null })
}

/** Zooms until the cluster falls apart; where that would change nothing (one place), lists what is in it. */
async function openCluster(
  map: MapLibreMap,
  { clusterId, position }: PickedCluster,
  x: number,
  y: number,
): Promise<void> {
  const source = map.getSource<GeoJSONSource>('deposits')
  if (!source) return
  const zoom = await source.getClusterExpansionZoom(clusterId)
  if (zoom > map.getZoom() + 0.01) {
    const { insets } = usePassing.getState()
    const offset: [number, number] = [(insets.left - insets.right) / 2, (insets.top - insets.bottom) / 2]
    map.easeTo({ center: position, zoom: zoom + 0.1, offset, duration: 450 })
    return
  }
  const leaves = await source.getClusterLeaves(clusterId, LEAVES_LISTED, 0)
  const features = leaves.flatMap(({ properties }): Picked[] => {
    const { id, name_en, name_ur, name_zh } = properties ?? {}
    if (typeof id !== 'string') return []
    const name = { en: name_en ?? null, ur: name_ur ?? null, zh: name_zh ?? null }
    return [{ ref: { dataset: 'deposits', id }, name, overlay: 'deposits', properties: properties ?? {} }]
  })
  usePointing.setState({ choice: { x, y, features } })
}

function point(map: MapLibreMap, event: MapMouseEvent): void {
  const { x, y } = event.point
  usePointing.setState({ position: [event.lngLat.lng, event.lngLat.lat] })
  if (takesClicks(useMap.getState().tool)) return
  const cluster = clusterAt(map, x, y)
  const [feature] = cluster ? [] : pickAt(map, x, y, 2)
  map.getCanvas().style.cursor = cluster || feature ? 'pointer' : ''
  const isArea = feature !== undefined && feature.overlay !== 'deposits' && feature.name.en === null
  usePointing.setState({ tip: feature && !isArea ? { x, y, feature } : null })
  const hovered = feature?.ref.dataset === 'deposits' ? feature.ref : null
  const before = usePassing.getState().hovered
  if (hovered?.id !== before?.id) usePassing.getState().set({ hovered })
}

/** Returns how to stop. */
export function listenToPointer(map: MapLibreMap): () => void {
  let frame: number | null = null
  const onClick = (event: MapMouseEvent): void => {
    if (takesClicks(useMap.getState().tool)) return
    const isFinger = event.originalEvent instanceof PointerEvent && event.originalEvent.pointerType === 'touch'
    select(map, event.point.x, event.point.y, isFinger ? FINGER_PX : undefined)
  }
  // One question a frame, however fast the pointer runs; none while the map moves.
  const onMove = (event: MapMouseEvent): void => {
    if (frame !== null || map.isMoving()) return
    frame = requestAnimationFrame(() => {
      frame = null
      point(map, event)
    })
  }
  const leave = (): void => {
    usePointing.setState({ tip: null, position: null })
    if (usePassing.getState().hovered) usePassing.getState().set({ hovered: null })
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || takesClicks(useMap.getState().tool)) return
    const { clientWidth, clientHeight } = map.getContainer()
    select(map, clientWidth / 2, clientHeight / 2, FINGER_PX)
  }
  map.on('click', onClick)
  map.on('mousemove', onMove)
  map.on('mouseout', leave)
  map.on('movestart', closeChoice)
  map.getCanvas().addEventListener('keydown', onKey)
  return () => {
    if (frame !== null) cancelAnimationFrame(frame)
    map.off('click', onClick)
    map.off('mousemove', onMove)
    map.off('mouseout', leave)
    map.off('movestart', closeChoice)
    map.getCanvas().removeEventListener('keydown', onKey)
  }
}
