/** Deposits in groups: count, status mix and contained metal, by province, district, commodity, band or hexagon. */
import type { DepositFilter } from '#geodata/contract/filter.ts'
import type { Geometry, Position } from '#geodata/contract/geo.ts'
import type { SummaryGrouping } from '#geodata/contract/questions.ts'
import { type CodedColumn, codedColumn } from '#geodata/deposit/coded-column.ts'
import { type DepositFigures, type FigureRecord, figuresOf, rowOf } from '#geodata/deposit/figures.ts'
import { hexagonAt, hexagonOutline } from '#geodata/deposit/hexagon.ts'
import { bandOf, summarise } from '#geodata/deposit/summarise.ts'
import { nearestPoint } from '#geodata/spatial/nearest.ts'
import { Refusal } from '../refusal.ts'
import { breather } from './breathe.ts'
import { everyDeposit } from './every-deposit.ts'
import { everyCorridor } from './list-corridors.ts'
import { namesOf } from './list-names.ts'
import type { Context, Query } from './query.ts'

const DEFAULT_RESOLUTION = 3
const DEFAULT_CORRIDOR = 'cpec-western'
const PAGE = 2000

export const depositSummary: Query<'depositSummary'> = async ({ query }, context) => {
  const { by, resolution = DEFAULT_RESOLUTION, corridor = DEFAULT_CORRIDOR, ...filter } = query
  const figures = await depositFigures(context)
  const groups = await groupsBy(by, { resolution, corridor }, figures, context)
  const { total, rows } = summarise(figures, await rowsUnder(filter, figures, context), groups, by === 'commodity')
  const names = by === 'district' ? await namesOf('districts', context) : null
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

/** Read once for each version of the deposits. */
function depositFigures({ storage, cache }: Context): Promise<DepositFigures> {
  return cache.get('figures of deposits', ['deposits'], async () => {
    const records: FigureRecord[] = []
    const breathe = breather()
    for (let after: string | undefined = ''; after !== undefined; ) {
      const page: FigureRecord[] = await storage.depositFigures({ limit: PAGE, after })
      for (const record of page) records.push(record)
      after = page.length === PAGE ? page.at(-1)?.id : undefined
      await breathe()
    }
    return figuresOf(records)
  })
}

async function rowsUnder(filter: DepositFilter, { ids }: DepositFigures, context: Context): Promise<Uint32Array> {
  if (Object.keys(filter).length === 0) return Uint32Array.from(ids, (_, row) => row)
  const found = await everyDeposit(filter, context)
  return Uint32Array.from(found.map(({ id }) => rowOf(ids, id)).filter((row) => row >= 0)).sort()
}

async function groupsBy(
  by: SummaryGrouping,
  { resolution, corridor }: { resolution: number; corridor: string },
  figures: DepositFigures,
  context: Context,
): Promise<CodedColumn> {
  switch (by) {
    case 'province':
    case 'district':
    case 'commodity':
      return figures[by]
    case 'hexagon':
      return context.cache.get(`hexagons of ${resolution}`, ['deposits'], () =>
        groupedBy(figures, (position) => hexagonAt(position, resolution)),
      )
    case 'band': {
      const line = await lineOf(corridor, context)
      return context.cache.get(`bands along ${corridor}`, ['deposits', 'corridors'], () =>
        groupedBy(figures, (position) => bandOf(nearestPoint(position, line).distanceM / 1000)),
      )
    }
  }
}

/** Groups that follow from the position, reckoned once for all deposits. */
async function groupedBy({ positions }: DepositFigures, keyOf: (position: Position) => string): Promise<CodedColumn> {
  const column = codedColumn()
  const breathe = breather()
  for (let at = 0; at < positions.length; at += 2) {
    column.add([keyOf([positions[at] ?? 0, positions[at + 1] ?? 0])])
    await breathe()
  }
  return column.build()
}

async function lineOf(id: string, context: Context): Promise<Geometry> {
  const corridor = (await everyCorridor(context)).find(({ summary }) => summary.id === id)
  if (!corridor) throw new Refusal('not-found', 'No corridor has this id.')
  return corridor.feature.geometry
}
