/** Whole deposits by main commodity and status. Parts whose parent is listed are not counted. */
import { COMMODITIES, CommodityCode } from '#geodata/contract/commodity.ts'
import { DepositStatus } from '#geodata/contract/deposit.ts'
import { subtotals } from '#geodata/deposit/subtotals.ts'
import {
  axisLook,
  baseOption,
  type ChartInput,
  type ChartLook,
  type ChartModel,
  heightOfBars,
  legendLook,
} from './chart-model.ts'
import { isFacetOn, toggleFacet } from './choose.ts'

interface Bar {
  key: CommodityCode
  name: string
  byStatus: Readonly<Record<DepositStatus, number>>
}

export function statusBars({ rows, env }: ChartInput): ChartModel {
  const { text, messages } = env
  const bars = [...subtotals(rows, ({ commodityPrimary }) => commodityPrimary).groups].flatMap(
    ([key, { byStatus }]): Bar[] => {
      const code = CommodityCode.safeParse(key).data
      return code ? [{ key: code, name: COMMODITIES[code].name[messages.language], byStatus }] : []
    },
  )
  return {
    title: text('desk.chart.status.title'),
    head: [messages.t('facet.commodity'), ...DepositStatus.options.map((status) => messages.t(`status.${status}`))],
    lines: bars.map(({ key, name, byStatus }) => ({
      cells: [name, ...DepositStatus.options.map((status) => byStatus[status])],
      isChosen: isFacetOn('commodity', key),
      choose: () => toggleFacet('commodity', key),
    })),
    drawn: rows,
    note: text('desk.chart.status.note'),
    heightPx: heightOfBars(bars.length, 22),
    brush: null,
    onPick: (series, item) => {
      const bar = bars[item]
      const status = DepositStatus.options[series]
      if (!bar || !status) return
      if (!isFacetOn('commodity', bar.key)) toggleFacet('commodity', bar.key)
      toggleFacet('status', status)
    },
    option: (look) => option(bars, look, env),
  }
}

/** Nearer to production, more of the accent; what lies still is grey. Patterns tell them apart in any sight. */
const SHARE_OF_ACCENT: Readonly<Record<DepositStatus, number>> = {
  operating: 1,
  developing: 0.8,
  feasibility: 0.6,
  exploration: 0.42,
  prospect: 0.26,
  past_producer: 0,
  suspended: 0,
}

function option(bars: readonly Bar[], look: ChartLook, { messages }: ChartInput['env']) {
  return {
    ...baseOption(look),
    aria: { enabled: true, decal: { show: true } },
    legend: {
      ...legendLook(look),
      type: 'scroll',
      pageTextStyle: { color: look.text },
    },
    xAxis: { ...axisLook(look), type: 'value', minInterval: 1, inverse: look.isRightToLeft },
    yAxis: {
      ...axisLook(look),
      type: 'category',
      inverse: true,
      position: look.isRightToLeft ? 'right' : 'left',
      data: bars.map(({ name }) => name),
      axisLabel: { color: look.text, fontFamily: look.font, interval: 0 },
    },
    series: DepositStatus.options.map((status) => ({
      type: 'bar',
      stack: 'status',
      name: messages.t(`status.${status}`),
      cursor: 'pointer',
      barMaxWidth: 16,
      itemStyle: {
        color: SHARE_OF_ACCENT[status] > 0 ? look.accent : look.textSoft,
        opacity: SHARE_OF_ACCENT[status] || (status === 'suspended' ? 0.45 : 0.75),
      },
      data: bars.map(({ byStatus }) => byStatus[status] || null),
    })),
  }
}
