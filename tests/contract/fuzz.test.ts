/**
 * Every operation of both OpenAPI documents under hostile requests from a seed: never a failure of the server, never the
 * refusal that an answer took too long, no memory that grows without bound. Prints what was asked and how it was answered.
 */
import { Agent, createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { type AtlasApp, openAtlas } from './atlas-app.ts'
import { dice, hostileFilter, hostileText, pick } from './hostile-values.ts'

const SEED = 20_261_124
const REQUESTS_EACH = 90
/** The operation that reads filters gets more. */
const REQUESTS_OF_ITEMS = 900
const FEWEST_REQUESTS = 3000
/** A hung request fails here; the server itself refuses after 10 s with 503, which fails too. */
const BOUND_MS = 15_000
/** Of memory in use: caches fill up to bounds of their own (96 MB of tiles, 2,000 answers). */
const MOST_GROWTH_MB = 150
/** Larger than any page of features may be. */
const MOST_BYTES = 64 * 2 ** 20

const ParameterJson = z.object({
  name: z.string(),
  in: z.string(),
  example: z.unknown().optional(),
  schema: z.looseObject({ enum: z.array(z.string()).optional() }).optional(),
})
const ApiJson = z.object({
  paths: z.record(
    z.string(),
    z.object({
      get: z
        .object({ parameters: z.array(z.union([z.object({ $ref: z.string() }), ParameterJson])).default([]) })
        .optional(),
    }),
  ),
  components: z.object({ parameters: z.record(z.string(), ParameterJson).default({}) }),
})
type Parameter = z.output<typeof ParameterJson>
interface Operation {
  path: string
  parameters: Parameter[]
}

let atlas: AtlasApp
let server: Server
const agent = new Agent({ keepAlive: true, maxSockets: 4 })
const roll = dice(SEED)

beforeAll(async () => {
  atlas = await openAtlas()
  server = createServer({ maxHeaderSize: 65_536 }, atlas.app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  agent.destroy()
  server.close()
})

interface Answer {
  status: number
  ms: number
  bytes: number
  address: string
  start: string
}

function ask(address: string, headers: Record<string, string>): Promise<Answer> {
  const { port } = server.address() as AddressInfo
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path: address, headers, agent, timeout: BOUND_MS }, (response) => {
      let bytes = 0
      let start = ''
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        if (start.length < 300) start += chunk.toString('utf8', 0, 300)
      })
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, ms: performance.now() - started, bytes, address, start }),
      )
      response.on('error', reject)
    })
    sent.on('timeout', () => sent.destroy(new Error(`no answer within ${BOUND_MS} ms: ${address.slice(0, 300)}`)))
    sent.on('error', reject)
    sent.end()
  })
}

async function operationsOf(document: string, prefix: string): Promise<Operation[]> {
  const { port } = server.address() as AddressInfo
  const api = ApiJson.parse(await (await fetch(`http://127.0.0.1:${port}${document}`)).json())
  return Object.entries(api.paths).flatMap(([path, { get }]) => {
    if (!get) return []
    const parameters = get.parameters.flatMap((parameter) => {
      if (!('$ref' in parameter)) return [parameter]
      const named = api.components.parameters[parameter.$ref.split('/').at(-1) ?? '']
      return named ? [named] : []
    })
    return [{ path: prefix + path.replace(/^\/$/, ''), parameters }]
  })
}

/** Mostly what the document allows, so that hostile values get past the first check; else anything. */
function valueFor({ name, schema, example }: Parameter): string {
  if (name === 'filter') return hostileFilter(roll)
  const chance = roll()
  if (schema?.enum && chance < (name === 'collectionId' ? 0.95 : 0.6)) return pick(schema.enum, roll)
  if (example !== undefined && chance < 0.5) return String(example)
  if (name === 'filter-lang') return 'cql2-json'
  return hostileText(roll)
}

function addressFor({ path, parameters }: Operation): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => {
    const parameter = parameters.find((one) => one.name === name)
    return encodeURIComponent(parameter ? valueFor(parameter) : hostileText(roll)).replaceAll('%00', '%2500')
  })
  const query = parameters
    .filter((parameter) => parameter.in === 'query')
    .filter(({ name }) => roll() < (name === 'filter' ? 0.7 : 0.25))
    .map((parameter) => `${parameter.name}=${encodeURIComponent(valueFor(parameter))}`)
  if (roll() < 0.1) query.push(`${encodeURIComponent(hostileText(roll))}=${encodeURIComponent(hostileText(roll))}`)
  if (roll() < 0.05 && query[0]) query.push(query[0])
  return query.length === 0 ? filled : `${filled}?${query.join('&')}`
}

function headersFor(): Record<string, string> {
  const printable = (text: string) => text.replace(/[^\x20-\x7e]/g, '')
  return {
    ...(roll() < 0.3 ? { accept: pick(['text/html', '*/*', 'application/geo+json', 'x/y', ';;q=9', ''], roll) } : {}),
    ...(roll() < 0.3 ? { 'accept-language': pick(['ur', 'zh-CN', 'xx', '*;q=0', 'en;q=x', ''], roll) } : {}),
    ...(roll() < 0.2 ? { 'if-none-match': printable(hostileText(roll)) } : {}),
    ...(roll() < 0.3 ? { 'accept-encoding': pick(['gzip', 'identity', 'br', '*;q=0'], roll) } : {}),
  }
}

test('no hostile request makes any operation fail, hang or grow', async () => {
  const operations = [...(await operationsOf('/openapi.json', '')), ...(await operationsOf('/ogc/api', '/ogc'))]
  expect(operations.length).toBeGreaterThan(25)
  const memoryBeforeMb = memoryInUseMb()
  const answers: Answer[] = []
  for (const operation of operations) {
    const count = operation.path.endsWith('/items') ? REQUESTS_OF_ITEMS : REQUESTS_EACH
    for (let done = 0; done < count; done += 4) {
      const batch = Array.from({ length: 4 }, () => ask(addressFor(operation), headersFor()))
      answers.push(...(await Promise.all(batch)))
    }
  }
  const growthMb = memoryInUseMb() - memoryBeforeMb
  report(operations.length, answers, growthMb)
  const failed = answers.filter(({ status }) => status >= 500)
  expect(failed.map(({ status, address, start }) => `${status} ${address.slice(0, 300)} ${start}`)).toEqual([])
  expect(answers.length).toBeGreaterThanOrEqual(FEWEST_REQUESTS)
  // What the documents allow is asked as well: a fuzz that is refused at the door shows nothing.
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(answers.length / 10)
  expect(Math.max(...answers.map(({ bytes }) => bytes))).toBeLessThan(MOST_BYTES)
  expect(growthMb).toBeLessThan(MOST_GROWTH_MB)
}, 600_000)

/** What is still referred to, heap and buffers, after the rubbish is out. */
function memoryInUseMb(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 2 ** 20
}

function report(operations: number, answers: readonly Answer[], growthMb: number): void {
  const byStatus = new Map<number, number>()
  for (const { status } of answers) byStatus.set(status, (byStatus.get(status) ?? 0) + 1)
  const statuses = [...byStatus].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`)
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b)
  const slowest = answers.reduce((a, b) => (a.ms > b.ms ? a : b))
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1)
  console.log(
    [
      `fuzz, seed ${SEED}: ${answers.length} requests to ${operations} operations`,
      `  answers ${statuses.join(', ')}`,
      `  time p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms: ${slowest.address.slice(0, 160)}`,
      `  largest answer ${(Math.max(...answers.map(({ bytes }) => bytes)) / 2 ** 20).toFixed(2)} MB, memory in use grew by ${growthMb.toFixed(0)} MB`,
    ].join('\n'),
  )
}
