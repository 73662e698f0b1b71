/** What every store must do, whatever it is made of. Called once for each implementation. */
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BBox, Position } from '#geodata/contract/geo.ts'
import { bboxContains, bboxesMeet, bboxOf } from '#geodata/spatial/bbox.ts'
import type { OverlayEntry, Storage, TilesTouched } from '#server/storage/storage.ts'
import { depositContract } from './storage-contract-deposits.ts'
import { filterContract } from './storage-contract-filters.ts'
import { plainFeature, town, track } from './storage-world.ts'

const EVERYTHING: BBox = [-180, -90, 180, 90]
const all = { limit: 10_000 }
const NEIGHBOUR: NonNullable<OverlayEntry['neighbour']> = {
  ref: { dataset: 'towns', id: 'x' },
  name: { en: 'X', ur: null, zh: null },
  ...{
    distanceKm: 0,
    bearingDeg: 90,
    nearestPoint: [66, 29],
    geometryQuality: 'mapped',
    facts: { rank: 1, note: null },
  },
}

export function storageContract(open: () => Promise<Storage>): void {
  let storage: Storage
  beforeEach(async () => {
    storage = await open()
  })
  afterEach(() => storage.close())

  describe('features', () => {
    test('an empty store has nothing and says so', async () => {
      expect(await storage.datasets()).toEqual([])
      expect(await storage.feature({ dataset: 'towns', id: 'a' })).toBeUndefined()
      expect(await storage.candidates('towns', EVERYTHING, all)).toEqual([])
      expect(await storage.tileFeatures('towns', 0, 0, 0)).toEqual([])
      await expect(storage.ping()).resolves.toBeUndefined()
    })

    test('what is written is read back as it was', async () => {
      const features = [town('gwadar', [62.3254, 25.1264], 3, ['گوادر']), town('quetta', [67.01, 30.18])]
      const state = await storage.replaceDataset('towns', features)
      expect(state).toMatchObject({ id: 'towns', featureCount: 2, bbox: [62.3254, 25.1264, 67.01, 30.18] })
      expect(await storage.datasets()).toEqual([state])
      expect(await storage.feature({ dataset: 'towns', id: 'gwadar' })).toEqual(features[0])
    })

    test('records without a place are kept and never found by place', async () => {
      await storage.replaceDataset('prices', [plainFeature('copper-2025', null)])
      expect(await storage.features('prices', all)).toHaveLength(1)
      expect(await storage.candidates('prices', EVERYTHING, all)).toEqual([])
    })

    test('shapes alone come by id, without what has no place, and page by page', async () => {
      const places = [town('b', [67, 30]), town('a', [66, 29]), town('c', [68, 31])]
      await storage.replaceDataset('towns', places)
      expect(await storage.shapes('towns', { limit: 2 })).toEqual([
        { id: 'a', geometry: { type: 'Point', coordinates: [66, 29] } },
        { id: 'b', geometry: { type: 'Point', coordinates: [67, 30] } },
      ])
      expect((await storage.shapes('towns', { limit: 2, after: 'b' })).map(({ id }) => id)).toEqual(['c'])
      await storage.replaceDataset('prices', [plainFeature('copper-2025', null)])
      expect(await storage.shapes('prices', all)).toEqual([])
      expect(await storage.shapes('nothing', all)).toEqual([])
    })

    test('pages follow the ids', async () => {
      const ids = ['a', 'b', 'c', 'd', 'e']
      await storage.replaceDataset(
        'towns',
        ids.toReversed().map((id) => town(id, [66, 29])),
      )
      const idsOf = async (page: { limit: number; after?: string }) => [
        (await storage.features('towns', page)).map(({ id }) => id),
        (await storage.candidates('towns', EVERYTHING, page)).map(({ id }) => id),
      ]
      expect(await idsOf({ limit: 2 })).toEqual([
        ['a', 'b'],
        ['a', 'b'],
      ])
      expect(await idsOf({ limit: 9, after: 'b' })).toEqual([
        ['c', 'd', 'e'],
        ['c', 'd', 'e'],
      ])
    })

    test('the version changes with every write and not otherwise; equal content gives an equal version', async () => {
      const first = await storage.replaceDataset('towns', [town('a', [66, 29])])
      await storage.putFeature('towns', town('b', [67, 29]))
      const [second] = await storage.datasets()
      expect(second?.version).not.toBe(first.version)
      expect(second).toMatchObject({ featureCount: 2, bbox: [66, 29, 67, 29] })
      await storage.removeFeature({ dataset: 'towns', id: 'b' })
      expect((await storage.datasets())[0]).toMatchObject({ featureCount: 1 })
      expect((await storage.replaceDataset('towns', [town('a', [66, 29])])).version).toBe(first.version)
    })

    test('a replacement that fails half way changes nothing', async () => {
      const before = await storage.replaceDataset('towns', [town('a', [66, 29])])
      function* failing() {
        yield town('b', [67, 30])
        throw new Error('the disk is gone')
      }
      await expect(storage.replaceDataset('towns', failing())).rejects.toThrow('the disk is gone')
      expect(await storage.datasets()).toEqual([before])
      expect((await storage.features('towns', all)).map(({ id }) => id)).toEqual(['a'])
      expect(await storage.searchCandidates('b', 10)).toEqual([])
    })

    test('a removed feature is gone everywhere', async () => {
      await storage.replaceDataset('towns', [town('gwadar', [62.3, 25.1])])
      expect(await storage.searchCandidates('gwadar', 5)).toHaveLength(1)
      expect(await storage.tileFeatures('towns', 0, 0, 0)).toHaveLength(1)
      await storage.removeFeature({ dataset: 'towns', id: 'gwadar' })
      expect(await storage.searchCandidates('gwadar', 5)).toEqual([])
      expect(await storage.tileFeatures('towns', 0, 0, 0)).toEqual([])
      expect(await storage.candidates('towns', EVERYTHING, all)).toEqual([])
    })

    test('an unknown dataset is refused by name', async () => {
      await expect(storage.replaceDataset('nonsense', [])).rejects.toThrow('nonsense')
    })
  })

  describe('the overlay', () => {
    const entry = (deposit: string, kind: 'port' | 'grid', distanceKm: number | null): OverlayEntry => ({
      ...{ kind, deposit, position: [66, 29] },
      neighbour: distanceKm === null ? null : { ...NEIGHBOUR, distanceKm },
    })

    test('keeps the entries of each kind, and what they were made from, until they are replaced', async () => {
      expect([await storage.overlayStates(), await storage.overlayEntries()]).toEqual([[], []])
      const [ports, grids] = [[entry('a', 'port', 12.5), entry('b', 'port', null)], [entry('a', 'grid', 3)]]
      await storage.replaceOverlay({ kind: 'port', sources: 'ports@1', deposits: '1' }, ports)
      await storage.replaceOverlay({ kind: 'grid', sources: 'lines@1', deposits: '1' }, grids)
      expect(await storage.overlayEntries()).toEqual(expect.arrayContaining([...ports, ...grids]))
      expect(await storage.overlayOfDeposit('a')).toHaveLength(2)
      expect(await storage.overlayOfDeposit('none')).toEqual([])
      await storage.replaceOverlay({ kind: 'port', sources: 'ports@2', deposits: '2' }, [entry('b', 'port', 1)])
      expect(await storage.overlayEntries()).toHaveLength(2)
      expect(await storage.overlayStates()).toEqual(
        expect.arrayContaining([
          { kind: 'port', sources: 'ports@2', deposits: '2' },
          { kind: 'grid', sources: 'lines@1', deposits: '1' },
        ]),
      )
    })
  })

  describe('tiles', () => {
    test('features are drawn from their first zoom on', async () => {
      await storage.replaceDataset('towns', [town('capital', [66, 29], 0), town('hamlet', [66.1, 29], 6)])
      const drawn = async (z: number, x: number, y: number) =>
        (await storage.tileFeatures('towns', z, x, y)).map(({ id }) => id)
      expect(await drawn(5, 21, 13)).toEqual(['capital'])
      expect((await drawn(6, 43, 26)).sort()).toEqual(['capital', 'hamlet'])
    })

    test('stored tiles come back byte for byte', async () => {
      const tile = { gzip: Uint8Array.of(1, 2, 255), etag: '"x"' }
      expect(await storage.storedTile('towns', 3, 5, 3)).toBeUndefined()
      await storage.storeTile('towns', 3, 5, 3, tile)
      const found = await storage.storedTile('towns', 3, 5, 3)
      expect([...(found?.gzip ?? [])]).toEqual([1, 2, 255])
      expect(found?.etag).toBe('"x"')
    })

    test('a write drops the tiles that it touches, those of composites too, and no other', async () => {
      await storage.replaceDataset('towns', [town('moving', [-60, 45], 2)])
      const tile = { gzip: Uint8Array.of(1), etag: '"x"' }
      const addresses = ['towns', 'pair', 'tracks'].flatMap((tileset) =>
        [0, 1, 2].flatMap((z) =>
          [...Array(4 ** z).keys()].map((i) => ({ tileset, z, x: i % 2 ** z, y: Math.floor(i / 2 ** z) })),
        ),
      )
      for (const { tileset, z, x, y } of addresses) await storage.storeTile(tileset, z, x, y, tile)
      const heard: TilesTouched[] = []
      const stop = storage.onTilesTouched((touched) => heard.push(touched))
      await storage.putFeature('towns', town('moving', [60, -45], 2))
      stop()
      const dropped: string[] = []
      for (const { tileset, z, x, y } of addresses)
        if (!(await storage.storedTile(tileset, z, x, y))) dropped.push(`${tileset}/${z}/${x}/${y}`)
      // At 60° W 45° N and at 60° E 45° S the town lies within the tile, far from its edges; zoom 2 is its first.
      expect(dropped.sort()).toEqual(['pair/2/1/1', 'pair/2/2/2', 'towns/2/1/1', 'towns/2/2/2'])
      expect(heard).toHaveLength(1)
      const told = heard[0]?.tiles === 'all' ? [] : (heard[0]?.tiles ?? [])
      expect(told.map(({ tileset, z, x, y }) => `${tileset}/${z}/${x}/${y}`).sort()).toEqual(dropped)
    })

    test('a diagonal line does not drop the tiles that only its box touches', async () => {
      await storage.replaceDataset('tracks', [])
      const tile = { gzip: Uint8Array.of(1), etag: '"x"' }
      for (let x = 0; x < 4; x++) for (let y = 0; y < 4; y++) await storage.storeTile('tracks', 2, x, y, tile)
      await storage.putFeature(
        'tracks',
        track('diagonal', [
          [-170, 80],
          [-45, 40],
          [170, -80],
        ]),
      )
      expect(await storage.storedTile('tracks', 2, 0, 0)).toBeUndefined()
      expect(await storage.storedTile('tracks', 2, 3, 3)).toBeUndefined()
      expect(await storage.storedTile('tracks', 2, 3, 0)).toBeDefined()
      expect(await storage.storedTile('tracks', 2, 0, 3)).toBeDefined()
    })

    test('raster tiles are replaced whole', async () => {
      const png = Uint8Array.of(137, 80)
      await storage.replaceRasterTiles('relief', [
        { z: 0, x: 0, y: 0, png },
        { z: 3, x: 5, y: 3, png },
      ])
      expect(await storage.rasterTilesets()).toMatchObject([{ id: 'relief', minZoom: 0, maxZoom: 3 }])
      await storage.replaceRasterTiles('relief', [{ z: 1, x: 0, y: 0, png }])
      expect(await storage.rasterTile('relief', 0, 0, 0)).toBeUndefined()
      expect([...((await storage.rasterTile('relief', 1, 0, 0))?.png ?? [])]).toEqual([137, 80])
      expect(await storage.rasterTilesets()).toMatchObject([{ minZoom: 1, maxZoom: 1 }])
    })
  })

  depositContract(() => storage)
  filterContract(() => storage)

  test('candidates refined by geometry are what a scan of everything finds', async () => {
    const position = fc.tuple(
      fc.double({ min: 60, max: 78, noNaN: true }),
      fc.double({ min: 23, max: 38, noNaN: true }),
    ) as fc.Arbitrary<Position>
    const world = fc.array(fc.array(position, { minLength: 1, maxLength: 4 }), { maxLength: 60 })
    const box = fc
      .tuple(position, position)
      .map(([a, b]): BBox => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])])
    await fc.assert(
      fc.asyncProperty(world, box, async (shapes, bbox) => {
        const features = shapes.map((shape, index) =>
          shape.length === 1 && shape[0] ? town(`f${index}`, shape[0]) : track(`f${index}`, shape),
        )
        await storage.replaceDataset('tracks', features)
        const meets = (feature: (typeof features)[number]) =>
          feature.geometry !== null && bboxesMeet(bboxOf(feature.geometry), bbox)
        const found = await storage.candidates('tracks', bbox, all)
        const expected = features.filter(meets).sort((a, b) => (a.id < b.id ? -1 : 1))
        expect(found.filter(meets)).toEqual(expected)
        for (const [lon, lat] of expected.flatMap(({ geometry }) =>
          geometry?.type === 'Point' ? [geometry.coordinates] : [],
        ))
          expect(bboxContains(bbox, [lon, lat])).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
}
