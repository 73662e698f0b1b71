/** Symbols of the overlays, and hatches: shape by kind, filling by how far along a project is. */
import type { ImageName } from '#geodata/style/image-id.ts'
import { SHAPE_PATHS } from './marker-shapes.ts'
import { disc, type PaintedImage, paint } from './paint.ts'

type Named<K extends ImageName['kind']> = Extract<ImageName, { kind: K }>

const GRID = 16
const EDGE_PX = 2

export function drawMarker({ shape, form, colour, ring, sizePx }: Named<'marker'>, pixelRatio?: number): PaintedImage {
  const side = sizePx + 2 * EDGE_PX
  return paint(
    side,
    side,
    (context) => {
      context.translate(EDGE_PX, EDGE_PX)
      context.scale(sizePx / GRID, sizePx / GRID)
      const path = new Path2D(SHAPE_PATHS[shape])
      context.lineJoin = 'round'
      context.lineWidth = 3.2
      context.strokeStyle = ring
      context.stroke(path)
      context.fillStyle = form === 'full' ? colour : ring
      context.fill(path)
      if (form === 'half') fillLowerHalf(context, path, colour)
      if (form !== 'full') {
        context.lineWidth = 1.5
        context.strokeStyle = colour
        context.stroke(path)
      }
      if (form === 'struck') strike(context, colour)
    },
    pixelRatio,
  )
}

function fillLowerHalf(context: CanvasRenderingContext2D, path: Path2D, colour: string): void {
  context.save()
  context.clip(path)
  context.fillStyle = colour
  context.fillRect(0, GRID / 2, GRID, GRID / 2)
  context.restore()
}

function strike(context: CanvasRenderingContext2D, colour: string): void {
  context.lineWidth = 1.8
  context.strokeStyle = colour
  context.beginPath()
  context.moveTo(1, 15)
  context.lineTo(15, 1)
  context.stroke()
}

/** A tile that repeats without seams: every stroke runs off it and comes in on the other side. */
export function drawHatch({ hatch, colour }: Named<'hatch'>, pixelRatio?: number): PaintedImage {
  const side = 8
  return paint(
    side,
    side,
    (context) => {
      context.strokeStyle = colour
      context.fillStyle = colour
      context.lineWidth = 1
      if (hatch === 'dots') {
        disc(context, side / 2, side / 2, 1)
        context.fill()
        return
      }
      diagonals(context, side)
      if (hatch === 'cross') {
        context.translate(side, 0)
        context.scale(-1, 1)
        diagonals(context, side)
      }
    },
    pixelRatio,
  )
}

function diagonals(context: CanvasRenderingContext2D, side: number): void {
  context.beginPath()
  for (const offset of [-side, 0, side]) {
    context.moveTo(offset - 1, side + 1)
    context.lineTo(offset + side + 1, -1)
  }
  context.stroke()
}

/** Radius 64 px; the style scales it to the stated accuracy. */
export function drawHatchedDisc({ colour }: Named<'hatched-disc'>): PaintedImage {
  const radius = 64
  return paint(
    2 * radius,
    2 * radius,
    (context) => {
      disc(context, radius, radius, radius - 1)
      context.clip()
      context.strokeStyle = colour
      context.lineWidth = 1.4
      context.beginPath()
      for (let offset = -2 * radius; offset < 2 * radius; offset += 9) {
        context.moveTo(offset, 2 * radius)
        context.lineTo(offset + 2 * radius, 0)
      }
      context.stroke()
      disc(context, radius, radius, radius - 1.5)
      context.lineWidth = 2
      context.stroke()
    },
    2,
  )
}
