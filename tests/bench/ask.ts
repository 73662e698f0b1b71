/**
 * Questions of the map: on the real data and on a million made deposits with the real lines, in this process, over HTTP from a
 * server of its own, and over its own wire from PostGIS with the same data in the same run.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import pg from 'pg'
import type { Position } from '#geodata/contract/geo.ts'
import { DATASETS, TILESETS } from '#geodata/datasets/catalogue.ts'
import { readFeatures } from '#scripts/load-datasets.ts'
import { createAnswerCache } from '#server/queries/answer-cache.ts'
import type { Context } from '#server/queries/query.ts'
import { openStorage } from '#server/storage/open-storage.ts'
import type { Feature } from '#server/storage/storage.ts'
import { copyOfTemplate, startAtlas } from '#tests/e2e/atlas-server.ts'
import { sayMissing, startPostgis } from '#tests/property/outside-tools.ts'
import { loadPostgis, type SqlQuestion } from './ask-postgis.ts'
import { type Asked, type AskQuestion, askQuestions, type Reach } from './ask-questions.ts'
import { type Check, ms, percentile, type Section, seededRandom } from './measure.ts'
import { syntheticDeposits } from './synthetic-deposits.ts'

interface World {
  name: string
  deposits(): Iterable<Feature>
  reach: Reach
  repeats: number
  isReal: boolean
}

interface Measured {
  p50: number
  p99: number
  /** Of the time of this process's threads, which other programs on the machine do not stretch. */
  cpuP99: number
  /** By number of the place. */
  counts: ReadonlyMap<number, number>
}
type Ways = Record<'inProcess' | 'http' | 'postgis', Measured | null>

const MADE = 1_000_000
const SPREAD_DEG = 0.3

export async function ask(made = MADE): Promise<Section> {
  const real = featuresOf('deposits')
  const worlds: World[] = [
    {
      ...{ name: 'real data', deposits: () => real, repeats: 200, isReal: true },
      reach: { radiusKm: 50, boxDeg: 2, polygonDeg: 1, bandKm: 50, filterKm: 100 },
    },
    {
      ...{ name: `${made.toLocaleString('en-GB')} made deposits`, repeats: 50, isReal: false },
      deposits: () => syntheticDeposits(real, made),
      reach: { radiusKm: 3, boxDeg: 0.05, polygonDeg: 0.05, bandKm: 1, filterKm: 10 },
    },
  ]
  const [rows, checks]: [string[][], Check[]] = [[], []]
  for (const world of worlds) await measureWorld(world, real, rows, checks)
  return {
    title: 'Questions of the map',
    method: `Random places within ${SPREAD_DEG}° of a real deposit (seeded), each question asked anew each time, none answered out of a cache of answers; indexes warm on both sides. Milliseconds, p50 / p99; beside them p99 of the processor time of this process, which other programs on the same cores do not stretch: the limit is held to it. HTTP: one connection to a server process of its own. PostGIS: one connection (npm pg, Unix socket), prepared statements, GiST, geography for distances and geometry for areas, the same rows asked for; parallel workers as by default. A line of theirs is geodesic between vertices, ours straight in degrees: along railways with long edges counts differ by a few. Load average of the machine at the end: ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores.`,
    head: [
      'data',
      'question',
      'in process',
      'processor p99',
      'HTTP',
      'PostGIS',
      'PostGIS ÷ HTTP',
      'PostGIS ÷ in process',
      'same counts',
    ],
    rows,
    checks,
  }
}

async function measureWorld(world: World, real: readonly Feature[], rows: string[][], checks: Check[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'orelink-bench-'))
  const database = copyOfTemplate(join(folder, 'atlas.sqlite'))
  const postgis = startPostgis({ shared_buffers: '1GB', max_wal_size: '4GB' })
  if (!postgis) sayMissing('PostGIS', 0, 'postgresql-15-postgis-3')
  // Nothing is drawn or searched by name here: tiles and names of a million deposits would only take time to make.
  const plain = DATASETS.map((dataset) =>
    dataset.id === 'deposits' && !world.isReal ? { ...dataset, tiles: null, searchable: false } : dataset,
  )
  const storage = await openStorage(database, { datasets: plain, tilesets: TILESETS })
  try {
    if (!world.isReal) await storage.replaceDataset('deposits', world.deposits())
    if (postgis) loadPostgis(postgis, { ...LINES, deposits: world.deposits() })
    const server = await startAtlas({ database, args: ['--data', join(folder, 'none')] })
    const client = postgis
      ? new pg.Client({ host: postgis.socketFolder, user: 'postgres', database: 'postgres' })
      : null
    await client?.connect()
    const context = contextOf(storage)
    for (const question of askQuestions(world.reach))
      await measureQuestion(question, { world, real, context, address: server.address, client }, rows, checks)
    await client?.end()
    await server.close()
  } finally {
    await storage.close()
    postgis?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const LINES = {
  roads: { [Symbol.iterator]: () => featuresOf('roads')[Symbol.iterator]() },
  corridors: { [Symbol.iterator]: () => featuresOf('corridors')[Symbol.iterator]() },
  facts: { deposits: factKeys('deposits'), roads: factKeys('roads') },
}

function definitionOf(id: string) {
  const found = DATASETS.find((dataset) => dataset.id === id)
  if (!found) throw new Error(`there is no dataset ${id}`)
  return found
}
function featuresOf(id: string): Feature[] {
  return readFeatures(definitionOf(id))
}
function factKeys(id: string): readonly string[] {
  return definitionOf(id).tiles?.properties ?? []
}

/** What queries over the store need; none of these questions asks the network or the clock. */
function contextOf(storage: Context['storage']): Context {
  const rest = {
    datasets: DATASETS,
    baseUrl: '',
    cache: createAnswerCache(storage),
    signal: new AbortController().signal,
  }
  return { storage, ...rest } as unknown as Context
}

interface Sides {
  world: World
  real: readonly Feature[]
  context: Context
  address: string
  client: pg.Client | null
}

async function measureQuestion(
  { name, timesFaster, make }: AskQuestion,
  { world, real, context, address, client }: Sides,
  rows: string[][],
  checks: Check[],
): Promise<void> {
  const random = seededRandom(17)
  const asked = Array.from({ length: WARM_UP + world.repeats }, () => make(placeNear(real, random), random))
  const ways: Ways = {
    inProcess: await measureWay(asked, (one) => one.inProcess(context)),
    http: await measureWay(asked, (one) => fetched(address, one)),
    postgis: client ? await measureWay(asked, ({ sql }) => queried(client, sql)) : null,
  }
  const theirs = ways.postgis?.counts ?? new Map<number, number>()
  const both = [...(ways.inProcess?.counts ?? [])].filter(([number]) => theirs.has(number))
  const same = both.filter(([number, count]) => count === theirs.get(number)).length
  rows.push([world.name, name, ...told(ways), client ? `${same} of ${both.length}` : 'not measured'])
  console.log(rows.at(-1)?.join(' | '), `load ${loadavg()[0]?.toFixed(1)}`)
  checks.push(...checksOf(`${name}, ${world.name}`, ways, timesFaster, world.isReal))
}

const WARM_UP = 20

/** A question that takes long is asked less often: at least so many times. */
const [LONGEST_MS, LEAST] = [30_000, 3]

/** What loading left behind is none of the question's. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}

/** The first places only warm what is measured on the rest. */
async function measureWay(asked: readonly Asked[], work: (one: Asked) => Promise<number>): Promise<Measured> {
  const [counts, times, cpuTimes]: [Map<number, number>, number[], number[]] = [new Map(), [], []]
  collectGarbage()
  const begun = performance.now()
  for (const [number, one] of asked.entries()) {
    if (performance.now() - begun > LONGEST_MS && times.length >= LEAST) break
    const before = process.cpuUsage()
    const start = performance.now()
    const count = await work(one)
    const tookMs = performance.now() - start
    const { user, system } = process.cpuUsage(before)
    counts.set(number, count)
    if (number < WARM_UP && performance.now() - begun < LONGEST_MS) continue
    times.push(tookMs)
    cpuTimes.push((user + system) / 1000)
  }
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99), cpuP99: percentile(cpuTimes, 0.99), counts }
}

function placeNear(real: readonly Feature[], random: () => number): Position {
  const geometry = real[Math.floor(random() * real.length)]?.geometry
  const [lon, lat] = geometry?.type === 'Point' ? geometry.coordinates : [69, 30]
  return [lon + (random() - 0.5) * 2 * SPREAD_DEG, lat + (random() - 0.5) * 2 * SPREAD_DEG]
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

async function queried(client: pg.Client, { count, name, ...statement }: SqlQuestion): Promise<number> {
  const { rows } = await client.query(name === '' ? statement : { name, ...statement })
  return count(rows)
}

/** Bytes of the answer. */
function fetched(address: string, asked: Asked): Promise<number> {
  const { method, path, body } = asked.http
  return new Promise((done, fail) => {
    const text = body === null ? '' : JSON.stringify(body)
    const headers =
      body === null ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) }
    const sent = request(`${address}${path}`, { method, agent, headers }, (answer) => {
      // The first question about a million deposits waits for their index longer than any question may.
      if (answer.statusCode === 503) {
        answer.on('end', () => done(fetched(address, asked))).resume()
        return
      }
      if (answer.statusCode !== 200) fail(new Error(`${answer.statusCode} ${path}`))
      let bytes = 0
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      answer.on('end', () => done(bytes))
    })
    sent.on('error', fail).end(text)
  })
}

function told({ inProcess, http, postgis }: Ways): string[] {
  const pair = (one: Measured | null) => (one ? `${ms(one.p50)} / ${ms(one.p99)}` : 'not measured')
  const ratio = (one: Measured | null) => (one && postgis ? (postgis.p50 / one.p50).toFixed(1) : '')
  return [
    pair(inProcess),
    inProcess ? ms(inProcess.cpuP99) : '',
    pair(http),
    pair(postgis),
    ratio(http),
    ratio(inProcess),
  ]
}

function checksOf(what: string, { inProcess, http, postgis }: Ways, timesFaster: number, isReal: boolean): Check[] {
  const checks: Check[] = []
  if (inProcess && isReal)
    checks.push({
      what: `${what}: p99 in process, processor time`,
      measured: `${ms(inProcess.cpuP99)} ms`,
      limit: '< 5 ms',
      isKept: inProcess.cpuP99 < 5,
    })
  if (!inProcess || !http || !postgis) return checks
  const [overHttp, within] = [postgis.p50 / http.p50, postgis.p50 / inProcess.p50]
  checks.push({
    what: `${what}: PostGIS over its wire ÷ HTTP, p50`,
    measured: overHttp.toFixed(1),
    limit: '≥ 1',
    isKept: overHttp >= 1,
  })
  if (timesFaster > 1)
    checks.push({
      what: `${what}: PostGIS ÷ in process, p50`,
      measured: within.toFixed(1),
      limit: `≥ ${timesFaster}`,
      isKept: within >= timesFaster,
    })
  return checks
}
