/** How early a deposit shows on the map: a stated rule, not a judgement of value. */
import type { CommodityCode } from '#geodata/contract/commodity.ts'
import type { Deposit, DepositStatus } from '#geodata/contract/deposit.ts'

/** Ore, in Mt, from which a deposit of that primary commodity counts as large. Commodities not listed: 100 Mt. */
const LARGE_MT: Partial<Record<CommodityCode, number>> = {
  copper: 100,
  gold: 10,
  zinc: 10,
  lead: 10,
  antimony: 0.1,
  chromite: 1,
  barite: 10,
  coal: 500,
  gemstones: 0.01,
}

/** Commodities that fill the mineral exports, the power plants or the steelworks of Pakistan. */
const WEIGHTY: ReadonlySet<CommodityCode> = new Set([
  'copper',
  'gold',
  'zinc',
  'lead',
  'iron',
  'chromite',
  'coal',
  'rock-salt',
])

const ACTIVE: ReadonlySet<DepositStatus> = new Set(['operating', 'developing', 'feasibility', 'suspended'])

/** What a part may reach: the whole deposit shows first. */
const PART_CEILING = 3

export type ImportanceInput = Pick<Deposit, 'commodityPrimary' | 'status' | 'resource' | 'partOf'>

/**
 * 1 to 5: one, plus one each for a mine at work or near it, a published tonnage, a large tonnage (not of low
 * confidence), and a weighty commodity. A part of another deposit reaches 3 at most.
 */
export function importanceOf({ commodityPrimary, status, resource, partOf }: ImportanceInput): number {
  const tonnageMt = resource?.tonnageMt ?? null
  const isLarge =
    tonnageMt !== null && resource?.confidence !== 'low' && tonnageMt >= (LARGE_MT[commodityPrimary] ?? 100)
  const points = [ACTIVE.has(status), tonnageMt !== null, isLarge, WEIGHTY.has(commodityPrimary)]
  const importance = 1 + points.filter(Boolean).length
  return partOf === null ? importance : Math.min(importance, PART_CEILING)
}
