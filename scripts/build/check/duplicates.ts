/** Refuses deposits that stand in the table twice: near in space and near in name, unless said to be part or shared ground. */
import { distance } from '@turf/turf'
import { distance as editDistance } from 'fastest-levenshtein'
import { COMMODITIES } from '#geodata/contract/commodity.ts'
import { slugOf } from '#geodata/contract/filter.ts'
import type { Check, StoredFeature } from './check.ts'

const NEAR_KM = 10
/** Share of letters that may differ between two spellings of one name. */
const SAME_NAME = 0.25

/** Words that tell the kind of a deposit, not which one it is; names of commodities are left out too. */
const KIND_WORDS = /\b(?:deposit|mine|mines|project|coalfield|field|prospect|block|area|district|the)\b/g

const COMMODITY_WORDS = new Set(Object.values(COMMODITIES).flatMap(({ name }) => slugOf(name.en).split('-')))

function coreName(name: string): string {
  return slugOf(name)
    .replaceAll('-', ' ')
    .replace(KIND_WORDS, '')
    .split(' ')
    .filter((word) => !COMMODITY_WORDS.has(word))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function namesOf(feature: StoredFeature): string[] {
  const { name } = feature.properties
  const english = typeof name === 'object' && name !== null && 'en' in name ? name.en : null
  return typeof english === 'string' ? [coreName(english)].filter((core) => core !== '') : []
}

/** Numbers tell blocks and licences apart, however alike the words are. */
const digitsOf = (name: string): string => name.replace(/\D+/g, ' ').trim()

function areNamesNear(one: StoredFeature, other: StoredFeature): boolean {
  return namesOf(one).some((a) =>
    namesOf(other).some(
      (b) => digitsOf(a) === digitsOf(b) && editDistance(a, b) <= SAME_NAME * Math.max(a.length, b.length),
    ),
  )
}

/** Part and whole, parts of one whole, or ground said to be shared. */
function areRelated(one: StoredFeature, other: StoredFeature): boolean {
  const parentOf = (feature: StoredFeature) => feature.properties.partOf ?? null
  const shares = (feature: StoredFeature, id: string) =>
    Array.isArray(feature.properties.sharesGroundWith) && feature.properties.sharesGroundWith.includes(id)
  return (
    parentOf(one) === other.id ||
    parentOf(other) === one.id ||
    (parentOf(one) !== null && parentOf(one) === parentOf(other)) ||
    shares(one, other.id) ||
    shares(other, one.id)
  )
}

export const duplicateDeposits: Check = (world) => {
  const deposits = world.get('deposits')?.features ?? []
  return deposits.flatMap((one, index) =>
    deposits.slice(index + 1).flatMap((other) => {
      if (one.geometry?.type !== 'Point' || other.geometry?.type !== 'Point') return []
      if (one.properties.commodityPrimary !== other.properties.commodityPrimary || areRelated(one, other)) return []
      const km = distance(one.geometry.coordinates, other.geometry.coordinates)
      if (km > NEAR_KM || !areNamesNear(one, other)) return []
      return [
        {
          where: `deposits/${one.id}`,
          what: `looks like deposits/${other.id}: ${km.toFixed(1)} km apart, names alike`,
          mend: 'merge the two, or say that one is part of the other or shares its ground',
        },
      ]
    }),
  )
}
