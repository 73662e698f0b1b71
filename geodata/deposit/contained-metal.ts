/**
 * What is in the ground: tonnage × grade of the most defensible estimate, as graded (a grade of chromite is Cr₂O₃, not
 * chromium). Resources, reserves and unclassified figures stay apart; rival estimates and heating values add nothing.
 * A deposit's own figure for a commodity stands for its parts; only where it states none are theirs taken instead.
 */
import type { CommodityCode } from '#geodata/contract/commodity.ts'
import type { Deposit, ResourceEstimate } from '#geodata/contract/deposit.ts'
import type { ContainedMetal } from '#geodata/contract/questions.ts'
import { ancestorsOf } from './parts.ts'

/** What an estimate must say to be added up. */
export type StatedTonnage = Pick<ResourceEstimate, 'tonnageMt' | 'category' | 'grades'>

export interface DepositRecord {
  id: string
  deposit: Pick<Deposit, 'partOf'> & { resource: StatedTonnage | null }
}

export interface Content {
  /** The deposit that states the figure. */
  id: string
  commodity: CommodityCode
  category: ResourceEstimate['category']
  tonnes: number
}

/** 1 Mt of ore at 1 % holds 10,000 t; at 1 g/t it holds 1 t. */
const TONNES_PER_MT: Readonly<Record<'%' | 'g/t', number>> = { '%': 10_000, 'g/t': 1 }

/** Every figure to be counted among these deposits, none twice. */
export function contentsOf(records: readonly DepositRecord[]): Content[] {
  const byId = new Map(
    records.map((record) => [record.id, { id: record.id, partOf: record.deposit.partOf, stated: ownContents(record) }]),
  )
  return [...byId.values()].flatMap((record) => {
    const above = ancestorsOf(record, byId).flatMap((id) => byId.get(id)?.stated ?? [])
    return record.stated.filter(({ commodity }) => !above.some((figure) => figure.commodity === commodity))
  })
}

function ownContents({ id, deposit: { resource } }: DepositRecord): Content[] {
  if (resource === null || resource.tonnageMt === null) return []
  const { tonnageMt, category } = resource
  return resource.grades.flatMap(({ commodity, value, unit }) =>
    unit === 'MJ/kg' ? [] : [{ id, commodity, category, tonnes: tonnageMt * value * TONNES_PER_MT[unit] }],
  )
}

/** Sums by commodity and category, in the order of commodities, then of categories. */
export function sumContents(contents: readonly Content[]): ContainedMetal[] {
  const sums = new Map<string, ContainedMetal>()
  for (const { commodity, category, tonnes } of contents) {
    const key = `${commodity} ${category}`
    const before = sums.get(key) ?? { commodity, category, tonnes: 0, deposits: 0 }
    sums.set(key, { ...before, tonnes: before.tonnes + tonnes, deposits: before.deposits + 1 })
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum)
}
