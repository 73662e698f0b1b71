/** Which side of a border a position is on, looked up in a fine lattice made once from the outlines of the country. */
import type { BBox, Position } from '#geodata/contract/geo.ts'

type Rings = readonly (readonly (readonly number[])[])[]
export type Area = { type: 'Polygon'; coordinates: Rings } | { type: 'MultiPolygon'; coordinates: readonly Rings[] }

/** About 1 km: finer than the positions of the borders themselves. */
const CELL_DEG = 0.01

/**
 * Whether the middle of a position's cell lies in one of the areas (a hole is outside). `bounds` must hold all of them;
 * beyond it nothing lies inside.
 */
export function sideMask(areas: readonly Area[], bounds: BBox): (position: Position) => boolean {
  const [west, south, east, north] = bounds
  const width = Math.ceil((east - west) / CELL_DEG)
  const height = Math.ceil((north - south) / CELL_DEG)
  const inside = new Uint8Array(width * height)
  const polygons = areas.flatMap((area) => (area.type === 'Polygon' ? [area.coordinates] : area.coordinates))
  for (const rings of polygons) {
    const crossings = crossingsOf(rings, { west, south, height })
    crossings.forEach((columns, row) => {
      columns.sort((a, b) => a - b)
      // Even-odd: inside between the first crossing and the second, the third and the fourth …
      for (let pair = 0; pair + 1 < columns.length; pair += 2) {
        const from = Math.max(0, Math.ceil((columns[pair] ?? 0) - 0.5))
        const to = Math.min(width, Math.ceil((columns[pair + 1] ?? 0) - 0.5))
        if (from < to) inside.fill(1, row * width + from, row * width + to)
      }
    })
  }
  return ([lon, lat]) => {
    const [x, y] = [Math.floor((lon - west) / CELL_DEG), Math.floor((lat - south) / CELL_DEG)]
    return x >= 0 && y >= 0 && x < width && y < height && inside[y * width + x] === 1
  }
}

/** For each row of cells, where its middle line meets the rings, in columns. */
function crossingsOf(
  rings: Rings,
  { west, south, height }: { west: number; south: number; height: number },
): number[][] {
  const rows: number[][] = Array.from({ length: height }, () => [])
  for (const ring of rings)
    for (let at = 0; at + 1 < ring.length; at++) {
      const [x1 = 0, y1 = 0] = ring[at] ?? []
      const [x2 = 0, y2 = 0] = ring[at + 1] ?? []
      const [low, high] = [(Math.min(y1, y2) - south) / CELL_DEG - 0.5, (Math.max(y1, y2) - south) / CELL_DEG - 0.5]
      for (let row = Math.max(0, Math.ceil(low)); row < Math.min(height, Math.ceil(high)); row++) {
        const y = south + (row + 0.5) * CELL_DEG
        rows[row]?.push((x1 + ((y - y1) / (y2 - y1)) * (x2 - x1) - west) / CELL_DEG)
      }
    }
  return rows
}
