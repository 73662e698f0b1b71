/** What becomes of loading, tiles, boxes, nearest and facets when there are 100 thousand or a million deposits. */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BBox, Position } from '#geodata/contract/geo.ts'
import { DATASETS, TILESETS } from '#geodata/datasets/catalogue.ts'
import { readFeatures } from '#scripts/load-datasets.ts'
import { nearestInDataset } from '#server/queries/nearest-in-dataset.ts'
import { openStorage } from '#server/storage/open-storage.ts'
import type { Feature, Storage } from '#server/storage/storage.ts'
import { createTileService } from '#server/tiles/tile-service.ts'
import { ms, percentile, type Section, seededRandom, timed } from './measure.ts'
import { syntheticDeposits } from './synthetic-deposits.ts'
import { tileAt } from './tile-at.ts'

const ZOOMS = [3, 4, 5, 6, 7, 8, 9, 10, 12]
const REPEATS = 200
const BOX_DEG = 0.2

interface World {
  count: number
  perSecond: number
  fileMb: number
  memoryMb: number
  /** Milliseconds by name: p50 and p95. */
  times: Map<string, { p50: number; p95: number }>
}

export async function scale(sizes: readonly number[]): Promise<Section> {
  const definition = DATASETS.find(({ id }) => id === 'deposits')
  if (!definition) throw new Error('there is no dataset of deposits')
  const real = readFeatures(definition)
  const worlds: World[] = []
  for (const size of sizes) worlds.push(await measureWorld(real, size))
  return report(worlds)
}

async function measureWorld(real: readonly Feature[], count: number): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'orelink-bench-'))
  const file = join(folder, 'world.sqlite')
  const storage = await openStorage(file, { datasets: DATASETS, tilesets: TILESETS, create: true })
  try {
    const loadMs = await timed(() => storage.replaceDataset('deposits', syntheticDeposits(real, count)))
    await storage.markLoadedFrom('synthetic')
    const times = await measureQuestions(storage, real)
    return {
      count,
      perSecond: count / (loadMs / 1000),
      fileMb: statSync(file).size / 2 ** 20,
      memoryMb: process.memoryUsage().rss / 2 ** 20,
      times,
    }
  } finally {
    await storage.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureQuestions(storage: Storage, real: readonly Feature[]): Promise<World['times']> {
  const random = seededRandom(3)
  const place = (): Position => {
    const geometry = real[Math.floor(random() * real.length)]?.geometry
    const [lon = 69, lat = 30] = geometry?.type === 'Point' ? geometry.coordinates : []
    return [lon + (random() - 0.5) * 0.3, lat + (random() - 0.5) * 0.3]
  }
  const times: World['times'] = new Map()
  const repeat = async (name: string, repeats: number, work: () => unknown) => {
    const measured: number[] = []
    for (let i = 0; i < repeats; i += 1) measured.push(await timed(work))
    times.set(name, { p50: percentile(measured, 0.5), p95: percentile(measured, 0.95) })
  }
  const cold = { ...storage, storedTile: async () => undefined, storeTile: async () => {} }
  const tiles = createTileService({ storage: cold, datasets: DATASETS, tilesets: {}, memoryBytes: 1 })
  for (const z of ZOOMS)
    await repeat(`cold tile, zoom ${z}`, z < 6 ? 20 : REPEATS, () => {
      const { x, y } = tileAt([place()[0], place()[1]], z)
      return tiles.tile('deposits', z, x, y)
    })
  tiles.close()
  await repeat('box of 0.2°, 100 features', REPEATS, () => {
    const [lon, lat] = place()
    const box: BBox = [lon, lat, lon + BOX_DEG, lat + BOX_DEG]
    return storage.candidates('deposits', box, { limit: 100 })
  })
  const signal = new AbortController().signal
  await repeat('nearest 10', REPEATS, () =>
    nearestInDataset({ place: place(), dataset: 'deposits', limit: 10 }, { storage, signal }),
  )
  await repeat('filter: copper in Balochistan, first 50', 20, () =>
    storage.listDeposits(
      { commodity: ['copper'], province: ['balochistan'] },
      { limit: 50, offset: 0, sort: 'importance', order: 'desc' },
    ),
  )
  await repeat('counts of every facet under that filter', 20, () =>
    storage.depositFacets({ commodity: ['copper'], province: ['balochistan'] }),
  )
  return times
}

function report(worlds: readonly World[]): Section {
  const names = [...(worlds[0]?.times.keys() ?? [])]
  const growth = (name: string) => {
    const [small, large] = [worlds[0]?.times.get(name), worlds.at(-1)?.times.get(name)]
    return small && large ? large.p95 / small.p95 : Number.NaN
  }
  const tenfold = (worlds.at(-1)?.count ?? 0) / (worlds[0]?.count ?? 1)
  const nearLogarithmic = ['box of 0.2°, 100 features', 'nearest 10'].map((name) => ({
    what: `${name}: growth when deposits grow ${tenfold} times`,
    measured: `${growth(name).toFixed(1)} times`,
    limit: '≤ 3 times',
    isKept: growth(name) <= 3,
  }))
  const number = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 0 })
  return {
    title: 'Scale',
    method:
      'Synthetic deposits, each near a real one with its properties (seeded, so that every run has the same world). Times are p50 / p95 in ms; tiles cold, every cache off.',
    head: ['', ...worlds.map(({ count }) => number(count)), 'growth of p95'],
    rows: [
      ['loaded a second', ...worlds.map(({ perSecond }) => number(perSecond)), ''],
      ['database, MB', ...worlds.map(({ fileMb }) => number(fileMb)), ''],
      ['memory of the process, MB', ...worlds.map(({ memoryMb }) => number(memoryMb)), ''],
      ...names.map((name) => [
        name,
        ...worlds.map(({ times }) => {
          const found = times.get(name)
          return found ? `${ms(found.p50)} / ${ms(found.p95)}` : ''
        }),
        growth(name).toFixed(1),
      ]),
    ],
    checks: tenfold > 1 ? nearLogarithmic : [],
  }
}
