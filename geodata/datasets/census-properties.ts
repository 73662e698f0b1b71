/** Census figures that provinces, divisions and districts share; null where the 2023 census did not cover. */
import * as z from 'zod'
import { ProvinceId } from '#geodata/contract/deposit.ts'

const percent = z.number().min(0).max(100).nullable()

export const censusProperties = {
  province: ProvinceId,
  /** False in Azad Jammu and Kashmir and Gilgit-Baltistan: every figure is then null, 'not covered'. */
  censusCovered: z.boolean(),
  /** People, table 1. */
  population: z.number().int().positive().nullable(),
  households: z.number().int().positive().nullable(),
  /** Published area in km², table 1. The drawn area differs a little and is never printed. */
  areaKm2: z.number().positive().nullable(),
  /** Literate people of ten years and over, as a share of people of that age, table 12. */
  literacyPct: percent,
  /** Households with an improved source of drinking water, by the bureau's definition, table 23. */
  improvedWaterPct: percent,
  /** Households with a flush toilet (not the same as improved sanitation), table 24. */
  flushToiletPct: percent,
}
