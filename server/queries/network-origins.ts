/** Deposits and other places as origins and destinations of questions about the network. */
import type { DepositSummary } from '#geodata/contract/endpoints.ts'
import type { DepositFilter } from '#geodata/contract/filter.ts'
import type { Place } from '#geodata/contract/logistics.ts'
import type { PlaceLine } from '#geodata/contract/network-questions.ts'
import { Refusal } from '../refusal.ts'
import { everyDeposit } from './every-deposit.ts'
import { type ResolvedPlace, resolvePlace } from './network-question.ts'
import type { Context } from './query.ts'

/** Trees and ways grow with it: beyond, narrow the filter. */
const MOST_ORIGINS = 1000

export function resolvePlaces(places: readonly Place[], field: string, context: Context): Promise<ResolvedPlace[]> {
  return Promise.all(places.map((place) => resolvePlace(place, field, context)))
}

/** The places named, else the whole deposits that match. */
export async function originsOf(
  { from, ...filter }: DepositFilter & { from?: Place[] | undefined },
  context: Context,
): Promise<ResolvedPlace[]> {
  if (from) return resolvePlaces(from, 'from', context)
  const deposits = (await everyDeposit(filter, context)).filter(({ partOf }) => partOf === null)
  if (deposits.length > MOST_ORIGINS)
    throw new Refusal('query-too-long', `More than ${MOST_ORIGINS} deposits match: narrow the filter.`)
  return deposits.map(placeOfDeposit)
}

export function placeOfDeposit({ id, position, name, geometryQuality }: DepositSummary): ResolvedPlace {
  return { ref: `deposits/${id}`, position, name, isDistrictLevel: geometryQuality === 'district' }
}

export function lineOf({ ref, name, position, isDistrictLevel }: ResolvedPlace): PlaceLine {
  return { ref, name, position, isDistrictLevel }
}

/** `ref` of a place, or its position as text. */
export function textOf({ ref, position }: ResolvedPlace): string {
  return ref ?? position.join(',')
}
