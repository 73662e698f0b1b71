/** `npm run data:check`: refuses faulty datasets. Prints what is wrong, where and how to mend it; exit 1 on any fault. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DATASETS } from '#geodata/datasets/catalogue.ts'
import { decodeNetwork } from '#geodata/network/decode-network.ts'
import type { Network } from '#geodata/network/network.ts'
import { CHECKS } from './build/check/all-checks.ts'
import type { StoredDataset, World } from './build/check/check.ts'
import { networkFaultsUnexplained } from './build/check/network.ts'
import { TRANSPORT_NETWORK } from './build-transport-network.ts'

const DATASET_FOLDER = resolve(import.meta.dirname, '../geodata/datasets')

/** The datasets as they lie in the folder. A dataset of vector features without file has none, which the checks report. */
export function readWorld(folder = DATASET_FOLDER): World {
  const world = new Map<string, StoredDataset>()
  for (const definition of DATASETS) {
    const file = (name: string) => join(folder, definition.id, name)
    const path = file('features.geojson')
    world.set(definition.id, {
      definition,
      features: existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).features : [],
      notice: existsSync(file('NOTICE.md')) ? readFileSync(file('NOTICE.md'), 'utf8') : null,
    })
  }
  return world
}

function readNetwork(folder = DATASET_FOLDER): Network {
  return decodeNetwork(readFileSync(join(folder, TRANSPORT_NETWORK, 'network.bin')))
}

if (process.argv[1] === import.meta.filename) {
  const world = readWorld()
  let count = 0
  for (const [name, { features }] of world) {
    if (features.length > 0) continue
    console.log(`${name}: has no features\n  mend: npm run data -- ${name}`)
    count++
  }
  for (const [name, check] of Object.entries(CHECKS)) {
    for (const { where, what, mend } of check(world)) {
      console.log(`${where}: ${what}  [${name}]\n  mend: ${mend}`)
      count++
    }
  }
  for (const { where, what, mend } of networkFaultsUnexplained(readNetwork())) {
    console.log(`${where}: ${what}  [network]\n  mend: ${mend}`)
    count++
  }
  const features = [...world.values()].reduce((sum, dataset) => sum + dataset.features.length, 0)
  console.log(`${count} faults in ${features} features of ${world.size} datasets`)
  process.exitCode = count > 0 ? 1 : 0
}
