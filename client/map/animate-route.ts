/** Lets the light dashes of a journey run in the direction of travel; stands still under reduced motion and out of sight. */
import type { MapLibreMap } from 'maplibre-gl'
import { ROUTE_FLOW } from '#geodata/style/route-layers.ts'
import { useMap } from './map-store.ts'

/** Dash patterns of one turn, in line widths. */
const STEPS = Array.from({ length: 12 }, (_, step) => {
  const shift = (step / 12) * 6
  return shift < 3 ? [shift, 3, 3 - shift] : [0, shift - 3, 3, 6 - shift]
})
const STEP_MS = 90

/** Returns how to stop. */
export function animateRoute(map: MapLibreMap): () => void {
  const reduced = matchMedia('(prefers-reduced-motion: reduce)')
  let step = 0
  const timer = setInterval(() => {
    if (!useMap.getState().route || reduced.matches || document.hidden || !map.getLayer(ROUTE_FLOW)) return
    step = (step + 1) % STEPS.length
    map.setPaintProperty(ROUTE_FLOW, 'line-dasharray', STEPS[step], { validate: false })
  }, STEP_MS)
  return () => clearInterval(timer)
}
