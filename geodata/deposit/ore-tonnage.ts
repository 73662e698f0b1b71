/**
 * Reported ore in groups, by primary commodity and category. A figure counts where no whole above it has one, wherever the
 * whole stands: so the sum over groups is the total, and a part in another district than its parent is not counted twice.
 */
import type { Deposit } from '#geodata/contract/deposit.ts'
import type { OreTonnage } from '#geodata/contract/regions.ts'

export interface OreRecord {
  id: string
  deposit: Pick<Deposit, 'resource' | 'partOf' | 'commodityPrimary'>
}

/** Rows of each group, largest first; groups without a figure are absent. */
export function oreByGroup(
  records: readonly OreRecord[],
  groupOf: (record: OreRecord) => string,
): ReadonlyMap<string, OreTonnage[]> {
  const byId = new Map(records.map((record) => [record.id, record]))
  const sums = new Map<string, Map<string, OreTonnage>>()
  for (const record of records) {
    const { resource, commodityPrimary: commodity } = record.deposit
    if (resource === null || resource.tonnageMt === null || isInsideFigure(record, byId)) continue
    const group = sums.get(groupOf(record)) ?? new Map<string, OreTonnage>()
    sums.set(groupOf(record), group)
    const { category, tonnageMt } = resource
    const before = group.get(`${commodity} ${category}`) ?? { commodity, category, tonnageMt: 0, deposits: 0 }
    group.set(`${commodity} ${category}`, {
      ...before,
      tonnageMt: before.tonnageMt + tonnageMt,
      deposits: before.deposits + 1,
    })
  }
  return new Map([...sums].map(([key, group]) => [key, [...group.values()].sort((a, b) => b.tonnageMt - a.tonnageMt)]))
}

function isInsideFigure(record: OreRecord, byId: ReadonlyMap<string, OreRecord>): boolean {
  const seen = new Set([record.id])
  let { partOf } = record.deposit
  // A record that is its own ancestor would be a fault of the data: it ends the climb.
  while (partOf !== null && !seen.has(partOf)) {
    const whole = byId.get(partOf)
    if (whole?.deposit.resource?.tonnageMt != null) return true
    seen.add(partOf)
    partOf = whole?.deposit.partOf ?? null
  }
  return false
}
