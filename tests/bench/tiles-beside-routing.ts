/**
 * Whether tiles stall while routes are planned: the same stored tiles, one after the other, in turns without and beside
 * long questions, so that whatever else the machine does meets both alike.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { startAtlas } from '#tests/e2e/atlas-server.ts'
import { type Check, ms, percentile, type Section, timed } from './measure.ts'
import { tileAt } from './tile-at.ts'

const TURNS = 6
const TILES_A_TURN = 500
const ASKER = join(import.meta.dirname, 'ask-routes.mjs')

interface Turns {
  times: number[]
  /** Busy cores on average, whoever kept them so. */
  cores: number
}

export async function tilesBesideRouting(): Promise<Section> {
  const atlas = await startAtlas()
  try {
    const addresses = tilesOf(atlas.address)
    await latencies(addresses)
    const [idle, busy]: [Turns[], Turns[]] = [[], []]
    let answered = 0
    for (let turn = 0; turn < TURNS; turn++) {
      idle.push(await measured(addresses))
      const asking = await startAsking(atlas.address)
      busy.push(await measured(addresses))
      answered += await stopAsking(asking)
    }
    return report({ idle: together(idle), busy: together(busy), answered })
  } finally {
    await atlas.close()
  }
}

function tilesOf(address: string): string[] {
  const { x, y } = tileAt([67, 30], 8)
  return Array.from(
    { length: TILES_A_TURN },
    (_, i) => `${address}/tiles/basemap/8/${x - 3 + (i % 7)}/${y - 3 + (Math.floor(i / 7) % 7)}.mvt`,
  )
}

async function measured(addresses: readonly string[]): Promise<Turns> {
  const before = coreTime()
  const times = await latencies(addresses)
  const after = coreTime()
  return { times, cores: (cpus().length * (after.busy - before.busy)) / (after.all - before.all) }
}

async function latencies(addresses: readonly string[]): Promise<number[]> {
  const times: number[] = []
  for (const address of addresses) times.push(await timed(() => fetch(address).then((answer) => answer.arrayBuffer())))
  return times
}

function coreTime(): { busy: number; all: number } {
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
  const all = sum(cpus().flatMap(({ times }) => Object.values(times)))
  return { busy: all - sum(cpus().map(({ times }) => times.idle)), all }
}

function together(turns: readonly Turns[]): Turns {
  return {
    times: turns.flatMap(({ times }) => times),
    cores: turns.reduce((sum, { cores }) => sum + cores, 0) / turns.length,
  }
}

async function startAsking(address: string): Promise<ChildProcess> {
  const asking = fork(ASKER, [address], { execArgv: [] })
  await once(asking, 'message')
  return asking
}

/** How many answers came. */
async function stopAsking(asking: ChildProcess): Promise<number> {
  const ended = new AbortController()
  asking.once('exit', () => ended.abort(new Error('the process that asks has ended')))
  const last = once(asking, 'message', { signal: ended.signal })
  asking.send('stop')
  const [answered] = await last
  return Number(answered)
}

function report({ idle, busy, answered }: Record<'idle' | 'busy', Turns> & { answered: number }): Section {
  const row = (name: string, { times, cores }: Turns): string[] => [
    name,
    ...[percentile(times, 0.5), percentile(times, 0.99), Math.max(...times)].map(ms),
    cores.toFixed(2),
  ]
  const ratio = percentile(busy.times, 0.99) / percentile(idle.times, 0.99)
  const checks: Check[] = [
    {
      what: 'p99 of a tile beside routing over idle',
      measured: `${ratio.toFixed(2)} times`,
      limit: '≤ 2 times',
      isKept: ratio <= 2,
    },
  ]
  return {
    title: 'Tiles beside routing',
    method:
      `${TURNS} turns of ${TILES_A_TURN} stored tiles fetched one after the other, each turn followed by one in which another process asks a matrix, criticality and routes with alternatives, three at a time without pause, other rates each time (${answered} answered). ` +
      `The server, whoever takes the tiles and whoever asks share ${cpus().length} cores, and other work with them: the last column says how many were busy; ${loadavg()[0]?.toFixed(1)} processes on average in the last minute.`,
    head: ['', 'p50, ms', 'p99, ms', 'worst, ms', 'busy cores'],
    rows: [row('idle', idle), row('beside routing', busy)],
    checks,
  }
}
