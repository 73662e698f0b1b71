/** An image of the style by its name: drawn when the map or a legend first asks for it. */
import { parseImageName } from '#geodata/style/image-id.ts'
import { drawCluster } from './cluster-donut.ts'
import { drawDeposit } from './deposit-symbol.ts'
import { drawHatch, drawHatchedDisc, drawMarker } from './marker.ts'
import type { PaintedImage } from './paint.ts'

/** undefined for a name that is not one of ours. */
export function drawImage(id: string, pixelRatio?: number): PaintedImage | undefined {
  const name = parseImageName(id)
  switch (name?.kind) {
    case 'deposit':
      return drawDeposit(name, pixelRatio)
    case 'cluster':
      return drawCluster(name, pixelRatio)
    case 'marker':
      return drawMarker(name, pixelRatio)
    case 'hatch':
      return drawHatch(name, pixelRatio)
    case 'hatched-disc':
      return drawHatchedDisc(name)
    case undefined:
      return undefined
  }
}
