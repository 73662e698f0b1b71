/**
 * Questions of the map: on the real data, or on made deposits with the real lines; in this process, over HTTP from a server of
 * its own, and over its own wire from PostGIS with the same data in the same run.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Position } from '#geodata/contract/geo.ts'
import { DATASETS, TILESETS } from '#geodata/datasets/catalogue.ts'
import { readFeatures } from '#scripts/load-datasets.ts'
import { createAnswerCache } from '#server/queries/answer-cache.ts'
import type { Context } from '#server/queries/query.ts'
import { warm } from '#server/queries/warm.ts'
import { openStorage } from '#server/storage/open-storage.ts'
import type { Feature } from '#server/storage/storage.ts'
import { copyOfTemplate, startAtlas } from '#tests/e2e/atlas-server.ts'
import { type Postgis, sayMissing, startPostgis } from '#tests/property/outside-tools.ts'
import { type Measured, measureSides, type Side, WARM_UP } from './ask-measure.ts'
import { loadPostgis, type SqlQuestion } from './ask-postgis.ts'
import { type AskQuestion, askQuestions, type Reach } from './ask-questions.ts'
import { type KeptConnection, keptConnection } from './kept-connection.ts'
import { type Check, ms, type Section, seededRandom } from './measure.ts'
import { syntheticDeposits } from './synthetic-deposits.ts'

interface World {
  name: string
  deposits(): Iterable<Feature>
  reach: Reach
  repeats: number
  isReal: boolean
}

type Sides = Record<'inProcess' | 'http' | 'postgis', Side | null>
type Ways = Record<keyof Sides, Measured | null>

const SPREAD_DEG = 0.3
const METHOD = `Random places within ${SPREAD_DEG}° of a real deposit (seeded), each question asked anew each time, none answered out of a cache of answers; the first ${WARM_UP} places only warm. The three sides take turns, twenty places each, so that other work on the machine weighs on all alike. Milliseconds, p50 / p99. Beside them the time of the processor, which other programs do not stretch: p99 in this process (collecting garbage and compiling included), to which the limit of 5 ms is held, and what a question takes on average of this process, of the server's and of PostgreSQL's backend. HTTP: one kept connection to a server process of its own, asked by the leanest client there is (kept-connection.ts: a socket, no library), the answers read as JSON. PostGIS: one connection (npm pg, Unix socket), prepared statements, GiST, geography for distances and geometry for areas, the same rows asked for; parallel workers as by default. A line of theirs is geodesic between vertices, ours straight in degrees: along railways with long edges counts differ by a few.`

/** `made`: how many deposits are made; null for the real data. */
export async function ask(made: number | null): Promise<Section> {
  const real = featuresOf('deposits')
  const world: World =
    made === null
      ? {
          ...{ name: 'real data', deposits: () => real, repeats: 200, isReal: true },
          reach: { radiusKm: 50, boxDeg: 2, polygonDeg: 1, bandKm: 50, filterKm: 100 },
        }
      : {
          ...{ name: `${made.toLocaleString('en-GB')} made deposits`, repeats: 50, isReal: false },
          deposits: () => syntheticDeposits(real, made),
          reach: { radiusKm: 3, boxDeg: 0.05, polygonDeg: 0.05, bandKm: 1, filterKm: 10 },
        }
  const [rows, checks]: [string[][], Check[]] = [[], []]
  await measureWorld(world, real, rows, checks)
  return {
    title: `Questions of the map: ${world.name}`,
    method: `${METHOD} Load average at the end: ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores.`,
    head: [
      ...['question', 'in process', 'processor p99', 'HTTP', 'PostGIS', 'PostGIS ÷ HTTP', 'PostGIS ÷ in process'],
      ...['processor: in process, HTTP, PostGIS', 'same counts'],
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
    const connection = await keptConnection(server.address)
    const theirs = postgis && (await postgisSide(postgis))
    const context = contextOf(storage)
    // As a server does at its start.
    await warm(context)
    const sides: Sides = {
      inProcess: inProcessSide(context),
      http: httpSide(connection, server.pid()),
      postgis: theirs,
    }
    for (const question of askQuestions(world.reach))
      await measureQuestion(question, { world, real, sides }, rows, checks)
    connection.close()
    await theirs?.end()
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

function inProcessSide(context: Context): Side {
  return { pid: process.pid, ask: (asked) => asked.inProcess(context) }
}

function httpSide(connection: KeptConnection, pid: number): Side {
  return {
    pid,
    async ask({ http: { method, path, body, count } }) {
      for (;;) {
        const answer = await connection.ask(method, path, body)
        if (answer.status === 200) return count(answer.body)
        // The first question about a million deposits waits for their index longer than any question may.
        if (answer.status !== 503) throw new Error(`${answer.status} ${path}`)
      }
    },
  }
}

async function postgisSide({ socketFolder }: Postgis): Promise<Side & { end(): Promise<void> }> {
  const client = new pg.Client({ host: socketFolder, user: 'postgres', database: 'postgres' })
  await client.connect()
  const { rows } = await client.query('SELECT pg_backend_pid() AS pid')
  return { pid: Number(rows[0].pid), ask: ({ sql }) => queried(client, sql), end: () => client.end() }
}

async function queried(client: pg.Client, { count, name, ...statement }: SqlQuestion): Promise<number> {
  const { rows } = await client.query(name === '' ? statement : { name, ...statement })
  return count(rows)
}

async function measureQuestion(
  { name, timesFaster, make }: AskQuestion,
  { world, real, sides }: { world: World; real: readonly Feature[]; sides: Sides },
  rows: string[][],
  checks: Check[],
): Promise<void> {
  const random = seededRandom(17)
  const asked = Array.from({ length: WARM_UP + world.repeats }, () => make(placeNear(real, random), random))
  const ways: Ways = await measureSides(asked, sides)
  rows.push([name, ...told(ways), sameOf(ways)])
  console.log(rows.at(-1)?.join(' | '), `load ${loadavg()[0]?.toFixed(1)}`)
  checks.push(...checksOf(`${name}, ${world.name}`, ways, timesFaster, world.isReal))
}

/** In how many places all sides that were asked count alike. */
function sameOf({ inProcess, http, postgis }: Ways): string {
  if (!inProcess || !postgis) return 'not measured'
  const all = [...inProcess.counts].filter(([number]) => postgis.counts.has(number) && http?.counts.has(number))
  const same = all.filter(
    ([number, count]) => count === postgis.counts.get(number) && count === http?.counts.get(number),
  )
  return `${same.length} of ${all.length}`
}

function placeNear(real: readonly Feature[], random: () => number): Position {
  const geometry = real[Math.floor(random() * real.length)]?.geometry
  const [lon, lat] = geometry?.type === 'Point' ? geometry.coordinates : [69, 30]
  return [lon + (random() - 0.5) * 2 * SPREAD_DEG, lat + (random() - 0.5) * 2 * SPREAD_DEG]
}

function told({ inProcess, http, postgis }: Ways): string[] {
  const pair = (one: Measured | null) => (one ? `${ms(one.p50)} / ${ms(one.p99)}` : 'not measured')
  const ratio = (one: Measured | null) => (one && postgis ? (postgis.p50 / one.p50).toFixed(1) : '')
  const cpu = [inProcess, http, postgis].map((one) => (one ? ms(one.cpuMean) : '–')).join(', ')
  const [inside, over, theirs] = [pair(inProcess), pair(http), pair(postgis)]
  return [inside, inProcess ? ms(inProcess.cpuP99) : '', over, theirs, ratio(http), ratio(inProcess), cpu]
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
