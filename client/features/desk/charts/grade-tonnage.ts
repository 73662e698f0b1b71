/** Grade over tonnage of one commodity, both logarithmic, with lines of equal contained metal. Each point is one deposit as published; nothing is added up. */
import { unitText } from '#client/format/field-value.ts'
import { COMMODITIES, CommodityCode } from '#geodata/contract/commodity.ts'
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'
import { type IsoMetalLine, isoMetalLines } from '#geodata/deposit/iso-metal.ts'
import { containedTonnes, inGradeUnit } from '#geodata/deposit/mass-units.ts'
import { GROUP_COLOURS } from '#geodata/style/palette.ts'
import { columnOf } from '../table/columns.ts'
import { axisLook, baseOption, type ChartInput, type ChartLook, type ChartModel, shortTonnes } from './chart-model.ts'
import { chooseIds, openDeposit } from './choose.ts'

interface Point {
  row: DepositRow
  name: string
  tonnageMt: number
  gradePct: number
}

/** Commodities with a tonnage and a grade by mass, the most figures first. */
export function gradedCommodities(rows: readonly DepositRow[]): CommodityCode[] {
  const counts = new Map<CommodityCode, number>()
  for (const { resourceMt, resource } of rows)
    for (const { commodity, unit } of resourceMt === null ? [] : (resource?.grades ?? []))
      if (unit !== 'MJ/kg') counts.set(commodity, (counts.get(commodity) ?? 0) + 1)
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([code]) => code)
}

export function gradeTonnage({ rows, env, of }: ChartInput): ChartModel {
  const { text, messages } = env
  const commodity = CommodityCode.safeParse(of).data ?? gradedCommodities(rows)[0] ?? 'copper'
  const unit = COMMODITIES[commodity].gradeUnit === 'g/t' ? 'g/t' : '%'
  const points = pointsOf(rows, commodity, (row) => columnOf('name').shown(row, env) ?? row.id)
  const shownGrade = (pct: number) => inGradeUnit(pct, '%', unit) ?? pct
  const figure = (value: number) => messages.number(value, { maximumSignificantDigits: 3 })
  const name = COMMODITIES[commodity].name[messages.language]
  return {
    title: text('desk.chart.gradeTonnage.title', { commodity: name }),
    head: [
      messages.t('list.name'),
      text('desk.chart.oreMt'),
      text('desk.chart.gradeIn', { unit: unitText(messages, unit) }),
      text('desk.chart.metalT'),
      text('desk.column.category'),
    ],
    lines: points.map(({ row, name: label, tonnageMt, gradePct }) => ({
      cells: [
        label,
        tonnageMt,
        shownGrade(gradePct),
        containedTonnes(tonnageMt, gradePct),
        columnOf('category').shown(row, env),
      ],
      choose: () => chooseIds([row.id]),
    })),
    drawn: points.map(({ row }) => row),
    note: text('desk.chart.gradeTonnage.note', { drawn: points.length, of: rows.length }),
    brush: 'rect',
    onBrush: ({ x, y }) =>
      chooseIds(
        points
          .filter(({ tonnageMt, gradePct }) => within(tonnageMt, x) && within(shownGrade(gradePct), y))
          .map(({ row }) => row.id),
      ),
    onPick: (series, item) => {
      const point = series === 0 ? points[item] : undefined
      if (point) openDeposit(point.row)
    },
    option: (look) => ({
      ...baseOption(look),
      ...axesOf(
        look,
        text('desk.chart.oreMt'),
        text('desk.chart.gradeIn', { unit: unitText(messages, unit) }),
        extentOf(points, shownGrade),
      ),
      series: [
        pointSeries(points, shownGrade, look, (point) =>
          [
            point.name,
            `${figure(point.tonnageMt)} ${unitText(messages, 'Mt')} · ${figure(shownGrade(point.gradePct))} ${unitText(messages, unit)}`,
            text('desk.chart.contains', { tonnes: shortTonnes(containedTonnes(point.tonnageMt, point.gradePct), env) }),
          ].join('\n'),
        ),
        ...isoOf(points).map((line) => isoSeries(line, shownGrade, look, shortTonnes(line.tonnes, env))),
      ],
    }),
  }
}

export function within(value: number, range: readonly [number, number] | null): boolean {
  return range === null || (value >= range[0] && value <= range[1])
}

function pointsOf(rows: readonly DepositRow[], commodity: CommodityCode, nameOf: (row: DepositRow) => string): Point[] {
  return rows.flatMap((row) => {
    const grade = row.resource?.grades.find((one) => one.commodity === commodity)
    const gradePct = grade && inGradeUnit(grade.value, grade.unit, '%')
    if (row.resourceMt === null || gradePct === undefined) return []
    return [{ row, name: nameOf(row), tonnageMt: row.resourceMt, gradePct }]
  })
}

const decade = (value: number, round: (power: number) => number) => 10 ** round(Math.log10(value))

/** Whole decades round the points. */
function decadesOf(values: readonly number[]): { low: number; high: number } {
  const [low, high] = values.length === 0 ? [1, 10] : [Math.min(...values), Math.max(...values)]
  const from = decade(low, Math.floor)
  const to = decade(high, Math.ceil)
  return { low: from, high: to > from ? to : from * 10 }
}

function extentOf(points: readonly Point[], shownGrade: (pct: number) => number) {
  return {
    x: decadesOf(points.map(({ tonnageMt }) => tonnageMt)),
    y: decadesOf(points.map(({ gradePct }) => shownGrade(gradePct))),
  }
}

function isoOf(points: readonly Point[]): IsoMetalLine[] {
  if (points.length === 0) return []
  return isoMetalLines(decadesOf(points.map((p) => p.tonnageMt)), decadesOf(points.map((p) => p.gradePct)))
}

function axesOf(look: ChartLook, xName: string, yName: string, extent: ReturnType<typeof extentOf>) {
  const axis = (name: string, { low, high }: { low: number; high: number }) => ({
    ...axisLook(look),
    ...{ type: 'log', name, min: low, max: high },
  })
  return {
    xAxis: { ...axis(xName, extent.x), nameLocation: 'middle', nameGap: 24 },
    yAxis: axis(yName, extent.y),
  }
}

function pointSeries(
  points: readonly Point[],
  shownGrade: (pct: number) => number,
  look: ChartLook,
  tip: (point: Point) => string,
) {
  return {
    type: 'scatter',
    symbolSize: 13,
    z: 3,
    data: points.map((point) => ({
      value: [point.tonnageMt, shownGrade(point.gradePct)],
      name: point.name,
      tip: tip(point),
      itemStyle: {
        color: GROUP_COLOURS[COMMODITIES[point.row.commodityPrimary].group].fill,
        borderColor: look.text,
        borderWidth: 1,
        borderType: point.row.partOf === null ? 'solid' : 'dashed',
      },
    })),
    tooltip: { formatter: ({ data }: { data: { tip: string } }) => data.tip },
    label: {
      show: points.length <= 25,
      position: 'right',
      formatter: '{b}',
      color: look.text,
      fontFamily: look.font,
      fontSize: 11,
    },
    labelLayout: { hideOverlap: true },
  }
}

function isoSeries({ from, to }: IsoMetalLine, shownGrade: (pct: number) => number, look: ChartLook, label: string) {
  const at = ([tonnageMt, gradePct]: readonly [number, number]) => [tonnageMt, shownGrade(gradePct)]
  return {
    type: 'line',
    data: [at(from), at(to)],
    silent: true,
    symbol: 'none',
    z: 1,
    lineStyle: { color: look.textSoft, width: 1, type: 'dashed', opacity: 0.7 },
    tooltip: { show: false },
    markPoint: {
      silent: true,
      symbol: 'rect',
      symbolSize: 0.1,
      data: [
        {
          coord: at(from),
          label: {
            show: true,
            formatter: label,
            color: look.textSoft,
            fontSize: 10,
            position: 'bottom',
            offset: [18, 2],
          },
        },
      ],
    },
  }
}
