/** What lies within budgets of time, cost or distance of some places, with people, deposits and plants inside. */
import type { DepositSummary } from '#geodata/contract/endpoints.ts'
import type { Position } from '#geodata/contract/geo.ts'
import { PlaceProperties } from '#geodata/datasets/places/dataset.ts'
import { ACCESS_WITHIN_KM, CELL_DEG } from '#geodata/network/reach.ts'
import { UNITS } from './critical-edges.ts'
import { everyDeposit } from './every-deposit.ts'
import { resolvePlaces } from './network-origins.ts'
import { conditionsOf } from './network-question.ts'
import type { Context, Query } from './query.ts'

interface Counted {
  position: Position
  amount: number
}

export const drawReach: Query<'drawReach'> = async ({ query }, context) => {
  const conditions = conditionsOf(query)
  const [from, points] = await Promise.all([resolvePlaces(query.from, 'from', context), pointsOf(context)])
  const drawn = await context.graph.ask(
    'drawReach',
    { from, conditions, budgets: query.budget, points },
    context.signal,
  )
  return {
    by: conditions.by,
    unit: UNITS[conditions.by],
    areas: drawn.areas.map(({ budget, area, counts }) => ({
      budget,
      geometry: area,
      people: Math.round(counts.places?.amount ?? 0),
      places: counts.places?.number ?? 0,
      deposits: counts.deposits?.number ?? 0,
      plants: counts.plants?.number ?? 0,
    })),
    cellDeg: CELL_DEG,
    accessWithinKm: ACCESS_WITHIN_KM,
    networkVersion: drawn.networkVersion,
  }
}

/** Kept until the datasets change: the same for every question. */
function pointsOf(context: Context): Promise<Record<string, Counted[]>> {
  return context.cache.get('points of reach', ['places', 'deposits', 'processing', 'power-plants'], async () => ({
    places: await pointsIn('places', context, (properties) => PlaceProperties.parse(properties).population ?? 0),
    deposits: (await everyDeposit({}, context))
      .filter(({ partOf }: DepositSummary) => partOf === null)
      .map(({ position }) => ({ position, amount: 1 })),
    plants: [
      ...(await pointsIn('processing', context, () => 1)),
      ...(await pointsIn('power-plants', context, () => 1)),
    ],
  }))
}

const PAGE = 1000

async function pointsIn(
  dataset: string,
  { storage, signal }: Context,
  amountOf: (properties: unknown) => number,
): Promise<Counted[]> {
  const points: Counted[] = []
  let after: string | undefined
  do {
    signal.throwIfAborted()
    const page = await storage.features(dataset, { limit: PAGE, ...(after !== undefined && { after }) })
    for (const { geometry, properties } of page)
      if (geometry?.type === 'Point') points.push({ position: geometry.coordinates, amount: amountOf(properties) })
    after = page.length === PAGE ? page.at(-1)?.id : undefined
  } while (after !== undefined)
  return points
}
