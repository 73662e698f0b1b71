/** Stored tiles under load: Orelink, a bare node:http handler and tileserver-gl-light send the same bytes to wrk, one after the other. */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { TILESETS } from '#geodata/datasets/catalogue.ts'
import { freePort, ROOT, startAtlas } from '#tests/e2e/atlas-server.ts'
import { type Check, end, type Section, untilAnswers } from './measure.ts'
import { tileAt } from './tile-at.ts'
import { type BenchTile, writeMbtiles } from './write-mbtiles.ts'

const TILESET = 'basemap'
const SECONDS = 8
const CONNECTIONS = 32
const CROWD = 100
/** Kept between runs, outside the project: 369 packages that only this comparison needs. */
const PEER_FOLDER = join(tmpdir(), 'orelink-bench-tileserver')

interface Load {
  perSecond: number
  failures: number
  p99Ms: number
}

export async function storedTiles(): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'orelink-bench-'))
  const atlas = await startAtlas()
  try {
    const tiles = await sampleTiles(atlas.address)
    const mbtiles = join(folder, `${TILESET}.mbtiles`)
    writeMbtiles(mbtiles, TILESET, tiles, TILESETS.basemap)

    const bare = await serve((port) => ['--import', 'tsx', 'tests/bench/bare-server.ts', String(port), mbtiles], tiles)
    const bareLoad = load(bare.address, `/tiles/${TILESET}`, 'mvt', tiles, CONNECTIONS, folder)
    const ourLoad = load(atlas.address, `/tiles/${TILESET}`, 'mvt', tiles, CONNECTIONS, folder)
    const bareAgain = load(bare.address, `/tiles/${TILESET}`, 'mvt', tiles, CONNECTIONS, folder)
    const crowd = load(atlas.address, `/tiles/${TILESET}`, 'mvt', tiles, CROWD, folder)
    await bare.stop()

    const peer = await servePeer(mbtiles)
    const peerLoad = load(peer.address, `/data/${TILESET}`, 'pbf', tiles, CONNECTIONS, folder)
    await peer.stop()

    const bareBest = Math.max(bareLoad.perSecond, bareAgain.perSecond)
    return report(tiles, { bare: { ...bareLoad, perSecond: bareBest }, ours: ourLoad, crowd, peer: peerLoad })
  } finally {
    await atlas.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The tiles that Pakistan shows from zoom 5 to 8, fetched once, so that each is stored before the load begins. */
async function sampleTiles(address: string): Promise<BenchTile[]> {
  const tiles: BenchTile[] = []
  for (let z = 5; z <= 8; z += 1) {
    const first = tileAt([62, 36], z)
    const last = tileAt([75, 25], z)
    for (let x = first.x; x <= last.x; x += 1)
      for (let y = first.y; y <= last.y; y += 1) {
        const answer = await fetch(`${address}/tiles/${TILESET}/${z}/${x}/${y}.mvt`)
        if (answer.status !== 200) continue
        tiles.push({ z, x, y, gzip: gzipSync(Buffer.from(await answer.arrayBuffer()), { level: 6 }) })
      }
  }
  return tiles
}

async function serve(argumentsFor: (port: number) => string[], tiles: readonly BenchTile[]) {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, argumentsFor(port), { cwd: ROOT, stdio: 'ignore' })
  const [first] = tiles
  await untilAnswers(`${address}/tiles/${TILESET}/${first?.z}/${first?.x}/${first?.y}.mvt`, child)
  return { address, stop: () => end(child) }
}

/** tileserver-gl-light from npm, installed once into a folder of the system's temporary ones. */
async function servePeer(mbtiles: string) {
  const main = join(PEER_FOLDER, 'node_modules/tileserver-gl-light/src/main.js')
  if (!existsSync(main)) {
    mkdirSync(PEER_FOLDER, { recursive: true })
    writeFileSync(join(PEER_FOLDER, 'package.json'), '{"private":true}')
    execFileSync('npm', ['install', '--no-audit', '--no-fund', 'tileserver-gl-light', 'tileserver-gl-styles'], {
      cwd: PEER_FOLDER,
      stdio: 'inherit',
    })
  }
  const config = join(mbtiles, '..', 'tileserver.json')
  writeFileSync(
    config,
    JSON.stringify({
      options: { paths: { mbtiles: join(mbtiles, '..') } },
      data: { [TILESET]: { mbtiles: `${TILESET}.mbtiles` } },
    }),
  )
  const port = await freePort()
  const child = spawn(
    process.execPath,
    [main, '--config', config, '--bind', '127.0.0.1', '--port', String(port), '--silent'],
    {
      cwd: PEER_FOLDER,
      stdio: 'ignore',
    },
  )
  const address = `http://127.0.0.1:${port}`
  await untilAnswers(`${address}/data/${TILESET}.json`, child)
  return { address, stop: () => end(child) }
}

function load(
  address: string,
  path: string,
  ending: string,
  tiles: readonly BenchTile[],
  connections: number,
  folder: string,
): Load {
  const script = join(folder, 'wrk.lua')
  const paths = tiles.map(({ z, x, y }) => `"${path}/${z}/${x}/${y}.${ending}"`)
  writeFileSync(
    script,
    `local paths = {${paths.join(',')}}
local turn = 0
request = function()
  turn = turn % #paths + 1
  return wrk.format("GET", paths[turn], {["Accept-Encoding"] = "gzip"})
end
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format("RESULT %f %d %f\\n", summary.requests / summary.duration * 1e6,
    e.connect + e.read + e.write + e.status + e.timeout, latency:percentile(99) / 1000))
end
`,
  )
  const run = spawnSync('wrk', ['-t1', `-c${connections}`, `-d${SECONDS}s`, '-s', script, address], {
    encoding: 'utf8',
  })
  const [, perSecond, failures, p99Ms] = /RESULT ([\d.]+) (\d+) ([\d.]+)/.exec(run.stdout ?? '') ?? []
  if (!perSecond)
    throw new Error(`wrk gave no result (Debian: apt-get install -y wrk): ${run.stderr || run.error?.message}`)
  return { perSecond: Number(perSecond), failures: Number(failures), p99Ms: Number(p99Ms) }
}

function report(tiles: readonly BenchTile[], loads: Record<'bare' | 'ours' | 'crowd' | 'peer', Load>): Section {
  const { bare, ours, crowd, peer } = loads
  const kilobytes = tiles.reduce((sum, { gzip }) => sum + gzip.byteLength, 0) / tiles.length / 1024
  const toBare = ours.perSecond / bare.perSecond
  const toPeer = ours.perSecond / peer.perSecond
  const row = (name: string, { perSecond, p99Ms, failures }: Load) => [
    name,
    perSecond.toFixed(0),
    p99Ms.toFixed(1),
    String(failures),
    (perSecond / bare.perSecond).toFixed(2),
  ]
  const checks: Check[] = [
    { what: 'stored tiles against a bare handler', measured: toBare.toFixed(2), limit: '≥ 0.7', isKept: toBare >= 0.7 },
    {
      what: 'stored tiles against tileserver-gl-light',
      measured: `${toPeer.toFixed(1)} times`,
      limit: '≥ 20 times',
      isKept: toPeer >= 20,
    },
    {
      what: `errors with ${CROWD} clients`,
      measured: String(crowd.failures),
      limit: '0',
      isKept: crowd.failures === 0,
    },
  ]
  return {
    title: 'Stored tiles',
    method: `${tiles.length} tiles of the composite ${TILESET}, zoom 5 to 8 over Pakistan, ${kilobytes.toFixed(1)} KB on average, in turn. wrk with one thread, ${SECONDS} s each, servers one after the other on ${cpus().length} cores; the bare handler runs before and after, the better counts.`,
    head: ['server', 'requests a second', 'p99, ms', 'errors', 'of bare'],
    rows: [
      row(`Orelink, ${CONNECTIONS} connections`, ours),
      row(`Orelink, ${CROWD} connections`, crowd),
      row(`bare node:http with SQLite, ${CONNECTIONS} connections`, bare),
      row(`tileserver-gl-light, MBTiles, ${CONNECTIONS} connections`, peer),
    ],
    checks,
  }
}
