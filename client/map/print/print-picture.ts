/** A picture of the present view for paper: the same layers, drawn by a second map at the density of print. */
import { MapLibreMap } from 'maplibre-gl'
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

const PIXEL_RATIO = 2.5
const LONGEST_WAIT_MS = 30_000

/** Rejects when the map could not be drawn within half a minute. */
export async function printPicture(shown: MapLibreMap, size: PaperSize, flavour: Flavour): Promise<PrintPicture> {
  const container = document.createElement('div')
  container.className = 'print-canvas'
  container.style.cssText = `position:fixed;left:-10000px;top:0;width:${size.widthPx}px;height:${size.heightPx}px`
  document.body.append(container)
  const map = new MapLibreMap({
    container,
    style: currentStyle(flavour),
    center: shown.getCenter(),
    bearing: shown.getBearing(),
    pitch: shown.getPitch(),
    zoom: shown.getZoom(),
    pixelRatio: PIXEL_RATIO,
    interactive: false,
    attributionControl: false,
    fadeDuration: 0,
    validateStyle: false,
    canvasContextAttributes: { preserveDrawingBuffer: true },
  })
  try {
    supplyImages(map)
    map.fitBounds(shown.getBounds(), { duration: 0, bearing: shown.getBearing(), pitch: shown.getPitch() })
    await settled(map)
    return {
      dataUrl: map.getCanvas().toDataURL('image/png'),
      ...size,
      metresPerPx: metresPerPx(map.getCenter().lat, map.getZoom()),
      bearingDeg: map.getBearing(),
      attributions: attributionsOf(map),
    }
  } finally {
    map.remove()
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
