/**
 * What the host has configured under the data: a basemap, told by `/basemap/basemap.json` (TileJSON; 204 where there is
 * none), whose tiles are images or a `.pmtiles` file whose reader is fetched only then; a finer relief, listed in `/tiles.json`.
 */
import { addProtocol, type MapLibreMap } from 'maplibre-gl'
import * as z from 'zod'
import { FINER } from '#geodata/style/basemap/ground.ts'
import type { ExtraBasemap } from '#geodata/style/build-style.ts'
import { addOwnGround } from './sync-layers.ts'
import { knownTilesets } from './tilesets.ts'

const BasemapAnswer = z.object({
  tiles: z.array(z.string()).min(1),
  minzoom: z.number().optional(),
  maxzoom: z.number().optional(),
  tileSize: z.number().optional(),
  attribution: z.string().optional(),
})

/** Quiet where nothing is configured; rejects when something is and cannot be read. */
export async function loadOwnGround(map: MapLibreMap): Promise<void> {
  const extraBasemap = await readBasemap()
  const hasFinerRelief = knownTilesets()?.[FINER] !== undefined
  if (extraBasemap || hasFinerRelief) addOwnGround(map, { extraBasemap, hasFinerRelief })
}

async function readBasemap(): Promise<ExtraBasemap | null> {
  const response = await fetch('/basemap/basemap.json', { headers: { accept: 'application/json' } })
  if (response.status === 204) return null
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
  return {
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
  }
}
