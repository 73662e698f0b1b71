/** `npm run data [-- id …]`: rebuilds the datasets (all, or those named and the sources) from the folder of facts and open data. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DATASETS, datasetById } from '#geodata/datasets/catalogue.ts'
import { RELIEF } from '#geodata/datasets/relief/manifest.ts'
import type { BuiltFeature, DatasetBuilder, Inputs } from './build/builder.ts'
import { BUILDERS } from './build/builders.ts'
import { openInputs } from './build/inputs.ts'
import { buildRelief } from './build/relief.ts'
import { writeDataset } from './build/write-dataset.ts'
import { TRANSPORT_NETWORK, writeTransportNetwork } from './build-transport-network.ts'

const DATASET_FOLDER = resolve(import.meta.dirname, '../geodata/datasets')

interface BuildCount {
  dataset: string
  features: number
  seconds: number
}

/** Features of a dataset as it lies in the folder; none if it was never built. */
function featuresOnFile(id: string, folder: string): BuiltFeature[] {
  const path = join(folder, id, 'features.geojson')
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).features : []
}

/** Which builders must run so that the named datasets are new; `sources` always follows. */
function buildersFor(ids: readonly string[]): readonly DatasetBuilder[] {
  if (ids.length === 0) return BUILDERS
  const wanted = new Set([...ids, 'sources'])
  const produced = new Set(BUILDERS.flatMap((builder) => builder.produces))
  for (const id of ids) if (!produced.has(id)) throw new Error(`no builder produces dataset "${id}"`)
  return BUILDERS.filter((builder) => builder.produces.some((id) => wanted.has(id)))
}

/** Runs the builders for the named datasets (none named: all) and writes them into `folder`. Throws on the first fault. */
export async function buildDatasets(
  inputs: Inputs,
  ids: readonly string[] = [],
  folder = DATASET_FOLDER,
): Promise<BuildCount[]> {
  const running = buildersFor(ids)
  const rebuilt = new Set(running.flatMap((builder) => builder.produces))
  const results = new Map<string, readonly BuiltFeature[]>()
  for (const { id } of DATASETS) if (!rebuilt.has(id)) results.set(id, featuresOnFile(id, folder))
  const counts: BuildCount[] = []
  for (const builder of running) {
    const start = performance.now()
    const built = await builder.build(inputs, results)
    for (const id of builder.produces) {
      const definition = datasetById(id)
      const features = built.get(id)
      if (!definition) throw new Error(`dataset "${id}" is built but not in geodata/datasets/catalogue.ts`)
      if (!features) throw new Error(`the builder of "${builder.produces.join(', ')}" gave no features for "${id}"`)
      writeDataset(definition, features, folder)
      results.set(id, features)
      counts.push({ dataset: id, features: features.length, seconds: 0 })
    }
    const seconds = (performance.now() - start) / 1000
    for (const count of counts.slice(-builder.produces.length)) count.seconds = seconds / builder.produces.length
  }
  return counts
}

if (process.argv[1] === import.meta.filename) {
  const ids = process.argv.slice(2)
  const features = ids.filter((id) => id !== RELIEF.id && id !== TRANSPORT_NETWORK)
  if (ids.length === 0 || ids.includes(RELIEF.id)) await buildRelief(openInputs(), DATASET_FOLDER)
  const counts = ids.length > 0 && features.length === 0 ? [] : await buildDatasets(openInputs(), features)
  for (const { dataset, features, seconds } of counts)
    console.log(`${dataset.padEnd(24)} ${String(features).padStart(7)} features ${seconds.toFixed(1).padStart(6)} s`)
  // Last: it is made of the datasets.
  if (ids.length === 0 || ids.includes(TRANSPORT_NETWORK)) writeTransportNetwork()
  console.log(`${counts.length} datasets written`)
}
