/**
 * The symbol of one deposit: fill and letters by commodity, size by importance, ring by status; hollow where only the
 * district is known, soft-edged where the place is approximate.
 */
import { COMMODITIES, CommodityCode } from '#geodata/contract/commodity.ts'
import type { ImageName } from '#geodata/style/image-id.ts'
import { GROUP_COLOURS, PALETTES } from '#geodata/style/palette.ts'
import { disc, type PaintedImage, paint } from './paint.ts'

type DepositName = Extract<ImageName, { kind: 'deposit' }>

/** Radius of the fill in px for importance 1 to 5. */
const RADIUS_PX = [6, 7.5, 9, 10.5, 12.5] as const
const GAP_PX = 1.5
const RING_PX = 1.4
const SOFT_EDGE_PX = 5

/** Share of ink along the ring, as canvas dashes in px; null is unbroken. */
const RING_DASH: Readonly<Record<string, readonly number[] | null>> = {
  feasibility: [5, 2.6],
  exploration: [2, 2.2],
}

export function drawDeposit(name: DepositName, pixelRatio?: number): PaintedImage {
  const radius = RADIUS_PX[Math.min(5, Math.max(1, name.importance)) - 1] ?? RADIUS_PX[0]
  const half = Math.ceil(radius + GAP_PX + RING_PX + SOFT_EDGE_PX + 1)
  return paint(
    2 * half,
    2 * half,
    (context) => {
      context.translate(half, half)
      const look = lookOf(name)
      if (name.quality === 'approximate') softEdge(context, look.fill, radius)
      background(context, look, radius)
      body(context, look, radius)
      letters(context, look, radius)
      ring(context, look, radius + GAP_PX + RING_PX / 2, name.status)
    },
    pixelRatio,
  )
}

interface Look {
  fill: string
  ink: string
  glyph: string
  gap: string
  ring: string
  edge: string | null
  isHollow: boolean
}

function lookOf({ flavour, commodity, quality }: DepositName): Look {
  const code = CommodityCode.safeParse(commodity)
  const colour = code.success ? GROUP_COLOURS[COMMODITIES[code.data].group] : { fill: '#808080', glyph: '#ffffff' }
  const palette = PALETTES[flavour]
  const isDark = flavour === 'dark'
  const isHollow = quality === 'district'
  return {
    fill: colour.fill,
    ink: isHollow ? '#1b2230' : colour.glyph,
    glyph: code.success ? COMMODITIES[code.data].glyph : '?',
    gap: isDark ? palette.ringInk : palette.ring,
    ring: isDark ? palette.ring : palette.ringInk,
    // On a dark map dark fills need a light edge of their own.
    edge: isDark ? palette.ring : null,
    isHollow,
  }
}

function softEdge(context: CanvasRenderingContext2D, fill: string, radius: number): void {
  const outer = radius + GAP_PX + RING_PX + SOFT_EDGE_PX
  const gradient = context.createRadialGradient(0, 0, radius, 0, 0, outer)
  gradient.addColorStop(0, `${fill}aa`)
  gradient.addColorStop(1, `${fill}00`)
  context.fillStyle = gradient
  disc(context, 0, 0, outer)
  context.fill()
}

function background(context: CanvasRenderingContext2D, look: Look, radius: number): void {
  context.fillStyle = look.gap
  disc(context, 0, 0, radius + GAP_PX + 0.4)
  context.fill()
}

function body(context: CanvasRenderingContext2D, look: Look, radius: number): void {
  disc(context, 0, 0, radius)
  context.fillStyle = look.isHollow ? '#ffffff' : look.fill
  context.fill()
  if (look.isHollow) {
    context.lineWidth = 2.2
    context.strokeStyle = look.fill
    disc(context, 0, 0, radius - 1.1)
    context.stroke()
  } else if (look.edge) {
    context.lineWidth = 0.9
    context.strokeStyle = look.edge
    disc(context, 0, 0, radius - 0.45)
    context.stroke()
  }
}

function letters(context: CanvasRenderingContext2D, look: Look, radius: number): void {
  const sizePx = radius * ([1.25, 1.15, 0.92, 0.76][look.glyph.length - 1] ?? 0.7)
  context.fillStyle = look.ink
  context.font = `600 ${sizePx}px 'Noto Sans', sans-serif`
  context.textAlign = 'center'
  const { actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } = context.measureText(look.glyph)
  context.fillText(look.glyph, 0, (up - down) / 2)
}

function ring(context: CanvasRenderingContext2D, look: Look, radius: number, status: string): void {
  const circle = (at: number, width: number): void => {
    context.lineWidth = width
    disc(context, 0, 0, at)
    context.stroke()
  }
  context.strokeStyle = look.ring
  context.fillStyle = look.ring
  context.setLineDash([...(RING_DASH[status] ?? [])])
  switch (status) {
    case 'prospect':
      circle(radius - RING_PX / 4, 0.6)
      return
    case 'past_producer':
      circle(radius - 1, 0.6)
      circle(radius + 1.2, 0.6)
      return
    case 'suspended':
      circle(radius - 1, 0.6)
      circle(radius + 1.2, 0.6)
      context.lineWidth = 2
      context.beginPath()
      context.moveTo(-radius, radius)
      context.lineTo(radius, -radius)
      context.stroke()
      return
    case 'developing': {
      circle(radius, RING_PX)
      const at = radius * Math.SQRT1_2
      disc(context, at, -at, 2.6)
      context.fill()
      return
    }
    default:
      circle(radius, RING_PX)
  }
}
