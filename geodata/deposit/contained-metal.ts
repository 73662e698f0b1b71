/**
 * What is in the ground: tonnage × grade of the most defensible estimate, as graded (a grade of chromite is Cr₂O₃, not
 * chromium). Rival estimates and heating values add nothing. What may be added to what is said in summarise.ts.
 */
import type { CommodityCode } from '#geodata/contract/commodity.ts'
import type { ResourceEstimate } from '#geodata/contract/deposit.ts'

/** The part of an estimate that metal is reckoned from. */
export type Estimate = Pick<ResourceEstimate, 'tonnageMt' | 'category' | 'grades'>

export interface Content {
  commodity: CommodityCode
  category: ResourceEstimate['category']
  tonnes: number
}

/** 1 Mt of ore at 1 % holds 10,000 t; at 1 g/t it holds 1 t. */
const TONNES_PER_MT: Readonly<Record<'%' | 'g/t', number>> = { '%': 10_000, 'g/t': 1 }

/** One figure for each grade that tells a share. */
export function contentsOf(estimate: Estimate | null): Content[] {
  if (estimate === null || estimate.tonnageMt === null) return []
  const { tonnageMt, category } = estimate
  return estimate.grades.flatMap(({ commodity, value, unit }) =>
    unit === 'MJ/kg' ? [] : [{ commodity, category, tonnes: tonnageMt * value * TONNES_PER_MT[unit] }],
  )
}
