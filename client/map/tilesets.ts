/**
 * Where the server's tiles are, asked for once and before all else: the map then need not ask each tileset for its
 * TileJSON before it can ask for a tile.
 */
import * as z from 'zod'
import type { TileAddress } from '#geodata/style/build-style.ts'

const TilesetList = z.object({
  tilesets: z.array(
    z.object({
      id: z.string(),
      tiles: z.array(z.string()).min(1),
      minzoom: z.number(),
      maxzoom: z.number(),
      bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
      attribution: z.string().optional(),
    }),
  ),
})

export type Tilesets = Readonly<Record<string, TileAddress>>

let tilesets: Tilesets | undefined

/** Undefined until they are read: sources then read their own TileJSON. */
export function knownTilesets(): Tilesets | undefined {
  return tilesets
}

/** Reads the answer of `/tiles.json`; rejects where it is none. */
export async function readTilesets(asked: Promise<Response>): Promise<void> {
  const response = await asked
  if (!response.ok) throw new Error(`/tiles.json answered ${response.status}`)
  const list = TilesetList.parse(await response.json())
  tilesets = Object.fromEntries(
    list.tilesets.map(({ id, tiles: [first = ''], minzoom, maxzoom, bounds, attribution }) => [
      id,
      // A style's addresses are absolute; braces of the template must survive.
      {
        template: first.startsWith('/') ? location.origin + first : first,
        minZoom: minzoom,
        maxZoom: maxzoom,
        bounds,
        ...(attribution && { attribution }),
      },
    ]),
  )
}
