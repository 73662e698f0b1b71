/**
 * Delivered cost: ore of one commodity in the order of its cost per tonne at the chosen market, cumulated. One curve a
 * category, because resources, reserves and unclassified figures are never added; parts are inside their parents.
 */
import { unitText } from '#client/format/field-value.ts'
import { COMMODITIES, CommodityCode } from '#geodata/contract/commodity.ts'
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'
import { type OreFigure, oreFigures, sumOre } from '#geodata/deposit/ore-tonnage.ts'
import { columnOf } from '../table/columns.ts'
import {
  axisLook,
  baseOption,
  type ChartInput,
  type ChartLook,
  type ChartModel,
  legendLook,
  oreRecords,
} from './chart-model.ts'
import { chooseIds, openDeposit } from './choose.ts'
import { within } from './grade-tonnage.ts'

export interface CostStep {
  id: string
  category: OreFigure['category']
  usdPerTonne: number
  tonnageMt: number
  /** Ore of the category that costs no more, this step included. */
  cumulatedMt: number
}

/** Steps of each category from the cheapest; figures without a cost are left out. */
export function costSteps(figures: readonly OreFigure[], usdOf: (id: string) => number | null): CostStep[] {
  const sums = new Map<string, number>()
  return figures
    .flatMap(({ id, category, tonnageMt }) => {
      const usdPerTonne = usdOf(id)
      return usdPerTonne === null ? [] : [{ id, category, tonnageMt, usdPerTonne }]
    })
    .sort((a, b) => a.usdPerTonne - b.usdPerTonne || (a.id < b.id ? -1 : 1))
    .map((step) => {
      const cumulatedMt = (sums.get(step.category) ?? 0) + step.tonnageMt
      sums.set(step.category, cumulatedMt)
      return { ...step, cumulatedMt }
    })
}

export function costCurve({ rows, env, of }: ChartInput): ChartModel {
  const { text, messages, computed } = env
  const all = oreFigures(oreRecords(rows))
  const commodity = CommodityCode.safeParse(of).data ?? oreCommodities(rows)[0] ?? 'copper'
  const figures = all.filter((figure) => figure.commodity === commodity)
  const steps = costSteps(figures, (id) => computed.ways.get(id)?.usdPerTonne.base ?? null)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const nameOf = (id: string) => {
    const row = byId.get(id)
    return row ? (columnOf('name').shown(row, env) ?? id) : id
  }
  const name = COMMODITIES[commodity].name[messages.language]
  return {
    title: text('desk.chart.cost.title', { commodity: name }),
    head: [
      messages.t('list.name'),
      text('desk.chart.usdPerTonne'),
      text('desk.chart.oreMt'),
      text('desk.chart.cumulatedMt'),
      text('desk.column.category'),
    ],
    lines: steps.map(({ id, category, usdPerTonne, tonnageMt, cumulatedMt }) => ({
      cells: [nameOf(id), usdPerTonne, tonnageMt, cumulatedMt, messages.t(`category.${category}`)],
      choose: () => chooseIds([id]),
    })),
    drawn: steps.flatMap(({ id }) => byId.get(id) ?? []),
    note: text('desk.chart.cost.note', { drawn: steps.length, of: figures.length }),
    brush: 'lineY',
    onBrush: ({ y }) => chooseIds(steps.filter(({ usdPerTonne }) => within(usdPerTonne, y)).map(({ id }) => id)),
    onPick: (series, item) => {
      const curve = curvesOf(steps)[series]
      const row = byId.get(curve?.steps[Math.floor(item / 2)]?.id ?? '')
      if (row) openDeposit(row)
    },
    option: (look) => option(steps, look, env, nameOf),
  }
}

/** Main commodities with ore, the most figures first. */
export function oreCommodities(rows: readonly DepositRow[]): CommodityCode[] {
  return [
    ...new Set(
      [...sumOre(oreFigures(oreRecords(rows)))]
        .sort((a, b) => b.deposits - a.deposits)
        .map(({ commodity }) => commodity),
    ),
  ]
}

function curvesOf(steps: readonly CostStep[]) {
  return (['resource', 'reserve', 'unclassified'] as const).flatMap((category) => {
    const own = steps.filter((step) => step.category === category)
    return own.length === 0 ? [] : [{ category, steps: own }]
  })
}

interface Corner {
  step: CostStep
  at: readonly [cumulatedMt: number, usdPerTonne: number]
}

/** Two corners a step: each runs at its own cost from the ore before it to the ore that it adds. */
export function cornersOf(steps: readonly CostStep[]): Corner[] {
  return steps.flatMap((step): Corner[] => [
    { step, at: [step.cumulatedMt - step.tonnageMt, step.usdPerTonne] },
    { step, at: [step.cumulatedMt, step.usdPerTonne] },
  ])
}

const LINE_TYPES = { resource: 'solid', reserve: 'dashed', unclassified: 'dotted' } as const

function option(
  steps: readonly CostStep[],
  look: ChartLook,
  { text, messages }: ChartInput['env'],
  nameOf: (id: string) => string,
) {
  const figure = (value: number) => messages.number(value, { maximumSignificantDigits: 3 })
  return {
    ...baseOption(look),
    legend: legendLook(look),
    xAxis: {
      ...axisLook(look),
      type: 'value',
      name: text('desk.chart.cumulatedMt'),
      nameLocation: 'middle',
      nameGap: 24,
      min: 0,
    },
    yAxis: { ...axisLook(look), type: 'value', name: text('desk.chart.usdPerTonne'), min: 0 },
    series: curvesOf(steps).map(({ category, steps: own }) => ({
      type: 'line',
      name: messages.t(`category.${category}`),
      symbolSize: 8,
      lineStyle: {
        width: 2.2,
        type: LINE_TYPES[category],
        color: category === 'unclassified' ? look.textSoft : look.accent,
      },
      itemStyle: { color: category === 'unclassified' ? look.textSoft : look.accent },
      data: cornersOf(own).map(({ step, at }, index) => ({
        value: at,
        // The mark of a deposit stands where its ore ends.
        symbol: index % 2 === 0 ? 'none' : 'circle',
        tip: `${nameOf(step.id)}\n${figure(step.usdPerTonne)} ${unitText(messages, 'USD/t')} · ${figure(step.tonnageMt)} ${unitText(messages, 'Mt')}`,
      })),
      tooltip: { formatter: ({ data }: { data: { tip: string } }) => data.tip },
    })),
  }
}
