/** What a chart is made of: a table that can be read and chosen from, and the drawing of the same figures. */
import type { EChartsCoreOption } from 'echarts/core'
import { unitText } from '#client/format/field-value.ts'
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'
import type { ColumnEnv } from '../table/column-env.ts'

export interface ChartLook {
  text: string
  textSoft: string
  hairline: string
  surface: string
  accent: string
  font: string
  isRightToLeft: boolean
}

export interface ChartLine {
  /** The first cell names the line; a press on it chooses. */
  cells: readonly (string | number | null)[]
  isChosen?: boolean
  choose?(): void
}

/** Limits of a drawn rectangle in the units of the axes; null: any. */
export interface Brushed {
  x: readonly [number, number] | null
  y: readonly [number, number] | null
}

export interface ChartModel {
  title: string
  head: readonly string[]
  lines: readonly ChartLine[]
  /** Deposits whose figures are drawn: their sources stand below. */
  drawn: readonly DepositRow[]
  /** What is left out and why, in words. */
  note: string
  option(look: ChartLook): EChartsCoreOption
  /** How high it must be for its bars to be told apart; absent: as high as there is room. */
  heightPx?: number
  brush: 'rect' | 'lineY' | null
  onBrush?(area: Brushed): void
  /** A press on a bar or a point: the index of the series and of the item. */
  onPick?(series: number, item: number): void
}

export interface ChartInput {
  rows: readonly DepositRow[]
  env: ColumnEnv
  /** The choice of the chart: a commodity, a kind of distance; null: the first that has figures. */
  of: string | null
}

/** Room for lying bars, their legend and their axis. */
export const heightOfBars = (count: number, barPx: number): number => 96 + count * barPx

/** Rows as they are counted and added up. */
export function oreRecords(rows: readonly DepositRow[]) {
  return rows.map((row) => ({ id: row.id, deposit: row }))
}

/** What axes share. */
export function axisLook(look: ChartLook) {
  return {
    axisLabel: { color: look.textSoft, fontFamily: look.font },
    axisLine: { lineStyle: { color: look.textSoft } },
    nameTextStyle: { color: look.textSoft, fontFamily: look.font },
    splitLine: { lineStyle: { color: look.hairline } },
    minorSplitLine: { show: false },
  }
}

/** Names above a chart: in a text from right to left the mark stands at the right of its name. */
export function legendLook(look: ChartLook) {
  return {
    top: 0,
    align: look.isRightToLeft ? ('right' as const) : ('left' as const),
    textStyle: { color: look.text, fontFamily: look.font },
  }
}

export function baseOption(look: ChartLook): EChartsCoreOption {
  return {
    textStyle: { fontFamily: look.font, color: look.text },
    animationDuration: 200,
    // In the canvas, because the policy of the page refuses styles written into HTML.
    tooltip: {
      renderMode: 'richText',
      backgroundColor: look.surface,
      borderColor: look.hairline,
      textStyle: { color: look.text, fontFamily: look.font },
    },
    grid: { left: 12, right: 24, top: 34, bottom: 30, containLabel: true },
  }
}

/** Tonnes in few letters: `250 t`, `1 kt`, `10 Mt`. */
export function shortTonnes(tonnes: number, { messages }: Pick<ColumnEnv, 'messages'>): string {
  const [unit, one] = tonnes >= 1e6 ? ['Mt', 1e6] : tonnes >= 1e3 ? ['kt', 1e3] : ['t', 1]
  return `${messages.number(tonnes / one, { maximumSignificantDigits: 3 })} ${unitText(messages, unit)}`
}
