/** Ids of districts and provinces from the names that the fact tables use (districts as of 2022). */
import type { ProvinceId } from '#geodata/contract/deposit.ts'
import { slugOf } from '#geodata/contract/filter.ts'
import type { Inputs } from './builder.ts'

/** Where the largest share of area names the wrong one: harbour islands, a ridge of the map, ground beyond the Line of Control. */
const BY_HAND: Readonly<Record<string, string | null>> = {
  'South Karachi': 'Karachi South',
  Kharmang: 'Kharmaung',
  'Jammu & Kashmir': null,
}

const PROVINCES: Readonly<Record<string, ProvinceId>> = {
  Balochistan: 'balochistan',
  'Khyber Pakhtunkhwa': 'khyber-pakhtunkhwa',
  Punjab: 'punjab',
  Sindh: 'sindh',
  'Gilgit Baltistan': 'gilgit-baltistan',
  'Gilgit-Baltistan': 'gilgit-baltistan',
  'Azad Kashmir': 'azad-jammu-kashmir',
  Islamabad: 'islamabad',
  'Islamabad Capital Territory': 'islamabad',
}

/** The id of a province of the fact tables; throws on a name it does not know. */
export function factProvince(name: string | null): ProvinceId {
  const id = PROVINCES[name ?? '']
  if (!id) throw new Error(`unknown province ${name}`)
  return id
}

/** The id in `districts` for a district of the fact tables; null for ground outside; throws on a name it does not know. */
export function openDistrictIds(inputs: Inputs): (name: string) => string | null {
  const census = new Map(
    inputs.csv('upstream/census-pbs-2023/district_names.csv').map((row) => [row.ocha_name, row.census_name]),
  )
  return (name) => {
    const target = name in BY_HAND ? BY_HAND[name] : census.get(name)
    if (target === undefined) throw new Error(`unknown district ${name}`)
    return target === null ? null : slugOf(target)
  }
}

/** Cells of a list, split at `|`. */
export function listOf(cell: string | null | undefined): string[] {
  return (cell ?? '')
    .split('|')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

/** A number, or null for a blank cell; throws on anything else. */
export function numberOf(cell: string | null | undefined): number | null {
  if (cell === null || cell === undefined) return null
  const value = Number(cell)
  if (!Number.isFinite(value)) throw new Error(`not a number: ${cell}`)
  return value
}
