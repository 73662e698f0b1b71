/**
 * Simplifies one projected shape for a zoom band (Douglas–Peucker, npm simplify-js). A feature never vanishes here: only
 * further parts smaller than half a pixel go, and what is left too small to be seen becomes a speck that is.
 */
import simplify from 'simplify-js'
import { unitsPerTileUnit, type WorldBox } from '../spatial/mercator.ts'
import { boxOfParts, signedArea } from './ring.ts'
import { type Shape, wound } from './shape.ts'
import type { ZoomBand } from './zoom-bands.ts'

/** Parts of the simplified shape, flat, as `TileFeature` keeps them. */
export function simplifyShape(shape: Shape, band: ZoomBand): Int32Array[] {
  switch (shape.type) {
    case 'point':
      return [shape.point]
    case 'line':
      return visibleLines(
        shape.lines.map((line) => simplifyRun(line, band.toleranceUnits)),
        shape.lines,
        band,
      )
    case 'area':
      return visibleAreas(
        shape.polygons.map((rings) => rings.map((ring) => simplifyRing(ring, band.toleranceUnits))),
        boxOfParts(shape.polygons.flat()),
        band,
      )
  }
}

/** Drops polygons and holes below half a pixel squared, and keeps a speck where nothing would be left. */
export function visibleAreas(polygons: Int32Array[][], box: WorldBox, band: ZoomBand): Int32Array[] {
  const smallest = band.toleranceUnits ** 2
  const kept = polygons
    .filter(([exterior]) => exterior && Math.abs(signedArea(exterior)) >= smallest)
    .map((rings) => rings.filter((ring) => Math.abs(signedArea(ring)) >= smallest))
  const parts = kept.flatMap((rings) => rings.map((ring, index) => wound(ring, index === 0)))
  return parts.length > 0 ? parts : [speck(box, band)]
}

function visibleLines(lines: Int32Array[], originals: Int32Array[], band: ZoomBand): Int32Array[] {
  const box = boxOfParts(originals)
  const least = leastExtent(band)
  if (box.maxX - box.minX >= least || box.maxY - box.minY >= least) return lines.filter((line) => line.length >= 4)
  const x = Math.round((box.minX + box.maxX - least) / 2)
  const y = Math.round((box.minY + box.maxY) / 2)
  return [Int32Array.of(x, y, x + least, y)]
}

/** A square as large as the shape's box and no smaller than is visible at the lowest zoom of the band. */
function speck(box: WorldBox, band: ZoomBand): Int32Array {
  const half = Math.ceil(Math.max(leastExtent(band), Math.min(box.maxX - box.minX, box.maxY - box.minY)) / 2)
  const x = Math.round((box.minX + box.maxX) / 2)
  const y = Math.round((box.minY + box.maxY) / 2)
  return Int32Array.of(
    ...[x - half, y - half, x + half, y - half],
    ...[x + half, y + half, x - half, y + half],
    ...[x - half, y - half],
  )
}

/** Four tile units, half a pixel: survives rounding to the tile grid. */
function leastExtent(band: ZoomBand): number {
  return Math.ceil(4 * unitsPerTileUnit(band.minZoom))
}

function simplifyRun(run: Int32Array, toleranceUnits: number): Int32Array {
  if (run.length <= 4) return run
  const points: { x: number; y: number }[] = []
  for (let i = 0; i < run.length; i += 2) points.push({ x: run[i] ?? 0, y: run[i + 1] ?? 0 })
  return Int32Array.from(simplify(points, toleranceUnits, true).flatMap(({ x, y }) => [x, y]))
}

/** A closed run is cut at its start and at the vertex farthest from it, so that the choice of start bends nothing. */
function simplifyRing(ring: Int32Array, toleranceUnits: number): Int32Array {
  let farthest = 0
  let greatest = -1
  for (let i = 0; i < ring.length; i += 2) {
    const distance = ((ring[i] ?? 0) - (ring[0] ?? 0)) ** 2 + ((ring[i + 1] ?? 0) - (ring[1] ?? 0)) ** 2
    if (distance > greatest) {
      greatest = distance
      farthest = i
    }
  }
  const out = simplifyRun(ring.subarray(0, farthest + 2), toleranceUnits)
  const back = simplifyRun(ring.subarray(farthest), toleranceUnits)
  const joined = new Int32Array(out.length + back.length - 2)
  joined.set(out)
  joined.set(back.subarray(2), out.length)
  return joined
}
