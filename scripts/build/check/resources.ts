/** Refuses resources that cannot be: a grade over the whole, no source, no tonnage and no grade, a commodity that the registry does not know. */
import { CommodityCode } from '#geodata/contract/commodity.ts'
import type { Check, Fault, StoredFeature } from './check.ts'

/** The most that a unit can say: all of the rock, all of a tonne, the heating value of anthracite. */
const MOST: Readonly<Record<string, number>> = { '%': 100, 'g/t': 1_000_000, 'MJ/kg': 36 }

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

function gradeFaults(where: string, estimate: Readonly<Record<string, unknown>>): Fault[] {
  const grades = Array.isArray(estimate.grades) ? estimate.grades.filter(isRecord) : []
  return grades.flatMap(({ commodity, value, unit }) => {
    const most = MOST[String(unit)]
    if (typeof value === 'number' && most !== undefined && value > 0 && value <= most) return []
    return [
      {
        where,
        what: `grade of ${String(commodity)} is ${String(value)} ${String(unit)}`,
        mend: `a grade is above 0 and at most ${most ?? '100 %'}: check the figure and its unit`,
      },
    ]
  })
}

function sharesTooHigh(where: string, estimate: Readonly<Record<string, unknown>>): Fault[] {
  const grades = Array.isArray(estimate.grades) ? estimate.grades.filter(isRecord) : []
  const sum = grades.reduce((total, grade) => total + (grade.unit === '%' ? Number(grade.value) : 0), 0)
  return sum > 100
    ? [{ where, what: `grades in % add up to ${sum}`, mend: 'check the figures: parts of one ore cannot exceed it' }]
    : []
}

function estimateFaults(where: string, estimate: Readonly<Record<string, unknown>>): Fault[] {
  const hasSource = Array.isArray(estimate.citations) && estimate.citations.length > 0
  const noSource = hasSource
    ? []
    : [{ where, what: 'a resource without source', mend: 'cite the document that the tonnage is from' }]
  return [...noSource, ...gradeFaults(where, estimate), ...sharesTooHigh(where, estimate)]
}

function commodityFaults(where: string, feature: StoredFeature): Fault[] {
  const { commodities, commodityPrimary } = feature.properties
  const named = [commodityPrimary, ...(Array.isArray(commodities) ? commodities : [])]
  const unknown = [...new Set(named)].filter((code) => !CommodityCode.safeParse(code).success)
  const faults = unknown.map((code) => ({
    where,
    what: `commodity "${String(code)}" is not in the registry`,
    mend: 'correct the code or add it to geodata/contract/commodity.ts with names in three languages',
  }))
  return named[1] === commodityPrimary
    ? faults
    : [...faults, { where, what: 'the primary commodity is not first in the list', mend: 'put it first' }]
}

export const resources: Check = (world) =>
  (world.get('deposits')?.features ?? []).flatMap((feature) => {
    const where = `deposits/${feature.id}`
    const { resource, rivals } = feature.properties
    const estimates = [resource, ...(Array.isArray(rivals) ? rivals : [])].filter(isRecord)
    return [...commodityFaults(where, feature), ...estimates.flatMap((estimate) => estimateFaults(where, estimate))]
  })
