/** Census of 2023 by district: counts that can be summed, and the rates that follow from them. */
import type { Inputs } from './builder.ts'

const COUNTS = [
  'population',
  'households',
  'area_km2',
  'population_10_plus',
  'literate_10_plus',
  'households_water_table',
  'households_improved_water',
  'households_sanitation_table',
  'households_flush_toilet',
] as const
export type Counts = Record<(typeof COUNTS)[number], number>

export interface DistrictCensus {
  counts: Counts
  /** Null where the largest group is the census's own 'Others' (Khowar in Chitral has no category). */
  mainMotherTongue: string | null
  motherTonguePct: { language: string; pct: number }[]
}

/** One decimal. */
function percent(part: number, whole: number): number {
  return Math.round((1000 * part) / whole) / 10
}

/** Census rows by district name as the boundary data spell it. Throws on a cell that is not a number. */
export function readCensus(inputs: Inputs): Map<string, DistrictCensus> {
  const tongues = new Map(
    inputs.csv('upstream/census-pbs-2023/mother_tongue.csv').map(({ district, ...speakers }) => {
      const counted = Object.values(speakers).reduce((sum, cell) => sum + Number(cell), 0)
      const shares = Object.entries(speakers)
        .map(([language, cell]) => ({ language, pct: percent(Number(cell), counted) }))
        .filter(({ pct }) => pct > 0)
        .sort((a, b) => b.pct - a.pct || (a.language < b.language ? -1 : 1))
      return [district ?? '', shares]
    }),
  )
  return new Map(
    inputs.csv('upstream/census-pbs-2023/districts.csv').map((row) => {
      const district = row.district ?? ''
      const counts = Object.fromEntries(COUNTS.map((key) => [key, Number(row[key] ?? Number.NaN)])) as Counts
      const bad = COUNTS.find((key) => !Number.isFinite(counts[key]))
      const motherTonguePct = tongues.get(district)
      if (bad || !motherTonguePct) throw new Error(`census of ${district}: no figure for ${bad ?? 'mother tongue'}`)
      return [district, { counts, mainMotherTongue: row.main_mother_tongue ?? null, motherTonguePct }]
    }),
  )
}

export function sumCounts(list: readonly Counts[]): Counts | null {
  if (list.length === 0) return null
  return Object.fromEntries(COUNTS.map((key) => [key, list.reduce((sum, counts) => sum + counts[key], 0)])) as Counts
}

/** The properties of `census-properties.ts`; null in, null out: not covered is never zero. */
export function censusFigures(counts: Counts | null) {
  if (counts === null)
    return {
      censusCovered: false,
      population: null,
      households: null,
      areaKm2: null,
      literacyPct: null,
      improvedWaterPct: null,
      flushToiletPct: null,
    }
  return {
    censusCovered: true,
    population: counts.population,
    households: counts.households,
    areaKm2: counts.area_km2,
    literacyPct: percent(counts.literate_10_plus, counts.population_10_plus),
    improvedWaterPct: percent(counts.households_improved_water, counts.households_water_table),
    flushToiletPct: percent(counts.households_flush_toilet, counts.households_sanitation_table),
  }
}
