/** A feature's world coordinates to the command integers of the Mapbox Vector Tile specification 2.1, clipped and rounded. */
import type { WorldBox } from '#geodata/spatial/mercator.ts'
import { clipParts } from '#geodata/tiling/clip-parts.ts'
import { type Coordinates, signedArea } from '#geodata/tiling/ring.ts'
import type { TileFeature } from '#server/storage/storage.ts'

export interface TileGrid {
  /** World units of the tile's north-west corner and of one tile unit. */
  originX: number
  originY: number
  unit: number
  /** The tile with its buffer. */
  box: WorldBox
}

const MOVE_TO = 1
const LINE_TO = 2
const CLOSE_PATH = 7

/** Command integers, or none where nothing of the feature is left in the tile. */
export function encodeGeometry(feature: TileFeature, grid: TileGrid): number[] {
  const commands: number[] = []
  const cursor = { x: 0, y: 0 }
  let lostExterior = false
  for (const { source, part } of clipParts(feature.type, feature.parts, grid.box)) {
    const run = toGrid(part, grid)
    if (feature.type === 'point') {
      commands.push(command(MOVE_TO, 1), ...step(run, 0, cursor))
    } else if (feature.type === 'line') {
      if (run.length >= 4) pushLine(commands, run, run.length, cursor)
    } else {
      const isExterior = signedArea(feature.parts[source] ?? []) > 0
      if (!isExterior && lostExterior) continue
      const area = signedArea(run)
      if (isExterior) lostExterior = area === 0
      if (area === 0) continue
      const ring = area > 0 === isExterior ? run : turned(run)
      pushLine(commands, ring, ring.length - 2, cursor)
      commands.push(command(CLOSE_PATH, 1))
    }
  }
  return commands
}

/** Tile coordinates without repeated vertices. World units divide evenly, so neighbouring tiles round a vertex alike. */
function toGrid(part: Coordinates, { originX, originY, unit }: TileGrid): number[] {
  const run: number[] = []
  for (let i = 0; i < part.length; i += 2) {
    const x = Math.round(((part[i] ?? 0) - originX) / unit)
    const y = Math.round(((part[i + 1] ?? 0) - originY) / unit)
    const end = run.length
    if (end === 0 || run[end - 2] !== x || run[end - 1] !== y) run.push(x, y)
  }
  return run
}

function pushLine(commands: number[], run: number[], end: number, cursor: { x: number; y: number }): void {
  commands.push(command(MOVE_TO, 1), ...step(run, 0, cursor), command(LINE_TO, end / 2 - 1))
  for (let i = 2; i < end; i += 2) {
    const [dx, dy] = step(run, i, cursor)
    commands.push(dx, dy)
  }
}

function turned(run: number[]): number[] {
  const result: number[] = []
  for (let i = run.length - 2; i >= 0; i -= 2) result.push(run[i] ?? 0, run[i + 1] ?? 0)
  return result
}

function step(run: number[], at: number, cursor: { x: number; y: number }): [number, number] {
  const x = run[at] ?? 0
  const y = run[at + 1] ?? 0
  const dx = x - cursor.x
  const dy = y - cursor.y
  cursor.x = x
  cursor.y = y
  return [zigzag(dx), zigzag(dy)]
}

function zigzag(value: number): number {
  return (value << 1) ^ (value >> 31)
}

function command(id: number, count: number): number {
  return (count << 3) | id
}
