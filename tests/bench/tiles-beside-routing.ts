/** Whether tiles stall while routes are planned: the same stored tiles, one after the other, idle and beside long questions. */
import { loadavg } from 'node:os'
import { startAtlas } from '#tests/e2e/atlas-server.ts'
import { type Check, ms, percentile, type Section, timed } from './measure.ts'
import { tileAt } from './tile-at.ts'

const TILES = 1500
const QUESTIONS = [
  '/api/matrix?to=ports/gwadar;ports/karachi;ports/port-qasim',
  '/api/criticality?to=ports/gwadar;ports/karachi;ports/port-qasim',
  '/api/routes?from=deposits/saindak&to=ports/karachi&alternatives=3',
]

export async function tilesBesideRouting(): Promise<Section> {
  const atlas = await startAtlas()
  try {
    const addresses = tilesOf(atlas.address)
    await latencies(addresses)
    const idle = await latencies(addresses)
    const asking = askUntilStopped(atlas.address)
    const busy = await latencies(addresses)
    const answered = await asking.stop()
    const after = await latencies(addresses)
    return report({ idle, busy, after, answered })
  } finally {
    await atlas.close()
  }
}

function tilesOf(address: string): string[] {
  const { x, y } = tileAt([67, 30], 8)
  return Array.from(
    { length: TILES },
    (_, i) => `${address}/tiles/basemap/8/${x - 3 + (i % 7)}/${y - 3 + (Math.floor(i / 7) % 7)}.mvt`,
  )
}

async function latencies(addresses: readonly string[]): Promise<number[]> {
  const times: number[] = []
  for (const address of addresses) times.push(await timed(() => fetch(address).then((answer) => answer.arrayBuffer())))
  return times
}

/** Keeps both routing threads at work; other rates each time, so that nothing is kept. */
function askUntilStopped(address: string) {
  let isOver = false
  let answered = 0
  const ask = async (question: string): Promise<void> => {
    for (let rate = 30; !isOver; rate += 1) {
      const answer = await fetch(`${address}${question}&set=roadRate:${rate / 1000}`)
      await answer.arrayBuffer()
      if (answer.ok) answered += 1
    }
  }
  const all = QUESTIONS.map(ask)
  return {
    async stop(): Promise<number> {
      isOver = true
      await Promise.all(all)
      return answered
    },
  }
}

function report({
  idle,
  busy,
  after,
  answered,
}: Record<'idle' | 'busy' | 'after', number[]> & { answered: number }): Section {
  const row = (name: string, times: readonly number[]): string[] => [
    name,
    ms(percentile(times, 0.5)),
    ms(percentile(times, 0.99)),
    ms(Math.max(...times)),
  ]
  // Idle before and after: whatever else the machine did is in both.
  const quiet = Math.max(percentile(idle, 0.99), percentile(after, 0.99))
  const ratio = percentile(busy, 0.99) / quiet
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
    method: `${TILES} stored tiles fetched one after the other, idle, then while a matrix, criticality and routes with alternatives are asked without pause (${answered} answered), then idle again. ${loadavg()[0]?.toFixed(1)} processes on average had the two cores in the last minute.`,
    head: ['', 'p50, ms', 'p99, ms', 'worst, ms'],
    rows: [row('idle before', idle), row('beside routing', busy), row('idle after', after)],
    checks,
  }
}
