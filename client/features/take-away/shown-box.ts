/** What the map shows, as the box of a question: whole degrees of the world at most, five decimals (about a metre). */
import { useMap } from '#client/map/map-store.ts'

/** null where there is no map. */
export function shownBox(): string | null {
  const bounds = useMap.getState().map?.getBounds()
  if (!bounds) return null
  const box = [
    Math.max(-180, bounds.getWest()),
    Math.max(-90, bounds.getSouth()),
    Math.min(180, bounds.getEast()),
    Math.min(90, bounds.getNorth()),
  ]
  return box.map((degrees) => degrees.toFixed(5)).join(',')
}
