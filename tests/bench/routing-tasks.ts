/** Questions about the whole network, as a routing thread answers them, on the atlas's own network and deposits. */
import { existsSync, readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import type { DatasetDefinition } from '#geodata/contract/dataset.ts'
import deposits from '#geodata/datasets/deposits/dataset.ts'
import ports from '#geodata/datasets/ports/dataset.ts'
import zones from '#geodata/datasets/zones/dataset.ts'
import { decodeNetwork } from '#geodata/network/decode-network.ts'
import { labelPoint } from '#geodata/spatial/label-point.ts'
import { readFeatures } from '#scripts/load-datasets.ts'
import { type AskedConditions, createRoutingWorld } from '#server/routing/routing-world.ts'
import { TASKS } from '#server/routing/tasks.ts'
import { realAssumptions } from '#tests/fixtures/network-of.ts'
import { type Check, ms, percentile, type Section, timed } from './measure.ts'
import { check, NETWORK_FILE } from './routing.ts'

const REPEATS = 3
const SEA_PORTS = ['ports/gwadar', 'ports/karachi', 'ports/port-qasim']
const CONDITIONS: AskedConditions = {
  by: 'cost',
  modes: ['road', 'rail', 'sea'],
  statuses: ['operational'],
  month: null,
  overrides: {},
  closedReferences: [],
  transit: 'avoid',
  changes: [],
}

export async function routingTasks(): Promise<Section> {
  const rows: string[][] = []
  const checks: Check[] = []
  if (existsSync(NETWORK_FILE)) {
    const world = createRoutingWorld(decodeNetwork(readFileSync(NETWORK_FILE)), new Map(), realAssumptions())
    const [from, harbours, towns] = [placesOf(deposits), placesOf(ports), placesOf(zones)]
    const to = harbours.filter(({ ref }) => SEA_PORTS.includes(ref))
    const asked = { from, to, conditions: CONDITIONS }
    const ends = [...harbours, ...towns]
    const changes = [{ kind: 'close-reference' as const, reference: 'N-25' }]
    const reach = {
      from: to.slice(0, 1),
      conditions: { ...CONDITIONS, by: 'time' as const },
      budgets: [6, 12, 24],
      points: {},
    }
    const sites = {
      from,
      candidates: towns,
      standing: [],
      count: 3,
      market: to[0] ?? null,
      yield: 0.3,
      conditions: CONDITIONS,
    }
    const questions: [string, () => unknown][] = [
      [`matrix, ${from.length} × ${ends.length}`, () => TASKS.tabulate(world, { ...asked, to: ends })],
      [
        `criticality of the whole network for ${from.length} deposits`,
        () => TASKS.rankLosses(world, { ...asked, limit: 100 }),
      ],
      ['reach, 6, 12 and 24 hours', () => TASKS.drawReach(world, reach)],
      [`siting, 3 of ${towns.length}`, () => TASKS.siteFor(world, sites)],
      ['best next links', () => TASKS.rankLinks(world, { ...asked, limit: 20 })],
      ['scenario, N-25 closed', () => TASKS.runScenario(world, { ...asked, changes, withWays: false })],
    ]
    for (const [name, ask] of questions) {
      const times: number[] = []
      const before = process.cpuUsage()
      for (let i = 0; i < REPEATS; i++) times.push(await timed(ask))
      const used = process.cpuUsage(before)
      const median = percentile(times, 0.5)
      rows.push([name, ms(median), ms((used.user + used.system) / 1000 / REPEATS)])
      if (name.startsWith('criticality')) checks.push(check('atlas: criticality of the whole network', median, 5000))
    }
    rows.push(['memory of the process, one network', `${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`, ''])
  }
  return {
    title: 'Routing: the whole network',
    method: `All deposits, median of ${REPEATS}; other work had the two cores too (${loadavg()[0]?.toFixed(1)} processes on average in the last minute).`,
    head: ['question', 'time, ms', 'processor time, ms'],
    rows,
    checks,
  }
}

function placesOf(definition: DatasetDefinition) {
  return readFeatures(definition).flatMap(({ id, geometry }) =>
    geometry ? [{ ref: `${definition.id}/${id}`, position: labelPoint(geometry) }] : [],
  )
}
