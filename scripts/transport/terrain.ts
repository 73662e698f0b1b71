/** Terrain of an edge from the relief grid: how much it climbs and falls on each kilometre, by heights some kilometres apart. */
import { join } from 'node:path'
import { RELIEF } from '#geodata/datasets/relief/manifest.ts'
import type { TERRAINS } from '#geodata/network/network.ts'
import { type HeightGrid, heightAt, readPngGrid } from '../build/relief-grid.ts'
import { UNITS_PER_DEGREE } from './raw-line.ts'

/** Cells are 2.3 km: heights closer than this say nothing. */
const STEP_UNITS = 0.02 * UNITS_PER_DEGREE
/** Metres up and down a km of the smoothed ground, from which ground is rolling or mountainous: the N-5 on the plain has under 2, the KKH over 40. */
const ROLLING_M_PER_KM = 6
const MOUNTAIN_M_PER_KM = 18

export function openGround(folder: string): HeightGrid {
  return readPngGrid(join(folder, RELIEF.id, RELIEF.fine.file), [...RELIEF.fine.bounds])
}

/** Plain where the grid does not reach. */
export function terrainOf(ground: HeightGrid, vertices: readonly number[], lengthM: number): (typeof TERRAINS)[number] {
  const heights: number[] = []
  let [lastX, lastY] = [Number.NaN, Number.NaN]
  for (let at = 0; at < vertices.length; at += 2) {
    const [x = 0, y = 0] = [vertices[at], vertices[at + 1]]
    const isEnd = at === 0 || at + 2 === vertices.length
    if (!isEnd && Math.hypot(x - lastX, y - lastY) < STEP_UNITS) continue
    heights.push(heightAt(ground, x / UNITS_PER_DEGREE, y / UNITS_PER_DEGREE))
    ;[lastX, lastY] = [x, y]
  }
  const climbM = heights.slice(1).reduce((sum, metres, at) => sum + Math.abs(metres - (heights[at] ?? metres)), 0)
  // A short edge between two cells would look as steep as the cells differ.
  const perKm = climbM / Math.max(2.3, lengthM / 1000)
  if (perKm >= MOUNTAIN_M_PER_KM) return 'mountain'
  return perKm >= ROLLING_M_PER_KM ? 'rolling' : 'plain'
}
