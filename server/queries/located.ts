/** A found feature as an answer tells of it: distance, bearing, the two nearest points, the side, a few facts. */
import type { Geometry } from '#geodata/contract/geo.ts'
import type { Located } from '#geodata/contract/questions.ts'
import { type AlongLine, alongLines } from '#geodata/spatial/along-line.ts'
import { linesOf } from '#geodata/spatial/pieces.ts'
import { type Found, neighbourOf } from './nearest-in-dataset.ts'
import type { Context } from './query.ts'

export interface LocatedAlong {
  located: Located
  /** Along the line that the place is, or else the feature; null where neither is one. */
  chainageM: number | null
}

export function locatedOf(
  dataset: string,
  found: Found,
  place: Geometry,
  { datasets }: Pick<Context, 'datasets'>,
): LocatedAlong {
  const facts = datasets.find(({ id }) => id === dataset)?.tiles?.properties ?? []
  const along = alongOf(found, place)
  const located = Object.assign(neighbourOf(dataset, found, facts), { from: found.from, side: along?.side ?? null })
  return { located, chainageM: along?.chainageM ?? null }
}

function alongOf({ feature: { geometry }, nearest: { position }, from }: Found, place: Geometry): AlongLine | null {
  if (isLine(place)) return alongLines(linesOf(place), from, position)
  return geometry && isLine(geometry) ? alongLines(linesOf(geometry), position, from) : null
}

function isLine({ type }: Geometry): boolean {
  return type === 'LineString' || type === 'MultiLineString'
}
