/** Deposits in groups: count, status mix and contained metal, by province, district, commodity, band or hexagon. */
import type { DepositFilter } from '#geodata/contract/filter.ts'
import type { Geometry } from '#geodata/contract/geo.ts'
import type { SummaryGrouping } from '#geodata/contract/questions.ts'
import { hexagonAt, hexagonOutline } from '#geodata/deposit/hexagon.ts'
import { bandOf, type SummaryRecord, summarise } from '#geodata/deposit/summarise.ts'
import { nearestPoint } from '#geodata/spatial/nearest.ts'
import { Refusal } from '../refusal.ts'
import { everyDeposit } from './every-deposit.ts'
import { everyCorridor } from './list-corridors.ts'
import type { Context, Query } from './query.ts'
import { wholeDeposits } from './whole-deposits.ts'

const DEFAULT_RESOLUTION = 3
const DEFAULT_CORRIDOR = 'cpec-western'

export const depositSummary: Query<'depositSummary'> = async ({ query }, context) => {
  const { by, resolution = DEFAULT_RESOLUTION, corridor = DEFAULT_CORRIDOR, ...filter } = query
  const line = by === 'band' ? await lineOf(corridor, context) : null
  const records = await recordsUnder(filter, context)
  const { total, rows } = summarise(
    records,
    keysBy(by, resolution, line),
    by === 'commodity' ? ({ commodity }, key) => commodity === key : undefined,
  )
  const names = by === 'district' ? await districtNames(context) : null
  return {
    by,
    resolution: by === 'hexagon' ? resolution : null,
    corridor: by === 'band' ? corridor : null,
    total,
    rows: rows.map((row) => ({
      ...row,
      name: names?.get(row.key) ?? null,
      area: by === 'hexagon' ? hexagonOutline(row.key) : null,
    })),
  }
}

function keysBy(
  by: SummaryGrouping,
  resolution: number,
  line: Geometry | null,
): (record: SummaryRecord) => readonly string[] {
  switch (by) {
    case 'province':
      return ({ deposit }) => [deposit.province]
    case 'district':
      return ({ deposit }) => [deposit.district]
    case 'commodity':
      return ({ deposit }) => [...new Set([deposit.commodityPrimary, ...deposit.commodities])]
    case 'hexagon':
      return ({ position }) => [hexagonAt(position, resolution)]
    case 'band':
      return ({ position }) => (line ? [bandOf(nearestPoint(position, line).distanceM / 1000)] : [])
  }
}

async function recordsUnder(filter: DepositFilter, context: Context): Promise<SummaryRecord[]> {
  const [summaries, whole] = await Promise.all([everyDeposit(filter, context), wholeDeposits(context)])
  return summaries.flatMap(({ id, position }) => {
    const record = whole.get(id)
    return record ? [{ id, position, deposit: record.deposit }] : []
  })
}

async function lineOf(id: string, context: Context): Promise<Geometry> {
  const corridor = (await everyCorridor(context)).find(({ summary }) => summary.id === id)
  if (!corridor) throw new Refusal('not-found', 'No corridor has this id.')
  return corridor.feature.geometry
}

const MOST_DISTRICTS = 1000

function districtNames({ storage, cache }: Context) {
  return cache.get('names of districts', ['districts'], async () => {
    const districts = await storage.features('districts', { limit: MOST_DISTRICTS })
    return new Map(districts.map(({ id, properties }) => [id, properties.name]))
  })
}
