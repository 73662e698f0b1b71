/**
 * `npm run data:osm -- FILE.osm.pbf [--out FILE] [--streets]`: a network of a newer OpenStreetMap extract, in the form that the
 * server takes with `--network`. Places, ports, sea lanes and what is planned come from our datasets, roads and railways from
 * the extract. Prints progress, and a report that it also writes beside the network.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { BuiltFeature } from './build/builder.ts'
import { type OsmReading, readOsmFile } from './osm/read-osm-file.ts'
import { buildNetwork } from './transport/build-network.ts'
import { encodeNetwork } from './transport/encode-network.ts'
import { networkReport } from './transport/report.ts'
import { openGround } from './transport/terrain.ts'

const ROOT = resolve(import.meta.dirname, '..')
const DATASET_FOLDER = join(ROOT, 'geodata/datasets')

export interface OsmBuild {
  bytes: Uint8Array
  report: string
}

/** Reads the extract and builds the network; throws where the file cannot be read or holds no road. */
export async function buildOsmNetwork(
  path: string,
  { withStreets = false, log = () => {} }: { withStreets?: boolean; log?: (line: string) => void } = {},
): Promise<OsmBuild> {
  const started = performance.now()
  const reading = await readOsmFile(path, { withStreets, progress: everyTwoSeconds(log) })
  if (reading.lines.length === 0) throw new Error(`${path}: holds no road or railway`)
  log(`${reading.lines.length} lines read; building the network …`)
  const read = (id: string): BuiltFeature[] =>
    JSON.parse(readFileSync(join(DATASET_FOLDER, id, 'features.geojson'), 'utf8')).features
  const network = buildNetwork(read, openGround(DATASET_FOLDER), reading.lines)
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  log(`built in ${seconds} s, ${memoryMb()} MB`)
  return { bytes: encodeNetwork(network), report: `${readingReport(reading)}\n${networkReport(network, read)}` }
}

/** A line of progress every two seconds, so that a file of the whole world does not seem to hang. */
function everyTwoSeconds(log: (line: string) => void): (pass: string, share: number) => void {
  let told = performance.now()
  return (pass, share) => {
    if (performance.now() - told < 2000) return
    told = performance.now()
    log(`${pass}: ${(100 * share).toFixed(0)} % of the file, ${memoryMb()} MB in use`)
  }
}

const memoryMb = (): string => (process.memoryUsage().rss / 1e6).toFixed(0)

function readingReport({ lines, ways, leftOut, missingNodes, state }: OsmReading): string {
  return [
    '# What was read of the extract',
    '',
    `State of the extract: ${state ?? 'not said'}. © OpenStreetMap contributors, ODbL 1.0: a network made of it stays under these terms.`,
    '',
    `${ways} ways taken, cut into ${lines.length} lines; ${missingNodes} vertices are not in the file.`,
    '',
    '| left out because | ways |',
    '| --- | --- |',
    ...Object.entries(leftOut)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([why, count]) => `| ${why} | ${count} |`),
    '',
  ].join('\n')
}

const USAGE = 'npm run data:osm -- FILE.osm.pbf [--out FILE] [--streets]'

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      out: { type: 'string', default: join(ROOT, 'var/network-osm.bin') },
      streets: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0) throw new Error(`name one file: ${USAGE}`)
  const { bytes, report } = await buildOsmNetwork(path, {
    withStreets: values.streets,
    log: (line) => console.log(line),
  })
  mkdirSync(dirname(resolve(values.out)), { recursive: true })
  writeFileSync(values.out, bytes)
  writeFileSync(`${values.out}.md`, report)
  console.log(report)
  console.log(`${values.out}: ${(bytes.length / 1e6).toFixed(1)} MB. Serve it: npm start -- --network ${values.out}`)
}

if (process.argv[1] === import.meta.filename)
  await main().catch((fault: unknown) => {
    console.error(fault instanceof Error ? fault.message : fault)
    process.exitCode = 1
  })
