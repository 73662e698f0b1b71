/** How many whole deposits lie how far from the nearest of a kind, in a straight line. */
import { unitText } from '#client/format/field-value.ts'
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'
import { DISTANCE_COLUMNS, type DistanceColumn } from '../column-ids.ts'
import { type Condition, withCondition } from '../conditions.ts'
import { columnOf, titleOf } from '../table/columns.ts'
import { axisLook, baseOption, type ChartInput, type ChartLook, type ChartModel } from './chart-model.ts'

export interface Bin {
  low: number
  high: number
  count: number
}

const WIDTHS_KM = [0.5, 1, 2, 5, 10, 20, 25, 50, 100, 200]
const MOST_BINS = 16

/** Bins of one round width from 0; the last holds its upper edge too. */
export function binsOf(distancesKm: readonly number[]): Bin[] {
  const farthest = Math.max(0, ...distancesKm)
  const width = WIDTHS_KM.find((km) => farthest / km <= MOST_BINS) ?? 500
  const count = Math.max(1, Math.ceil(farthest / width))
  const bins = Array.from(
    { length: count },
    (_, index): Bin => ({ low: index * width, high: (index + 1) * width, count: 0 }),
  )
  for (const km of distancesKm) {
    const bin = bins[Math.min(count - 1, Math.floor(km / width))]
    if (bin) bin.count += 1
  }
  return bins
}

export function distanceKind(of: string | null): DistanceColumn {
  return (Object.keys(DISTANCE_COLUMNS) as DistanceColumn[]).find((id) => id === of) ?? 'kmRailway'
}

interface DistanceInput extends ChartInput {
  where: readonly Condition[]
  apply(where: readonly Condition[]): void
}

export function distanceHistogram({ rows, env, of, where, apply }: DistanceInput): ChartModel {
  const { text, messages } = env
  const id = distanceKind(of)
  const column = columnOf(id)
  const ids = new Set(rows.map((row) => row.id))
  const whole = rows.filter(({ partOf }) => partOf === null || !ids.has(partOf))
  const known = whole.flatMap((row): [DepositRow, number][] => {
    const km = column.value(row, env)
    return typeof km === 'number' ? [[row, km]] : []
  })
  const bins = binsOf(known.map(([, km]) => km))
  const name = ({ low, high }: Bin) => `${messages.number(low)}–${messages.number(high)} ${unitText(messages, 'km')}`
  const toggle = ({ low, high }: Bin) => {
    const isOn = isBinOn(where, id, low, high)
    apply(withCondition(where, id, isOn ? null : { column: id, kind: 'range', low, high }))
  }
  return {
    title: text('desk.chart.distance.title', { kind: titleOf(column, env) }),
    head: [titleOf(column, env), text('desk.chart.deposits')],
    lines: bins.map((bin) => ({
      cells: [name(bin), bin.count],
      isChosen: isBinOn(where, id, bin.low, bin.high),
      choose: () => toggle(bin),
    })),
    drawn: known.map(([row]) => row),
    note: text('desk.chart.distance.note', { drawn: known.length, of: whole.length }),
    brush: null,
    onPick: (_, item) => {
      const bin = bins[item]
      if (bin) toggle(bin)
    },
    option: (look) =>
      option(
        bins.map((bin) => ({ ...bin, name: name(bin) })),
        look,
        text('desk.chart.deposits'),
      ),
  }
}

function isBinOn(where: readonly Condition[], id: DistanceColumn, low: number, high: number): boolean {
  return where.some((one) => one.column === id && one.kind === 'range' && one.low === low && one.high === high)
}

function option(bins: readonly (Bin & { name: string })[], look: ChartLook, countName: string) {
  return {
    ...baseOption(look),
    xAxis: {
      ...axisLook(look),
      type: 'category',
      data: bins.map(({ name }) => name),
      axisTick: { alignWithLabel: true },
    },
    yAxis: { ...axisLook(look), type: 'value', minInterval: 1, name: countName },
    series: [
      {
        type: 'bar',
        barCategoryGap: '8%',
        cursor: 'pointer',
        itemStyle: { color: look.accent },
        data: bins.map(({ count }) => count),
        label: {
          show: true,
          position: 'top',
          color: look.text,
          formatter: ({ value }: { value: number }) => (value === 0 ? '' : String(value)),
        },
      },
    ],
  }
}
