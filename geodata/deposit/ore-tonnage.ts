/**
 * Reported ore by primary commodity and category. A figure counts where no whole above it has one, wherever the whole
 * stands: so the sum over groups is the total, and a part in another district than its parent is not counted twice.
 * Categories stay apart, and ore of one commodity is never added to ore of another.
 */
import type { Deposit, ResourceEstimate } from '#geodata/contract/deposit.ts'
import type { OreTonnage } from '#geodata/contract/regions.ts'
import { ancestorsOf } from './parts.ts'

export interface OreRecord {
  id: string
  deposit: Pick<Deposit, 'partOf' | 'commodityPrimary'> & {
    resource: Pick<ResourceEstimate, 'tonnageMt' | 'category'> | null
  }
}

export interface OreFigure extends Omit<OreTonnage, 'deposits'> {
  /** The deposit that states the figure. */
  id: string
}

/** Every tonnage to be counted among these deposits, none twice. */
export function oreFigures(records: readonly OreRecord[]): OreFigure[] {
  const above = new Map(records.map(({ id, deposit: { partOf, resource } }) => [id, { id, partOf, resource }]))
  return records.flatMap(({ id, deposit: { partOf, resource, commodityPrimary: commodity } }) => {
    if (resource === null || resource.tonnageMt === null) return []
    const hasWhole = ancestorsOf({ id, partOf }, above).some((one) => above.get(one)?.resource?.tonnageMt != null)
    return hasWhole ? [] : [{ id, commodity, category: resource.category, tonnageMt: resource.tonnageMt }]
  })
}

/** Sums by commodity and category, the largest first. */
export function sumOre(figures: readonly OreFigure[]): OreTonnage[] {
  const sums = new Map<string, OreTonnage>()
  for (const { commodity, category, tonnageMt } of figures) {
    const key = `${commodity} ${category}`
    const before = sums.get(key) ?? { commodity, category, tonnageMt: 0, deposits: 0 }
    sums.set(key, { ...before, tonnageMt: before.tonnageMt + tonnageMt, deposits: before.deposits + 1 })
  }
  return [...sums.values()].sort((a, b) => b.tonnageMt - a.tonnageMt)
}

/** Sums of each group, largest first; groups without a figure are absent. */
export function oreByGroup(
  records: readonly OreRecord[],
  groupOf: (record: OreRecord) => string,
): ReadonlyMap<string, OreTonnage[]> {
  const groupById = new Map(records.map((record) => [record.id, groupOf(record)]))
  const groups = new Map<string, OreFigure[]>()
  for (const figure of oreFigures(records)) {
    const key = groupById.get(figure.id) ?? ''
    groups.set(key, [...(groups.get(key) ?? []), figure])
  }
  return new Map([...groups].map(([key, figures]) => [key, sumOre(figures)]))
}
