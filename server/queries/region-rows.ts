/** Every region of a level in one line: census, deposits, ore and metal, what stands in it. A province is the sum of its districts. */
import type * as z from 'zod'
import { DepositStatus, type ProvinceId } from '#geodata/contract/deposit.ts'
import {
  type Census,
  REGION_DATASETS,
  type RegionDataset,
  type RegionLevel,
  type RegionRow,
} from '#geodata/contract/regions.ts'
import { DistrictProperties } from '#geodata/datasets/districts/dataset.ts'
import { PowerPlantProperties } from '#geodata/datasets/power-plants/dataset.ts'
import { ProtectedAreaProperties } from '#geodata/datasets/protected-areas/dataset.ts'
import { ProvinceProperties } from '#geodata/datasets/provinces/dataset.ts'
import { oreByGroup } from '#geodata/deposit/ore-tonnage.ts'
import { summarise } from '#geodata/deposit/summarise.ts'
import type { Feature } from '../storage/storage.ts'
import type { Context } from './query.ts'
import { type InDistrict, regionIndex } from './region-index.ts'
import { wholeDeposits } from './whole-deposits.ts'

const MOST_FEATURES = 5000

export interface Region {
  row: RegionRow
  /** Ids of the districts that it consists of; of a district, itself. */
  districts: readonly string[]
  standing: readonly { dataset: RegionDataset; feature: Feature }[]
  corridors: ReadonlySet<string>
  protectedAreas: readonly Feature[]
}

/** By id, in the order of ids. */
export function regionsOf(level: RegionLevel, context: Context): Promise<ReadonlyMap<string, Region>> {
  const datasets = [level, 'deposits', 'districts', 'corridors', 'protected-areas', ...REGION_DATASETS]
  return context.cache.get(`regions of ${level}`, datasets, () => reckon(level, context))
}

async function reckon(level: RegionLevel, context: Context): Promise<Map<string, Region>> {
  const { storage } = context
  const [index, whole, districts, features, guarded] = await Promise.all([
    regionIndex(context),
    wholeDeposits(context),
    storage.features('districts', { limit: MOST_FEATURES }),
    storage.features(level, { limit: MOST_FEATURES }),
    storage.features('protected-areas', { limit: MOST_FEATURES }),
  ])
  const records = [...whole].flatMap(([id, { deposit, feature }]) =>
    feature.geometry?.type === 'Point' ? [{ id, deposit, position: feature.geometry.coordinates }] : [],
  )
  const keyOf = ({ province, district }: { province: string; district: string }) =>
    level === 'provinces' ? province : district
  const summaries = new Map(summarise(records, ({ deposit }) => [keyOf(deposit)]).rows.map((row) => [row.key, row]))
  const ore = oreByGroup(records, ({ id }) => {
    const deposit = whole.get(id)?.deposit
    return deposit ? keyOf(deposit) : ''
  })
  const provinceOf = new Map(districts.map(({ id, properties }) => [id, DistrictProperties.parse(properties).province]))
  return new Map(
    features.map((feature) => {
      const own = [...provinceOf].flatMap(([id, province]) =>
        (level === 'provinces' ? province : id) === feature.id ? [id] : [],
      )
      const inside = unite(own.flatMap((id) => index.get(id) ?? []))
      const protectedAreas = guarded.filter(({ properties }) => isIn(feature.id, level, properties))
      const summary = summaries.get(feature.id)
      const { province, census } = censusOf(level, feature)
      const row: RegionRow = {
        id: feature.id,
        name: feature.properties.name,
        province,
        census,
        count: summary?.count ?? { deposits: 0, parts: 0 },
        byStatus: summary?.byStatus ?? noStatus(),
        metal: summary?.metal ?? [],
        ore: ore.get(feature.id) ?? [],
        infrastructure: countOf(inside.standing),
        powerMw: powerOf(inside.standing),
        corridors: inside.corridors.size,
        protectedAreas: protectedAreas.length,
      }
      return [feature.id, { row, districts: own, ...inside, protectedAreas }]
    }),
  )
}

/** A plant on a common edge would stand in two districts: each feature is taken once. */
function unite(parts: readonly InDistrict[]): Pick<Region, 'standing' | 'corridors'> {
  const standing = REGION_DATASETS.flatMap((dataset) => {
    const once = new Map(parts.flatMap((part) => part.standing[dataset].map((feature) => [feature.id, feature])))
    return [...once.values()].map((feature) => ({ dataset, feature }))
  })
  return { standing, corridors: new Set(parts.flatMap(({ corridors }) => [...corridors])) }
}

function isIn(id: string, level: RegionLevel, properties: unknown): boolean {
  const area = ProtectedAreaProperties.parse(properties)
  return level === 'provinces' ? area.province === id : area.districts.includes(id)
}

function censusOf(
  level: RegionLevel,
  { properties }: Feature,
): { province: ProvinceId; census: z.output<typeof Census> } {
  const region = (level === 'provinces' ? ProvinceProperties : DistrictProperties).parse(properties)
  const { censusCovered: covered, population, households, areaKm2 } = region
  const { literacyPct, improvedWaterPct, flushToiletPct } = region
  const densityPerKm2 = population === null || areaKm2 === null ? null : population / areaKm2
  return {
    province: region.province,
    census: { covered, population, households, areaKm2, densityPerKm2, literacyPct, improvedWaterPct, flushToiletPct },
  }
}

function countOf(standing: Region['standing']): RegionRow['infrastructure'] {
  const counts = REGION_DATASETS.map((dataset) => [dataset, standing.filter((one) => one.dataset === dataset).length])
  return Object.fromEntries(counts) as RegionRow['infrastructure']
}

function powerOf(standing: Region['standing']): number {
  return standing.reduce((sum, { dataset, feature }) => {
    if (dataset !== 'power-plants') return sum
    const { status, capacityMw } = PowerPlantProperties.parse(feature.properties)
    return status === 'operational' ? sum + (capacityMw ?? 0) : sum
  }, 0)
}

function noStatus(): RegionRow['byStatus'] {
  return Object.fromEntries(DepositStatus.options.map((status) => [status, 0])) as RegionRow['byStatus']
}
