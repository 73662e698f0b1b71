/**
 * A basemap that the host has configured, told by `/basemap/basemap.json` (TileJSON; 204 where there is none). Its tiles are
 * images, or a `.pmtiles` file whose reader is fetched only then.
 */
import { addProtocol, type MapLibreMap } from 'maplibre-gl'
import * as z from 'zod'
import { addExtraBasemap } from './sync-layers.ts'

const BasemapAnswer = z.object({
  tiles: z.array(z.string()).min(1),
  minzoom: z.number().optional(),
  maxzoom: z.number().optional(),
  tileSize: z.number().optional(),
  attribution: z.string().optional(),
})

/** Quiet where none is configured; rejects when one is and cannot be read. */
export async function loadExtraBasemap(map: MapLibreMap): Promise<void> {
  const response = await fetch('/basemap/basemap.json', { headers: { accept: 'application/json' } })
  if (response.status === 204) return
  if (!response.ok) throw new Error(`/basemap/basemap.json answered ${response.status}`)
  const { tiles, minzoom, maxzoom, tileSize, attribution } = BasemapAnswer.parse(await response.json())
  if (tiles.some((address) => address.startsWith('pmtiles://'))) {
    const { Protocol } = await import('pmtiles')
    addProtocol('pmtiles', new Protocol().tile)
  }
  const [first = ''] = tiles
  const isWholeFile = first.startsWith('pmtiles://')
  // A style's addresses are absolute; braces of the template must survive.
  const absolute = (address: string): string => (address.startsWith('/') ? location.origin + address : address)
  addExtraBasemap(map, {
    source: {
      type: 'raster',
      ...(isWholeFile
        ? { url: `pmtiles://${absolute(first.slice('pmtiles://'.length))}` }
        : { tiles: tiles.map(absolute) }),
      tileSize: tileSize ?? 256,
      ...(minzoom !== undefined && { minzoom }),
      ...(maxzoom !== undefined && { maxzoom }),
      ...(attribution !== undefined && { attribution }),
    },
    opacity: 1,
  })
}
