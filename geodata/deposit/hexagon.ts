/** Hexagons of the H3 grid that deposits are counted in; apart, because the grid is a large library. */
import { cellToBoundary, latLngToCell } from 'h3-js'
import type { Geometry, Position } from '#geodata/contract/geo.ts'

/** H3 index of the hexagon that holds a place; resolution 2 to 5. */
export function hexagonAt([lon, lat]: Position, resolution: number): string {
  return latLngToCell(lat, lon, resolution)
}

/** Its outline; cells over the antimeridian are not drawn by anything here. */
export function hexagonOutline(index: string): Extract<Geometry, { type: 'Polygon' }> {
  const ring = cellToBoundary(index, true).map(([lon = 0, lat = 0]): Position => [lon, lat])
  return { type: 'Polygon', coordinates: [ring] }
}
