/** The application over the real datasets in memory (of the roads only the main ones), for tests that ask it by HTTP. */
import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import { pino } from 'pino'
import { DATASETS, TILESETS } from '#geodata/datasets/catalogue.ts'
import { readFeatures } from '#scripts/load-datasets.ts'
import { createApp } from '#server/app.ts'
import { systemClock } from '#server/clock.ts'
import { type Config, readConfig } from '#server/config.ts'
import { createGraphCache } from '#server/graph-cache.ts'
import { createMetrics } from '#server/http/metrics.ts'
import { createTileVersions } from '#server/http/tile-versions.ts'
import { createAnswerCache } from '#server/queries/answer-cache.ts'
import { openStorage } from '#server/storage/open-storage.ts'
import type { Storage } from '#server/storage/storage.ts'
import { createTileService } from '#server/tiles/tile-service.ts'

const HEAVY = ['mine-tracks', 'network-roads', 'network-railways', 'rivers', 'lakes', 'places', 'glaciers', 'land']
const MAIN_ROADS: readonly unknown[] = ['motorway', 'trunk']
/** One real tile of the relief is enough to ask for. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

export interface AtlasApp {
  app: RequestListener
  storage: Storage
  /** Calls of the store so far, by method. */
  calls: Map<string, number>
}

/** Loads what tests need; takes seconds, so a test file does it once. */
async function openWorld(): Promise<Storage> {
  const storage = await openStorage(':memory:', { datasets: DATASETS, tilesets: TILESETS, create: true })
  for (const definition of DATASETS) {
    if (HEAVY.includes(definition.id)) continue
    const features = readFeatures(definition).filter(
      ({ properties }) => definition.id !== 'roads' || ('class' in properties && MAIN_ROADS.includes(properties.class)),
    )
    await storage.replaceDataset(definition.id, features)
  }
  await storage.replaceRasterTiles('relief', [{ z: 0, x: 0, y: 0, png: PIXEL }])
  await storage.replaceRasterTiles('relief-finer', [{ z: 7, x: 88, y: 53, png: PIXEL }])
  return storage
}

/** An application of its own settings and memory, on a store of its own or on one that is open already. */
export async function openAtlas(args: readonly string[] = [], opened?: Storage): Promise<AtlasApp> {
  const storage = opened ?? (await openWorld())
  const calls = new Map<string, number>()
  const counted = new Proxy(storage, {
    get(target, name, receiver) {
      const value = Reflect.get(target, name, receiver)
      if (typeof value !== 'function') return value
      return (...given: unknown[]) => {
        calls.set(String(name), (calls.get(String(name)) ?? 0) + 1)
        return Reflect.apply(value, target, given)
      }
    },
  })
  const config = configOf(['--rate-limit', '0', '--client', join(import.meta.dirname, 'no-client'), ...args])
  const parts = {
    storage: counted,
    graph: createGraphCache({ storage: counted, networkFile: config.network }),
    tiles: createTileService({ storage: counted, datasets: DATASETS, tilesets: TILESETS }),
    versions: await createTileVersions(counted, TILESETS),
    datasets: DATASETS,
    config,
    log: pino({ level: 'silent' }),
    clock: systemClock,
    metrics: createMetrics(),
    cache: createAnswerCache(counted),
  }
  return { app: createApp(parts, { checkAnswers: true }), storage, calls }
}

export function configOf(args: readonly string[]): Config {
  const reading = readConfig(args, {})
  if (reading.kind !== 'config') throw new Error(`the test's own settings are wrong: ${JSON.stringify(reading)}`)
  return reading.config
}
