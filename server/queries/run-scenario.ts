/** What a set of changes does to each deposit's way to market, and to the provinces. */
import type { ScenarioAnswer } from '#geodata/contract/scenario.ts'
import { compareSides, totalsByProvince } from '#geodata/scenario/compare.ts'
import { Refusal } from '../refusal.ts'
import type { OutcomeOfOne } from '../routing/run-scenario.ts'
import type { UsedWay } from '../routing/ways-used.ts'
import { everyDeposit } from './every-deposit.ts'
import { placeOfDeposit, resolvePlaces, textOf } from './network-origins.ts'
import { conditionsOf, type ResolvedPlace } from './network-question.ts'
import { effectOf } from './plan-changed-route.ts'
import type { Context, Query } from './query.ts'

/** The ports from which ore leaves Pakistan. */
const SEA_PORTS = ['gwadar', 'karachi', 'port-qasim'].map((id) => ({ kind: 'feature' as const, dataset: 'ports', id }))

export const runScenario: Query<'runScenario'> = async ({ body }, context) => {
  const places = body.to?.map((text) => {
    const [dataset = '', id = ''] = text.split('/')
    return { kind: 'feature' as const, dataset, id }
  })
  const conditions = conditionsOf({ by: body.by, modes: body.modes, month: body.month, status: body.links })
  const [deposits, to] = await Promise.all([
    depositsOf(body.deposits, context),
    resolvePlaces(places ?? SEA_PORTS, 'to', context),
  ])
  const from = deposits.map(placeOfDeposit)
  const { effects, before, after, ways, networkVersion } = await context.graph.ask(
    'runScenario',
    { from, to, conditions, changes: body.changes, withWays: body.withWays ?? false },
    context.signal,
  )
  const rows = deposits.map(({ id, name, province, position }, index): ScenarioAnswer['rows'][number] => {
    const [was, is] = [before[index] ?? null, after[index] ?? null]
    const sides = { before: sideOf(was, to), after: sideOf(is, to) }
    const isRouteChanged = (was?.way ?? null) !== (is?.way ?? null)
    const about = { ref: `deposits/${id}`, name, province, position, isRouteChanged }
    return { ...about, ...sides, ...compareSides(sides.before, sides.after) }
  })
  return {
    by: conditions.by,
    networkVersion,
    effects: effects.map(effectOf),
    ways: ways && { before: drawn(ways.before), after: drawn(ways.after) },
    rows,
    provinces: totalsByProvince(rows),
  }
}

function drawn(ways: readonly UsedWay[]): NonNullable<ScenarioAnswer['ways']>['before'] {
  return ways.map(({ mode, deposits, lines }) => ({
    ...{ mode, deposits },
    geometry: { type: 'MultiLineString' as const, coordinates: lines },
  }))
}

async function depositsOf(ids: readonly string[] | undefined, context: Context) {
  const all = await everyDeposit({}, context)
  if (!ids) return all.filter(({ partOf }) => partOf === null)
  const chosen = all.filter(({ id }) => ids.includes(id))
  const missing = ids.filter((id) => !chosen.some((deposit) => deposit.id === id))
  if (missing.length > 0) throw new Refusal('not-found', `No such deposit: ${missing.slice(0, 5).join(', ')}.`)
  return chosen
}

function sideOf(one: OutcomeOfOne | null, to: readonly ResolvedPlace[]): ScenarioAnswer['rows'][number]['before'] {
  const place = one && to[one.destination]
  if (!one || !place) return null
  const { costUsdPerTonne, timeH, lengthKm, co2KgPerTonne } = one.measure
  return { to: textOf(place), costUsdPerTonne: costUsdPerTonne.base, timeH, lengthKm, co2KgPerTonne }
}
