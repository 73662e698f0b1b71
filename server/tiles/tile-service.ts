/**
 * Tiles on demand: from memory, from the store, or encoded once, gzipped once and stored. However many ask for a tile at
 * once, it is built once; what failed to build is kept nowhere; a write drops what it made stale, here as in the store.
 */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import type { DatasetDefinition } from '#geodata/contract/dataset.ts'
import type { RasterTile, StoredTile, TileStore, TilesTouched } from '../storage/storage.ts'
import { encodeTile } from './encode-tile.ts'

const compress = promisify(gzip)
const GZIP_LEVEL = 6
const MEMORY_BYTES = 96 * 2 ** 20
/** What a kept tile costs beside its bytes. */
const ENTRY_BYTES = 300

export interface TileServiceOptions {
  storage: TileStore
  datasets: readonly DatasetDefinition[]
  /** Composite tilesets by name: the datasets whose layers they hold, in order. */
  tilesets: Readonly<Record<string, readonly string[]>>
  memoryBytes?: number
}

export interface ZoomRange {
  minZoom: number
  maxZoom: number
}

export interface TileService {
  /** The zooms of a dataset's or composite's tiles; undefined where it has none. */
  zoomRange(tileset: string): ZoomRange | undefined
  /** The tile if it is in memory: for handlers that want no promise. */
  remembered(tileset: string, z: number, x: number, y: number): StoredTile | undefined
  /** Gzipped bytes, none for an empty tile; undefined where there is no such tile: unknown tileset, zoom or column outside. */
  tile(tileset: string, z: number, x: number, y: number): Promise<StoredTile | undefined>
  /** A stored PNG, or undefined. */
  rasterTile(tileset: string, z: number, x: number, y: number): Promise<RasterTile | undefined>
  /** Stops listening to the store. */
  close(): void
}

export function createTileService(options: TileServiceOptions): TileService {
  const { storage, datasets, tilesets, memoryBytes = MEMORY_BYTES } = options
  const layers = layersByTileset(datasets, tilesets)
  const memory = new LRUCache<string, StoredTile>({
    maxSize: memoryBytes,
    sizeCalculation: ({ gzip: bytes }) => bytes.byteLength + ENTRY_BYTES,
  })
  const underWay = new Map<string, Promise<StoredTile>>()
  /** Counts the writes that touched a tileset: a tile begun before one and finished after is not kept. */
  const writes = new Map<string, number>()
  const stopListening = storage.onTilesTouched((touched) => {
    for (const tileset of touched.tilesets) writes.set(tileset, (writes.get(tileset) ?? 0) + 1)
    forget(memory, touched)
  })

  function zoomRange(tileset: string): ZoomRange | undefined {
    const members = layers.get(tileset)
    if (!members || members.length === 0) return undefined
    return {
      minZoom: Math.min(...members.map(({ minZoom }) => minZoom)),
      maxZoom: Math.max(...members.map(({ maxZoom }) => maxZoom)),
    }
  }

  async function encoded(tileset: string, z: number, x: number, y: number): Promise<Uint8Array> {
    const pieces: Uint8Array[] = []
    for (const { id, minZoom } of layers.get(tileset) ?? [])
      if (z >= minZoom) pieces.push(encodeTile(id, await storage.tileFeatures(id, z, x, y), z, x, y))
    return Buffer.concat(pieces)
  }

  async function storedOrBuilt(tileset: string, z: number, x: number, y: number): Promise<StoredTile> {
    for (;;) {
      const before = writes.get(tileset)
      let tile = await storage.storedTile(tileset, z, x, y)
      if (!tile) {
        tile = await packed(await encoded(tileset, z, x, y))
        if (writes.get(tileset) === before) await storage.storeTile(tileset, z, x, y, tile)
      }
      if (writes.get(tileset) !== before) continue
      memory.set(keyOf(tileset, z, x, y), tile)
      return tile
    }
  }

  return {
    zoomRange,
    remembered: (tileset, z, x, y) => memory.get(keyOf(tileset, z, x, y)),
    async tile(tileset, z, x, y) {
      const key = keyOf(tileset, z, x, y)
      const kept = memory.get(key) ?? underWay.get(key)
      if (kept) return kept
      const range = zoomRange(tileset)
      if (!range || z < range.minZoom || z > range.maxZoom || !isTile(z, x, y)) return undefined
      const building = storedOrBuilt(tileset, z, x, y).finally(() => underWay.delete(key))
      underWay.set(key, building)
      return building
    },
    rasterTile: (tileset, z, x, y) => storage.rasterTile(tileset, z, x, y),
    close: stopListening,
  }
}

interface Layer extends ZoomRange {
  id: string
}

/** Above its own highest zoom a dataset stays in a composite, with its most detailed shapes. */
function layersByTileset(
  datasets: readonly DatasetDefinition[],
  tilesets: Readonly<Record<string, readonly string[]>>,
): Map<string, Layer[]> {
  const single = new Map<string, Layer[]>()
  for (const { id, tiles } of datasets)
    if (tiles) single.set(id, [{ id, minZoom: tiles.minZoom, maxZoom: tiles.maxZoom }])
  const composites = Object.entries(tilesets).map(([name, members]): [string, Layer[]] => [
    name,
    members.flatMap((member) => single.get(member) ?? []),
  ])
  return new Map([...single, ...composites])
}

function forget(memory: LRUCache<string, StoredTile>, { tilesets, tiles }: TilesTouched): void {
  if (tiles !== 'all') {
    for (const { tileset, z, x, y } of tiles) memory.delete(keyOf(tileset, z, x, y))
    return
  }
  const prefixes = tilesets.map((tileset) => `${tileset}/`)
  for (const key of [...memory.keys()]) if (prefixes.some((prefix) => key.startsWith(prefix))) memory.delete(key)
}

function keyOf(tileset: string, z: number, x: number, y: number): string {
  return `${tileset}/${z}/${x}/${y}`
}

function isTile(z: number, x: number, y: number): boolean {
  const side = 2 ** z
  return [z, x, y].every(Number.isInteger) && x >= 0 && x < side && y >= 0 && y < side
}

/** Node leaves the time out of gzip headers, so equal features give equal bytes and an equal tag. */
async function packed(bytes: Uint8Array): Promise<StoredTile> {
  const zipped = bytes.byteLength === 0 ? new Uint8Array(0) : await compress(bytes, { level: GZIP_LEVEL })
  return { gzip: zipped, etag: `"${createHash('sha256').update(zipped).digest('base64url').slice(0, 27)}"` }
}
