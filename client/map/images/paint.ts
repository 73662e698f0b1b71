/** A canvas to paint one image on, in CSS pixels at the screen's density, and its pixels afterwards. */

export interface PaintedImage {
  image: ImageData
  pixelRatio: number
}

export type Painter = (context: CanvasRenderingContext2D, widthPx: number, heightPx: number) => void

/** `widthPx` × `heightPx` in CSS pixels. Throws where the browser gives no 2D canvas. */
export function paint(
  widthPx: number,
  heightPx: number,
  painter: Painter,
  pixelRatio = devicePixelRatio,
): PaintedImage {
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(widthPx * pixelRatio)
  canvas.height = Math.ceil(heightPx * pixelRatio)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('The browser gives no 2D canvas to draw symbols on.')
  context.scale(canvas.width / widthPx, canvas.height / heightPx)
  painter(context, widthPx, heightPx)
  return { image: context.getImageData(0, 0, canvas.width, canvas.height), pixelRatio }
}

export function disc(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
}
