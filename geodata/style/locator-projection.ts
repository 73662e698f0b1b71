/** The projection of the locator: degrees, east–west shrunk by cos 30°, north up. Shared by the map and its generator. */
const SHRINK = Math.cos((30 * Math.PI) / 180)
const WEST = 60.4
const NORTH = 37.4

export const LOCATOR_VIEW_BOX = `0 0 ${((78 - WEST) * SHRINK).toFixed(2)} ${(NORTH - 23.3).toFixed(2)}`

/** `[lon, lat]` in degrees → units of the view box. */
export function locatorPoint([lon, lat]: readonly [number, number]): [number, number] {
  return [(lon - WEST) * SHRINK, NORTH - lat]
}
