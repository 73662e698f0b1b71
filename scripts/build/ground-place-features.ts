/** A place while lists are being joined, and places as features with ids from their names. */
import { slugOf } from '#geodata/contract/filter.ts'
import type { Position } from '#geodata/contract/geo.ts'
import type { PlaceProperties } from '#geodata/datasets/places/dataset.ts'
import type { BuiltFeature } from './builder.ts'

export interface Place {
  class: PlaceProperties['class']
  at: Position
  en: string | null
  ur: string | null
  zh: string | null
  others: string[]
  country: string
  rank: number
  population: number | null
  isProvincialCapital: boolean
  quality: 'exact' | 'approximate'
  /** Whether a list other than OpenStreetMap knows it. */
  isListed: boolean
}

/** The same order on every machine, unlike a locale's. */
function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Sorted by rank and name; places of one name in one country are numbered in that order. */
export function placeFeatures(places: readonly Place[]): BuiltFeature[] {
  const used = new Map<string, number>()
  return places
    .toSorted(
      (a, b) => a.rank - b.rank || byCodePoint(a.en ?? '', b.en ?? '') || a.at[0] - b.at[0] || a.at[1] - b.at[1],
    )
    .map((known) => {
      const base = `${slugOf(known.en ?? '') || 'place'}-${known.country.toLowerCase()}`
      const count = (used.get(base) ?? 0) + 1
      used.set(base, count)
      const others = [...new Set(known.others)].filter((name) => name !== known.en)
      return {
        id: count === 1 ? base : `${base}-${count}`,
        geometry: { type: 'Point' as const, coordinates: known.at },
        properties: {
          name: { en: known.en, ur: known.ur, zh: known.zh },
          ...(others.length > 0 ? { altNames: others } : {}),
          geometryQuality: known.quality,
          class: known.class,
          rank: known.rank,
          population: known.population,
          isProvincialCapital: known.isProvincialCapital,
          country: known.country,
        },
      }
    })
}
