/**
 * Removes the spikes that SRTM30's way here left in it: near the coast and in depressions some cells stand hundreds or
 * thousands of metres too high (5,273 m beside Karachi's harbour, where the ground is below 40 m).
 */
import { type HeightGrid, heightAt } from './relief-grid.ts'

/** Cells looked at on each side for the usual height. */
const REACH = 3
/** Cells of the reference looked at on each side: it is coarse and its summits are cut. */
const REFERENCE_CELLS = [-2, -1, 0, 1, 2]
const REFERENCE_STEP = 1 / 12

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

/** Known heights within reach of a cell, itself included. */
function around(grid: HeightGrid, metres: Float32Array, cell: number): number[] {
  const column = cell % grid.width
  const row = Math.floor(cell / grid.width)
  const found: number[] = []
  for (let y = Math.max(0, row - REACH); y <= Math.min(grid.height - 1, row + REACH); y++)
    for (let x = Math.max(0, column - REACH); x <= Math.min(grid.width - 1, column + REACH); x++) {
      const value = metres[y * grid.width + x] ?? Number.NaN
      if (!Number.isNaN(value)) found.push(value)
    }
  return found
}

/** The highest that the reference knows within about 20 km. */
function referenceTop(reference: HeightGrid, lon: number, lat: number): number {
  let top = 0
  for (const dx of REFERENCE_CELLS)
    for (const dy of REFERENCE_CELLS) {
      const metres = heightAt(reference, lon + dx * REFERENCE_STEP, lat + dy * REFERENCE_STEP)
      if (metres > top) top = metres
    }
  return top
}

/** Whether a height is far above what the reference has near it; `usual` and `spread` describe the cells around. */
function isSpike(metres: number, top: number, usual: number, spread: number): boolean {
  if (metres > 2 * top + 300) return true
  if (metres > 2 * top + 100 && metres - usual > 100 + 4 * spread) return true
  return metres > 1.3 * top + 300 && metres - usual > 500 + 8 * spread
}

/** The heights with spikes replaced by the median of the sound cells around, and how many there were. */
export function withoutSpikes(grid: HeightGrid, reference: HeightGrid): { metres: Float32Array; spikes: number } {
  const [west, , , north] = grid.bounds
  const degrees = (grid.bounds[2] - west) / grid.width
  const sound = grid.metres.slice()
  const spikes: number[] = []
  grid.metres.forEach((metres, cell) => {
    const lon = west + ((cell % grid.width) + 0.5) * degrees
    const lat = north - (Math.floor(cell / grid.width) + 0.5) * degrees
    const here = Math.max(0, heightAt(reference, lon, lat))
    // The top is no lower than the reference here, so most cells are cleared without looking around.
    if (Number.isNaN(metres) || metres <= Math.min(2 * here + 100, 1.3 * here + 300)) return
    const near = around(grid, grid.metres, cell)
    const usual = median(near)
    const spread = median(near.map((value) => Math.abs(value - usual)))
    if (isSpike(metres, referenceTop(reference, lon, lat), usual, spread)) spikes.push(cell)
  })
  for (const cell of spikes) sound[cell] = Number.NaN
  const metres = sound.slice()
  for (const cell of spikes) {
    const usual = median(around(grid, sound, cell))
    metres[cell] = Number.isNaN(usual) ? 0 : usual
  }
  return { metres, spikes: spikes.length }
}
