/** Every feature of some datasets within a distance of a place, nearest first; candidates by box, then measured exactly. */
import type { Geometry } from '#geodata/contract/geo.ts'
import type { Located } from '#geodata/contract/questions.ts'
import { searchBox } from '#geodata/spatial/bbox.ts'
import { targetOf } from '#geodata/spatial/target.ts'
import { Refusal } from '../refusal.ts'
import type { Accept } from './accepted-deposits.ts'
import { breather } from './breathe.ts'
import { knownDataset } from './known-dataset.ts'
import { locatedOf } from './located.ts'
import type { Context } from './query.ts'

/** More than this many in one answer is for tiles and pages. */
export const MOST_FOUND = 20_000

interface Question {
  place: Geometry
  datasets: readonly string[]
  withinKm: number
  accept: Accept
}

/** Refuses rather than cuts short. */
export async function withinDistance(
  { place, datasets, withinKm, accept }: Question,
  context: Context,
): Promise<Located[]> {
  const target = targetOf(place)
  const breathe = breather()
  const found: Located[] = []
  for (const dataset of datasets) {
    knownDataset(dataset, context)
    for (const { id, bbox } of await context.storage.boxes(dataset, searchBox(target.bbox, withinKm))) {
      if (!accept(dataset, id) || target.leastDistanceM(bbox) > withinKm * 1000) continue
      await breathe()
      context.signal.throwIfAborted()
      const feature = await context.storage.feature({ dataset, id })
      if (!feature?.geometry) continue
      const measured = { feature, ...target.nearest(feature.geometry) }
      if (measured.nearest.distanceM <= withinKm * 1000) found.push(locatedOf(dataset, measured, place, context))
      if (found.length > MOST_FOUND) throw tooManyFound()
    }
  }
  return found.sort(byDistance)
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
