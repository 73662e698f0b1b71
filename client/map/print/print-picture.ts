/** Pictures of the map for paper: the present view, or any other, drawn by a second map at the density of print. */
import { type LngLatBoundsLike, MapLibreMap, type StyleSpecification } from 'maplibre-gl'
import type { Flavour } from '#geodata/style/palette.ts'
import { attributionsOf } from '../attributions.ts'
import { metresPerPx } from '../ground-resolution.ts'
import { supplyImages } from '../images/supply-images.ts'
import { currentStyle } from '../sync-layers.ts'

export interface PrintPicture {
  dataUrl: string
  widthPx: number
  heightPx: number
  metresPerPx: number
  bearingDeg: number
  attributions: readonly string[]
}

export interface PaperSize {
  widthPx: number
  heightPx: number
}

/** What to draw: all of the bounds, turned and tilted as told. */
export interface PictureView {
  bounds: LngLatBoundsLike
  bearing: number
  pitch: number
}

const PIXEL_RATIO = 2.5
const LONGEST_WAIT_MS = 30_000

/** The present view. Rejects when the map could not be drawn within half a minute. */
export function printPicture(shown: MapLibreMap, size: PaperSize, flavour: Flavour): Promise<PrintPicture> {
  const view = { bounds: shown.getBounds(), bearing: shown.getBearing(), pitch: shown.getPitch() }
  return drawPicture(currentStyle(flavour), view, size)
}

/** Rejects when the map could not be drawn within half a minute, or at all (no WebGL). */
export async function drawPicture(
  style: StyleSpecification,
  { bounds, bearing, pitch }: PictureView,
  size: PaperSize,
): Promise<PrintPicture> {
  const container = document.createElement('div')
  container.className = 'print-canvas'
  container.style.cssText = `position:fixed;left:-10000px;top:0;width:${size.widthPx}px;height:${size.heightPx}px`
  document.body.append(container)
  let map: MapLibreMap | null = null
  try {
    map = new MapLibreMap({
      container,
      style,
      bounds,
      bearing,
      pitch,
      pixelRatio: PIXEL_RATIO,
      interactive: false,
      attributionControl: false,
      fadeDuration: 0,
      validateStyle: false,
      canvasContextAttributes: { preserveDrawingBuffer: true },
    })
    supplyImages(map)
    map.fitBounds(bounds, { duration: 0, bearing, pitch })
    await settled(map)
    return {
      dataUrl: map.getCanvas().toDataURL('image/png'),
      ...size,
      metresPerPx: metresPerPx(map.getCenter().lat, map.getZoom()),
      bearingDeg: map.getBearing(),
      attributions: attributionsOf(map),
    }
  } finally {
    map?.remove()
    container.remove()
  }
}

function settled(map: MapLibreMap): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The map was not drawn within 30 seconds.')), LONGEST_WAIT_MS)
    map.once('idle', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
