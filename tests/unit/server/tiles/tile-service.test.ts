/** Tiles on demand: built once, kept, dropped when stale; a failure is told and forgotten. */
import { gunzipSync } from 'node:zlib'
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStorage } from '#server/storage/open-storage.ts'
import type { Storage, StoredTile } from '#server/storage/storage.ts'
import { createTileService } from '#server/tiles/tile-service.ts'
import { town, track, WORLD_DATASETS, WORLD_TILESETS } from '#tests/contract/storage-world.ts'

const known = { datasets: WORLD_DATASETS, tilesets: WORLD_TILESETS }
let storage: Storage
/** How often features were read for a tile: what building costs. */
let reads = 0

beforeEach(async () => {
  const opened = await openStorage(':memory:', { ...known, create: true })
  reads = 0
  storage = {
    ...opened,
    tileFeatures: (...address) => {
      reads++
      return opened.tileFeatures(...address)
    },
  }
  await storage.replaceDataset('towns', [town('gwadar', [62.3, 25.1])])
  await storage.replaceDataset('tracks', [
    track('coast', [
      [62.3, 25.1],
      [67, 25],
    ]),
  ])
})
afterEach(() => storage.close())

function layersOf(tile: StoredTile | undefined): Record<string, number> {
  if (!tile) throw new Error('no tile')
  const { layers } = new VectorTile(new PbfReader(gunzipSync(tile.gzip)))
  return Object.fromEntries(Object.entries(layers).map(([name, layer]) => [name, layer.length]))
}

test('a hundred who ask at once get one tile, built once', async () => {
  const tiles = createTileService({ storage, ...known })
  const answers = await Promise.all(Array.from({ length: 100 }, () => tiles.tile('towns', 4, 10, 6)))
  expect(reads).toBe(1)
  expect(new Set(answers).size).toBe(1)
  expect(layersOf(answers[0])).toEqual({ towns: 1 })
})

test('a tile outlives the service in the store, with the same tag', async () => {
  const first = await createTileService({ storage, ...known }).tile('towns', 4, 10, 6)
  const second = await createTileService({ storage, ...known }).tile('towns', 4, 10, 6)
  expect(reads).toBe(1)
  expect(second?.etag).toBe(first?.etag)
  expect(Buffer.from(second?.gzip ?? []).equals(Buffer.from(first?.gzip ?? []))).toBe(true)
})

test('a composite is the layers of its datasets in a row; one that reaches deeper keeps the shallower', async () => {
  const tiles = createTileService({ storage, ...known })
  expect(layersOf(await tiles.tile('pair', 4, 10, 6))).toEqual({ towns: 1, tracks: 1 })
  expect(tiles.zoomRange('pair')).toEqual({ minZoom: 0, maxZoom: 12 })
  expect(tiles.zoomRange('towns')).toEqual({ minZoom: 0, maxZoom: 8 })
  const x = Math.floor(((62.3 + 180) / 360) * 2 ** 12)
  const layers = await Promise.all(
    [...Array(6).keys()].map(async (i) => {
      const tile = await tiles.tile('pair', 12, x, 1750 + i)
      return tile && tile.gzip.byteLength > 0 ? layersOf(tile) : {}
    }),
  )
  expect(layers).toContainEqual({ towns: 1, tracks: 1 })
})

test('an empty tile has no bytes; a tile that cannot be has no answer', async () => {
  const tiles = createTileService({ storage, ...known })
  expect((await tiles.tile('towns', 4, 0, 0))?.gzip.byteLength).toBe(0)
  for (const [name, z, x, y] of [
    ['nowhere', 0, 0, 0],
    ['prices', 0, 0, 0],
    ['towns', 9, 0, 0],
    ['towns', 3, 8, 0],
    ['towns', 3, -1, 0],
    ['towns', 3, 0.5, 0],
  ] as const)
    expect(await tiles.tile(name, z, x, y), `${name}/${z}/${x}/${y}`).toBeUndefined()
})

test('a failure reaches everyone who waited and is not kept', async () => {
  let isBroken = true
  const failing: Storage = {
    ...storage,
    tileFeatures: async (...address) => {
      if (isBroken) throw new Error('the disk is gone')
      return storage.tileFeatures(...address)
    },
  }
  const tiles = createTileService({ storage: failing, ...known })
  const asked = await Promise.allSettled([tiles.tile('towns', 4, 10, 6), tiles.tile('towns', 4, 10, 6)])
  expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  isBroken = false
  expect(layersOf(await tiles.tile('towns', 4, 10, 6))).toEqual({ towns: 1 })
})

test('a write makes the next answer new, here and in composites, and leaves far tiles alone', async () => {
  const tiles = createTileService({ storage, ...known })
  const before = await tiles.tile('pair', 4, 10, 6)
  const far = await tiles.tile('pair', 4, 3, 6)
  await storage.putFeature('towns', town('pasni', [63.5, 25.3]))
  expect(tiles.remembered('pair', 4, 10, 6)).toBeUndefined()
  expect(tiles.remembered('pair', 4, 3, 6)).toBe(far)
  const after = await tiles.tile('pair', 4, 10, 6)
  expect(after?.etag).not.toBe(before?.etag)
  expect(layersOf(after)).toEqual({ towns: 2, tracks: 1 })
})

test('a tile begun before a write and finished after it shows the write', async () => {
  let release: (() => void) | undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const slow: Storage = {
    ...storage,
    tileFeatures: async (...address) => {
      const features = await storage.tileFeatures(...address)
      await held
      return features
    },
  }
  const tiles = createTileService({ storage: slow, ...known })
  const asked = tiles.tile('towns', 4, 10, 6)
  await storage.putFeature('towns', town('pasni', [63.5, 25.3]))
  release?.()
  expect(layersOf(await asked)).toEqual({ towns: 2 })
  expect(layersOf(await storage.storedTile('towns', 4, 10, 6))).toEqual({ towns: 2 })
})
