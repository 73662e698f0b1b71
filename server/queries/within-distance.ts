/** Every feature of some datasets within a distance of a place, nearest first; what may lie so near is measured exactly. */
import type { Geometry } from '#geodata/contract/geo.ts'
import type { Located } from '#geodata/contract/questions.ts'
import { candidatesWithin, type Hit, measure, originOf } from '#geodata/spatial/search-shapes.ts'
import type { ShapeIndex } from '#geodata/spatial/shape-index.ts'
import { Refusal } from '../refusal.ts'
import type { Accept } from './accepted-deposits.ts'
import { breather } from './breathe.ts'
import { shapesOf } from './dataset-shapes.ts'
import { knownDataset } from './known-dataset.ts'
import { type LocatedAlong, locatedOf } from './located.ts'
import { foundOf } from './nearest-in-dataset.ts'
import type { Context } from './query.ts'

/** More than this many in one answer is for tiles and pages. */
export const MOST_FOUND = 20_000

interface Question {
  place: Geometry
  datasets: readonly string[]
  withinKm: number
  accept: Accept
}

/** What was found, in few words: of a list only the first are told in full. */
export interface FoundHit extends Hit {
  ref: { dataset: string; id: string }
  index: ShapeIndex
}

/** Refuses rather than cuts short. */
export async function withinDistance(
  { place, datasets, withinKm, accept }: Question,
  { storage, signal, ...context }: Context,
): Promise<FoundHit[]> {
  const origin = originOf(place)
  const breathe = breather()
  const found: FoundHit[] = []
  for (const dataset of datasets) {
    knownDataset(dataset, context)
    const index = await shapesOf(dataset, storage)
    const isAccepted = (feature: number): boolean => accept(dataset, index.ids[feature] ?? '')
    for (const candidate of candidatesWithin(index, origin, withinKm * 1000, isAccepted)) {
      const hit = measure(index, origin, candidate, withinKm * 1000)
      if (hit) found.push({ ...hit, index, ref: { dataset, id: index.ids[hit.feature] ?? '' } })
      if (found.length > MOST_FOUND) throw tooManyFound()
      const pause = breathe()
      if (pause) await pause
      signal.throwIfAborted()
    }
  }
  return found.sort((a, b) => a.distanceM - b.distanceM || (keyOf(a) < keyOf(b) ? -1 : 1))
}

const keyOf = ({ ref }: FoundHit): string => `${ref.dataset}/${ref.id}`

/** Told in full. */
export async function locatedAll(
  hits: readonly FoundHit[],
  place: Geometry,
  context: Context,
): Promise<LocatedAlong[]> {
  const all: LocatedAlong[] = []
  for (const { ref, index, ...hit } of hits) {
    const found = await foundOf(ref.dataset, index, hit, context.storage)
    if (found) all.push(locatedOf(ref.dataset, found, place, context))
  }
  return all
}

export function byDistance(a: Located, b: Located): number {
  return a.distanceKm - b.distanceKm || (`${a.ref.dataset}/${a.ref.id}` < `${b.ref.dataset}/${b.ref.id}` ? -1 : 1)
}

export function tooManyFound(): Refusal {
  return new Refusal(
    'query-too-long',
    `More than ${MOST_FOUND} features: ask for a smaller distance or area, or fewer datasets.`,
  )
}
