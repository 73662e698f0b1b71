/**
 * Ore by commodity, or of one commodity by province. A bar is one category of one commodity: resources, reserves and
 * unclassified figures stand beside each other, never on each other; parts are inside their parents.
 */
import { unitText } from '#client/format/field-value.ts'
import { COMMODITIES, CommodityCode } from '#geodata/contract/commodity.ts'
import { ProvinceId } from '#geodata/contract/deposit.ts'
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'
import type { OreTonnage } from '#geodata/contract/regions.ts'
import { type OreFigure, oreFigures, sumOre } from '#geodata/deposit/ore-tonnage.ts'
import {
  axisLook,
  baseOption,
  type ChartInput,
  type ChartLook,
  type ChartModel,
  heightOfBars,
  legendLook,
  oreRecords,
} from './chart-model.ts'
import { isFacetOn, toggleFacet } from './choose.ts'

const CATEGORIES = ['resource', 'reserve', 'unclassified'] as const

interface Bar {
  key: string
  name: string
  sums: readonly OreTonnage[]
}

export function resourceBars({ rows, env, of }: ChartInput): ChartModel {
  const { text, messages } = env
  const figures = oreFigures(oreRecords(rows))
  const commodity = CommodityCode.safeParse(of).data ?? null
  const facet = commodity === null ? 'commodity' : 'province'
  const bars = commodity === null ? byCommodity(figures, env) : byProvince(figures, rows, commodity, env)
  const title =
    commodity === null
      ? text('desk.chart.resource.title')
      : text('desk.chart.resource.titleOf', { commodity: COMMODITIES[commodity].name[messages.language] })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return {
    title,
    head: [messages.t(`facet.${facet}`), ...CATEGORIES.map((category) => `${messages.t(`category.${category}`)}, Mt`)],
    lines: bars.map(({ key, name, sums }) => ({
      cells: [name, ...CATEGORIES.map((category) => sums.find((sum) => sum.category === category)?.tonnageMt ?? null)],
      isChosen: isFacetOn(facet, key),
      choose: () => toggleFacet(facet, key),
    })),
    drawn: figures
      .filter((figure) => commodity === null || figure.commodity === commodity)
      .flatMap(({ id }) => byId.get(id) ?? []),
    note: text('desk.chart.resource.note', { drawn: figures.length, of: rows.length }),
    heightPx: heightOfBars(bars.length, 30),
    brush: null,
    onPick: (_, item) => {
      const bar = bars[item]
      if (bar) toggleFacet(facet, bar.key)
    },
    option: (look) => barOption(bars, look, env),
  }
}

function byCommodity(figures: readonly OreFigure[], { messages }: ChartInput['env']): Bar[] {
  const keys = [...new Set(sumOre(figures).map(({ commodity }) => commodity))]
  return keys.map((key) => ({
    key,
    name: COMMODITIES[key].name[messages.language],
    sums: sumOre(figures.filter(({ commodity }) => commodity === key)),
  }))
}

function byProvince(
  figures: readonly OreFigure[],
  rows: readonly DepositRow[],
  commodity: CommodityCode,
  { messages }: ChartInput['env'],
): Bar[] {
  const provinceOf = new Map(rows.map(({ id, province }) => [id, province]))
  return ProvinceId.options.flatMap((key) => {
    const sums = sumOre(figures.filter((one) => one.commodity === commodity && provinceOf.get(one.id) === key))
    return sums.length === 0 ? [] : [{ key, name: messages.t(`province.${key}`), sums }]
  })
}

function barOption(bars: readonly Bar[], look: ChartLook, { messages }: ChartInput['env']) {
  const base = baseOption(look)
  const figures = bars.flatMap(({ sums }) => sums.map(({ tonnageMt }) => tonnageMt))
  // A logarithmic axis has no zero: bars begin at the decade below the least figure.
  const low = 10 ** Math.floor(Math.log10(Math.min(1, ...figures)) - 0.001)
  const colours = { resource: look.accent, reserve: look.text, unclassified: look.textSoft }
  return {
    ...base,
    aria: { enabled: true, decal: { show: true } },
    legend: { ...legendLook(look), icon: 'roundRect' },
    xAxis: {
      ...axisLook(look),
      type: 'log',
      name: unitText(messages, 'Mt'),
      min: low,
      startValue: low,
      inverse: look.isRightToLeft,
    },
    yAxis: {
      ...axisLook(look),
      type: 'category',
      inverse: true,
      position: look.isRightToLeft ? 'right' : 'left',
      data: bars.map(({ name }) => name),
      axisLabel: { color: look.text, fontFamily: look.font, interval: 0 },
    },
    series: CATEGORIES.map((category) => ({
      type: 'bar',
      name: messages.t(`category.${category}`),
      itemStyle: { color: colours[category] },
      barMaxWidth: 12,
      cursor: 'pointer',
      data: bars.map(({ sums }) => sums.find((sum) => sum.category === category)?.tonnageMt ?? null),
      tooltip: {
        valueFormatter: (value: unknown) =>
          typeof value === 'number'
            ? `${messages.number(value, { maximumSignificantDigits: 4 })} ${unitText(messages, 'Mt')}`
            : messages.t('state.notReported'),
      },
    })),
  }
}
