/** The symbol of a cluster: a donut of the shares of the commodity groups. The count in it is text of the map's style. */
import { GROUP_ORDER, type ImageName } from '#geodata/style/image-id.ts'
import { GROUP_COLOURS, PALETTES } from '#geodata/style/palette.ts'
import { disc, type PaintedImage, paint } from './paint.ts'

type ClusterName = Extract<ImageName, { kind: 'cluster' }>

const OUTER_PX = [14, 17, 21, 25] as const
const BAND_PX = 5

export function drawCluster({ flavour, sizeStep, shares }: ClusterName, pixelRatio?: number): PaintedImage {
  const outer = OUTER_PX[sizeStep] ?? OUTER_PX[0]
  const half = outer + 2
  const palette = PALETTES[flavour]
  const isDark = flavour === 'dark'
  return paint(
    2 * half,
    2 * half,
    (context) => {
      context.translate(half, half)
      context.fillStyle = isDark ? palette.land : palette.ring
      disc(context, 0, 0, outer + 1.5)
      context.fill()
      arcs(context, shares, outer - BAND_PX / 2)
      context.lineWidth = 0.8
      context.strokeStyle = isDark ? palette.ring : palette.ringInk
      disc(context, 0, 0, outer + 0.6)
      context.stroke()
      disc(context, 0, 0, outer - BAND_PX)
      context.stroke()
    },
    pixelRatio,
  )
}

function arcs(context: CanvasRenderingContext2D, shares: readonly number[], radius: number): void {
  const total = shares.reduce((sum, share) => sum + share, 0)
  if (total === 0) return
  context.lineWidth = BAND_PX
  let from = -Math.PI / 2
  GROUP_ORDER.forEach((group, index) => {
    const to = from + (2 * Math.PI * (shares[index] ?? 0)) / total
    context.strokeStyle = GROUP_COLOURS[group].fill
    context.beginPath()
    context.arc(0, 0, radius, from, to)
    context.stroke()
    from = to
  })
}
