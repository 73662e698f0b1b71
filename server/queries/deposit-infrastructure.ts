/** What lies nearest to one deposit, rivers and protected areas included: its rows of the overlay. */
import { OVERLAY_KINDS } from '#geodata/contract/questions.ts'
import { Refusal } from '../refusal.ts'
import { nearestOfDeposit } from './nearest-of-deposit.ts'
import type { Query } from './query.ts'

export const depositInfrastructure: Query<'depositInfrastructure'> = async ({ params: { id } }, context) => {
  const feature = await context.storage.deposit(id)
  if (feature?.geometry?.type !== 'Point') throw new Refusal('not-found', 'No deposit has this id.')
  return { id, nearest: await nearestOfDeposit(id, feature.geometry.coordinates, OVERLAY_KINDS, context) }
}
