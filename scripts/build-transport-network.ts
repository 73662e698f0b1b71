/** Builds `transport-network` from the datasets as they lie in the folder: its bytes and a report of its parts and breaks. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { BuiltFeature } from './build/builder.ts'
import { buildNetwork } from './transport/build-network.ts'
import { encodeNetwork } from './transport/encode-network.ts'
import { networkReport } from './transport/report.ts'
import { openGround } from './transport/terrain.ts'

const DATASET_FOLDER = resolve(import.meta.dirname, '../geodata/datasets')
export const TRANSPORT_NETWORK = 'transport-network'

export function buildTransportNetwork(folder = DATASET_FOLDER): { bytes: Uint8Array; report: string } {
  const read = (id: string): BuiltFeature[] =>
    JSON.parse(readFileSync(join(folder, id, 'features.geojson'), 'utf8')).features
  const network = buildNetwork(read, openGround(folder))
  return { bytes: encodeNetwork(network), report: networkReport(network, read) }
}

export function writeTransportNetwork(folder = DATASET_FOLDER): void {
  const { bytes, report } = buildTransportNetwork(folder)
  const target = join(folder, TRANSPORT_NETWORK)
  mkdirSync(target, { recursive: true })
  writeFileSync(join(target, 'network.bin'), bytes)
  writeFileSync(join(target, 'REPORT.md'), report)
}
