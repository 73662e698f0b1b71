/**
 * Ore in the ground of some deposits: published tonnages by main commodity and category. A deposit's own figure stands for
 * its parts, wherever they are listed; resources, reserves and unclassified figures stay apart, and ore of one commodity is
 * never added to ore of another.
 */
import type { CommodityCode } from '#geodata/contract/commodity.ts'
import type { ResourceEstimate } from '#geodata/contract/deposit.ts'
import { ancestorsOf } from './parts.ts'

export interface OreRecord {
  id: string
  partOf: string | null
  commodityPrimary: CommodityCode
  resource: Pick<ResourceEstimate, 'tonnageMt' | 'category'> | null
}

export interface OreFigure {
  /** The deposit that states the figure. */
  id: string
  commodity: CommodityCode
  category: ResourceEstimate['category']
  tonnageMt: number
}

export interface OreSum extends Omit<OreFigure, 'id'> {
  /** Deposits whose figures are in the sum. */
  deposits: number
}

/** Every tonnage to be counted among these deposits, none twice. */
export function oreFigures(records: readonly OreRecord[]): OreFigure[] {
  const byId = new Map(records.map((record) => [record.id, record]))
  return [...byId.values()].flatMap((record) => {
    const { id, commodityPrimary: commodity, resource } = record
    if (resource === null || resource.tonnageMt === null) return []
    const isInside = ancestorsOf(record, byId).some((above) => (byId.get(above)?.resource?.tonnageMt ?? null) !== null)
    return isInside ? [] : [{ id, commodity, category: resource.category, tonnageMt: resource.tonnageMt }]
  })
}

/** Sums by commodity and category, the largest first. */
export function sumOre(figures: readonly OreFigure[]): OreSum[] {
  const sums = new Map<string, OreSum>()
  for (const { commodity, category, tonnageMt } of figures) {
    const key = `${commodity} ${category}`
    const before = sums.get(key) ?? { commodity, category, tonnageMt: 0, deposits: 0 }
    sums.set(key, { ...before, tonnageMt: before.tonnageMt + tonnageMt, deposits: before.deposits + 1 })
  }
  return [...sums.values()].sort((a, b) => b.tonnageMt - a.tonnageMt)
}
