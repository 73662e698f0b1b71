/** One deposit with everything its sheet shows. Distances are straight lines on the ellipsoid. */
import { type DepositSummary, NEAREST_KINDS, type Output } from '#geodata/contract/endpoints.ts'
import type { Position } from '#geodata/contract/geo.ts'
import { Refusal } from '../refusal.ts'
import { nearestInDataset } from './nearest-in-dataset.ts'
import { nearestOfDeposit } from './nearest-of-deposit.ts'
import type { Context, Query } from './query.ts'
import { relatedToDeposit } from './related-to-deposit.ts'
import { sourcesOf } from './sources-of.ts'

const NEIGHBOURS = 6

export const getDeposit: Query<'getDeposit'> = async ({ params: { id } }, context) => {
  const { storage, cache } = context
  const feature = await storage.deposit(id)
  if (feature?.geometry?.type !== 'Point') throw new Refusal('not-found', 'No deposit has this id.')
  const { properties: deposit, geometry } = feature
  const position = geometry.coordinates
  const [parent] = deposit.partOf === null ? [] : await storage.depositSummaries([deposit.partOf])
  const parts = await storage.depositParts(id)
  const sharesGroundWith = await storage.depositSummaries(deposit.sharesGroundWith)
  const nearest = await nearestOfDeposit(id, position, NEAREST_KINDS, context)
  const family = new Set([id, deposit.partOf ?? id, ...parts.map((part) => part.id)])
  const neighbours = await cache.get(`neighbours of deposit ${id}`, ['deposits'], () =>
    neighboursOf(position, family, context),
  )
  const related = await relatedToDeposit(id, context)
  const sources = await sourcesOf(deposit, context)
  return {
    id,
    position,
    deposit,
    parent: parent ?? null,
    parts,
    sharesGroundWith,
    nearest,
    neighbours,
    related,
    sources,
  }
}

/** The nearest other deposits; parent and parts are shown elsewhere on the sheet. */
async function neighboursOf(
  place: Position,
  family: ReadonlySet<string>,
  context: Context,
): Promise<Output<'getDeposit'>['neighbours']> {
  const limit = NEIGHBOURS + family.size
  const found = (await nearestInDataset({ place, dataset: 'deposits', limit }, context))
    .filter(({ feature }) => !family.has(feature.id))
    .slice(0, NEIGHBOURS)
  const summaries = await context.storage.depositSummaries(found.map(({ feature }) => feature.id))
  const byId = new Map<string, DepositSummary>(summaries.map((summary) => [summary.id, summary]))
  return found.flatMap(({ feature, nearest }) => {
    const deposit = byId.get(feature.id)
    return deposit ? [{ deposit, distanceKm: nearest.distanceM / 1000, bearingDeg: nearest.bearingDeg }] : []
  })
}
