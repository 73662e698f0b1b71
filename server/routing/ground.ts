/** The grid of heights that comes with the atlas, read when first asked for. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { RELIEF } from '#geodata/datasets/relief/manifest.ts'
import type { HeightGrid } from '#geodata/network/cost-surface.ts'

const FILE = join(import.meta.dirname, '../../geodata/datasets', RELIEF.id, RELIEF.fine.file)
let grid: HeightGrid | undefined

export function groundGrid(): HeightGrid {
  grid ??= readGrid()
  return grid
}

/** Terrarium: red × 256 + green + blue / 256 − 32768. */
function readGrid(): HeightGrid {
  const { width, height, data } = PNG.sync.read(readFileSync(FILE))
  const metres = new Float32Array(width * height)
  for (let cell = 0; cell < metres.length; cell++)
    metres[cell] = (data[cell * 4] ?? 0) * 256 + (data[cell * 4 + 1] ?? 0) + (data[cell * 4 + 2] ?? 0) / 256 - 32768
  return { width, height, bounds: RELIEF.fine.bounds, metres }
}
