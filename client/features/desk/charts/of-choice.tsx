/** What a chart is of: the commodity of a diagram, or the kind of thing that distances lead to. */
import { COMMODITIES, CommodityCode } from '#geodata/contract/commodity.ts'
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'
import { DISTANCE_COLUMNS, type DistanceColumn } from '../column-ids.ts'
import type { DeskState } from '../desk-text.ts'
import type { ColumnEnv } from '../table/column-env.ts'
import { columnOf, titleOf } from '../table/columns.ts'
import { setDesk } from '../use-desk.ts'
import { oreCommodities } from './cost-curve.ts'
import { distanceKind } from './distance-histogram.ts'
import { gradedCommodities } from './grade-tonnage.ts'

interface OfChoiceProps {
  desk: DeskState
  rows: readonly DepositRow[]
  env: ColumnEnv
}

export function OfChoice({ desk, rows, env }: OfChoiceProps) {
  const choices = choicesOf(desk, rows, env)
  if (choices.length === 0) return null
  const value = desk.chart === 'distance' ? distanceKind(desk.chartOf) : (desk.chartOf ?? choices[0]?.value ?? '')
  return (
    <label className="desk-bar__choice">
      <span>{env.text('desk.chart.of')}</span>
      <select className="field" value={value} onChange={(event) => setDesk({ chartOf: event.target.value || null })}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  )
}

function choicesOf(
  { chart, chartOf }: DeskState,
  rows: readonly DepositRow[],
  env: ColumnEnv,
): { value: string; label: string }[] {
  const named = (codes: readonly CommodityCode[]) => {
    // What the link asks for stays in the list, even where the filter leaves nothing of it.
    const asked = CommodityCode.safeParse(chartOf).data
    const all = asked && !codes.includes(asked) ? [asked, ...codes] : codes
    return all.map((code) => ({ value: code as string, label: COMMODITIES[code].name[env.messages.language] }))
  }
  switch (chart) {
    case 'gradeTonnage':
      return named(gradedCommodities(rows))
    case 'cost':
      return named(oreCommodities(rows))
    case 'resource':
      return [{ value: '', label: env.text('desk.chart.resource.all') }, ...named(oreCommodities(rows))]
    case 'distance':
      return (Object.keys(DISTANCE_COLUMNS) as DistanceColumn[]).map((id) => ({
        value: id,
        label: titleOf(columnOf(id), env),
      }))
    case 'status':
      return []
  }
}
