/**
 * Datasets of the catalogue to the database, all or nothing: everything is checked and written to a file of its own,
 * which takes the place of the database only when the last row is in.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import * as z from 'zod'
import type { DatasetDefinition } from '#geodata/contract/dataset.ts'
import { Geometry } from '#geodata/contract/geo.ts'
import { DATASETS, TILESETS } from '#geodata/datasets/catalogue.ts'
import { FINER_RELIEF, RELIEF } from '#geodata/datasets/relief/manifest.ts'
import { refreshOverlay } from '#server/queries/refresh-overlay.ts'
import { openStorage } from '#server/storage/open-storage.ts'
import type { Feature } from '#server/storage/storage.ts'
import { finerReliefTiles } from './build/finer-relief.ts'
import { reliefTiles } from './build/relief-tiles.ts'

const ROOT = resolve(import.meta.dirname, '..')
export const DATA_FOLDER = join(ROOT, 'geodata/datasets')
/** What decides how features become rows and tiles: a change here makes a database stale as new data do. */
const RULES = ['geodata/tiling', 'geodata/search', 'geodata/spatial', 'server/storage/sqlite/migrations']

export interface LoadOptions {
  databasePath: string
  dataFolder?: string
  /** GeoTIFF of heights in degrees, finer than the atlas's own. */
  elevation?: string | null
  /** One line of progress at a time. */
  log: (line: string) => void
}

/** Throws, naming the file, the feature and the field, and leaves the database as it was. */
export async function loadDatasets({
  databasePath,
  dataFolder = DATA_FOLDER,
  elevation = null,
  log,
}: LoadOptions): Promise<void> {
  const started = performance.now()
  const fingerprint = datasetsFingerprint(dataFolder, elevation)
  // First: what cannot be read should be told before all else is loaded.
  const finer = elevation === null ? null : await finerReliefTiles(elevation)
  const loading = `${databasePath}.loading-${process.pid}`
  mkdirSync(dirname(resolve(databasePath)), { recursive: true })
  removeDatabase(loading)
  try {
    const storage = await openStorage(loading, { datasets: DATASETS, tilesets: TILESETS, create: true })
    try {
      for (const definition of DATASETS) {
        const { featureCount } = await storage.replaceDataset(definition.id, readFeatures(definition, dataFolder))
        log(`${definition.id}: ${featureCount} features`)
      }
      await storage.replaceRasterTiles(RELIEF.id, reliefTiles())
      if (finer) await storage.replaceRasterTiles(FINER_RELIEF.id, finer)
      log(`${RELIEF.id}: tiles${finer ? `, ${finer.length} more of ${elevation}` : ''}`)
      log(`overlay: ${await refreshOverlay(storage)} distances from deposits`)
      await storage.markLoadedFrom(fingerprint)
    } finally {
      await storage.close()
    }
    removeDatabase(databasePath)
    renameSync(loading, databasePath)
  } finally {
    removeDatabase(loading)
  }
  log(`loaded ${DATASETS.length} datasets in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

/** Changes when a dataset, or a rule by which datasets are stored, changes. Looks at names, sizes and times only. */
export function datasetsFingerprint(dataFolder = DATA_FOLDER, elevation: string | null = null): string {
  const hash = createHash('sha256')
  const grid = elevation === null ? undefined : statSync(elevation, { throwIfNoEntry: false })
  if (grid) hash.update(`${elevation}\0${grid.size}\0${grid.mtimeMs}\0`)
  for (const folder of [dataFolder, ...RULES.map((rule) => join(ROOT, rule))])
    for (const path of filesIn(folder)) {
      const { size, mtimeMs } = statSync(join(folder, path))
      hash.update(`${path}\0${size}\0${mtimeMs}\0`)
    }
  return hash.digest('base64url')
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

/** The features of a dataset, checked against its schema. */
export function readFeatures(definition: DatasetDefinition, dataFolder = DATA_FOLDER): Feature[] {
  const path = join(dataFolder, definition.id, 'features.geojson')
  if (!existsSync(path)) throw new Error(`${path} is missing: build it with npm run data`)
  const Collection = z.object({ features: z.array(featureSchema(definition)) })
  const parsed = Collection.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new Error(`${path}: ${issue?.path.join('.')}: ${issue?.message}`)
  }
  const seen = new Set<string>()
  for (const { id } of parsed.data.features) {
    if (seen.has(id)) throw new Error(`${path}: the id ${id} is used twice`)
    seen.add(id)
  }
  return parsed.data.features
}

const KINDS: Readonly<Record<DatasetDefinition['geometry'], readonly string[]>> = {
  point: ['Point'],
  line: ['LineString', 'MultiLineString'],
  area: ['Polygon', 'MultiPolygon'],
  mixed: ['Point', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'],
  none: [],
}

function featureSchema(definition: DatasetDefinition) {
  const kinds = KINDS[definition.geometry]
  return z.object({
    id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._~-]{0,119}$/, 'expected letters, digits, . _ ~ and -'),
    geometry: Geometry.nullable().refine((geometry) => geometry === null || kinds.includes(geometry.type), {
      message: `expected ${kinds.join(', ') || 'no'} geometry`,
    }),
    properties: definition.properties,
  })
}

function removeDatabase(path: string): void {
  for (const file of [path, `${path}-wal`, `${path}-shm`]) rmSync(file, { force: true })
}

if (process.argv[1] === import.meta.filename) {
  const [databasePath = join(ROOT, 'var/orelink.sqlite')] = process.argv.slice(2)
  await loadDatasets({ databasePath, log: (line) => console.log(line) })
}
