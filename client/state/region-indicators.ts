/** The figures by which regions are shaded and compared: one number a region, null where it is not known. */
import type { RegionRow } from '#geodata/contract/regions.ts'

const OF = {
  deposits: ({ count }) => count.deposits,
  operating: ({ byStatus }) => byStatus.operating,
  population: ({ census }) => census.population,
  areaKm2: ({ census }) => census.areaKm2,
  densityPerKm2: ({ census }) => census.densityPerKm2,
  literacyPct: ({ census }) => census.literacyPct,
  improvedWaterPct: ({ census }) => census.improvedWaterPct,
  powerMw: ({ powerMw }) => powerMw,
  zones: ({ infrastructure }) => infrastructure.zones,
  processing: ({ infrastructure }) => infrastructure.processing,
  corridors: ({ corridors }) => corridors,
  protectedAreas: ({ protectedAreas }) => protectedAreas,
} as const satisfies Readonly<Record<string, (row: RegionRow) => number | null>>

export type RegionIndicator = keyof typeof OF
export const REGION_INDICATORS = Object.keys(OF) as RegionIndicator[]

export function indicatorOf(row: RegionRow, indicator: RegionIndicator): number | null {
  return OF[indicator](row)
}
