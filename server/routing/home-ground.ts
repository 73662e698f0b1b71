/** Pakistan's land as the atlas's provinces have it, for telling which side of a border something is on; read when first asked for. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BBox, Position } from '#geodata/contract/geo.ts'
import { type Area, sideMask } from '#geodata/network/side-mask.ts'

const FILE = join(import.meta.dirname, '../../geodata/datasets/provinces/features.geojson')
/** Holds every province with room to spare. */
const BOUNDS: BBox = [60, 23, 79, 38]
let mask: ((position: Position) => boolean) | undefined

export function isAtHome(position: Position): boolean {
  mask ??= readMask()
  return mask(position)
}

function readMask(): (position: Position) => boolean {
  // Our own file, whose form is held by the data check.
  const { features } = JSON.parse(readFileSync(FILE, 'utf8')) as { features: { geometry: Area }[] }
  return sideMask(
    features.map(({ geometry }) => geometry),
    BOUNDS,
  )
}
