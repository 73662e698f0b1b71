/** Charts of what is filtered. What is chosen in a chart is the filter of the atlas; what the filter leaves is what is drawn. */
import { useCallback, useMemo } from 'react'
import { usePassing } from '#client/state/passing.ts'
import { FailureNote } from '#client/ui/failure-note.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'
import { applyWhere } from '../apply-where.ts'
import { CHARTS, type ColumnId } from '../column-ids.ts'
import { type Condition, meetsAll } from '../conditions.ts'
import type { DeskState } from '../desk-text.ts'
import { MarketChoice, useMarket } from '../market-choice.tsx'
import { useComputedColumns } from '../rows/compute.ts'
import { useRows } from '../rows/use-rows.ts'
import type { ColumnEnv } from '../table/column-env.ts'
import { columnOf } from '../table/columns.ts'
import { Progress } from '../table/progress.tsx'
import { useColumnEnv } from '../table/use-column-env.ts'
import { setDesk, useDesk } from '../use-desk.ts'
import { WhereChips } from '../where-chips.tsx'
import { ChartCanvas } from './chart-canvas.tsx'
import { CHART_FORMATS, saveChart } from './chart-files.ts'
import type { ChartModel } from './chart-model.ts'
import { ChartTable } from './chart-table.tsx'
import { costCurve } from './cost-curve.ts'
import { distanceHistogram, distanceKind } from './distance-histogram.ts'
import { gradeTonnage } from './grade-tonnage.ts'
import { OfChoice } from './of-choice.tsx'
import { resourceBars } from './resource-bars.ts'
import { sourceLine } from './source-line.ts'
import { statusBars } from './status-bars.ts'
import { useLook } from './use-look.ts'
import './charts.css'

const NO_ROWS: readonly DepositRow[] = []

export default function Charts() {
  const desk = useDesk()
  const { data, previous, problem, retry } = useRows()
  const answer = data ?? previous
  const all = answer?.rows ?? NO_ROWS
  const env = useColumnEnv(desk, answer?.rows, answer?.sources)
  const rows = useMemo(
    () => all.filter((row) => meetsAll(row, desk.where, (of, id) => columnOf(id).value(of, env))),
    [all, desk.where, env],
  )
  const ids = useMemo(() => all.map(({ id }) => id), [all])
  const columns = useMemo(() => columnsOf(desk), [desk])
  useComputedColumns(ids, columns)
  return (
    <div className="charts">
      <div className="charts__bar">
        <fieldset className="charts__choice" aria-label={env.text('desk.tab.charts')}>
          {CHARTS.map((id) => (
            <button
              key={id}
              type="button"
              className="chip"
              aria-pressed={desk.chart === id}
              onClick={() => setDesk({ chart: id, chartOf: null })}
            >
              <span>{env.text(`desk.chart.${id}`)}</span>
            </button>
          ))}
        </fieldset>
        <OfChoice desk={desk} rows={rows} env={env} />
        {desk.chart === 'cost' && <MarketChoice />}
        <WhereChips env={env} where={desk.where} />
        <Progress env={env} total={rows.length} isAsked={columns.length > 0} />
      </div>
      {problem && <FailureNote code={problem.code} requestId={problem.requestId} onRetry={retry} />}
      {!answer && !problem && <Skeleton lines={6} />}
      {answer && <Chart desk={desk} rows={rows} env={env} />}
    </div>
  )
}

function columnsOf({ chart, chartOf, where }: DeskState): readonly ColumnId[] {
  const own: ColumnId[] = chart === 'cost' ? ['cost'] : chart === 'distance' ? [distanceKind(chartOf)] : []
  return [...own, ...where.map(({ column }) => column)]
}

interface ChartProps {
  desk: DeskState
  rows: readonly DepositRow[]
  env: ColumnEnv
}

function Chart({ desk, rows, env }: ChartProps) {
  const look = useLook()
  const market = useMarket()
  const model = useChartModel(desk, rows, env)
  const source = sourceLine(model.drawn, env)
  if (desk.chart === 'cost' && market === null) return <p className="muted">{env.text('desk.cell.needsMarket')}</p>
  const save = (format: (typeof CHART_FORMATS)[number]) => {
    const name = [desk.chart, ...(desk.chartOf === null ? [] : [desk.chartOf])].join('-')
    saveChart(format, { model, look, source, name }).catch(() =>
      usePassing.getState().set({ notice: { key: 'problem.internal-error' } }),
    )
  }
  return (
    <figure className="chart" aria-labelledby="chart-title">
      <div className="chart__head">
        <h2 id="chart-title">{model.title}</h2>
        <span className="chart__files">
          {CHART_FORMATS.map((format) => (
            <button key={format} type="button" className="text-button small" onClick={() => save(format)}>
              {env.text('desk.chart.save', { format: format.toUpperCase() })}
            </button>
          ))}
        </span>
      </div>
      {model.lines.length === 0 ? (
        <p className="muted">{env.text('desk.chart.nothing')}</p>
      ) : (
        <ChartCanvas model={model} look={look} />
      )}
      <figcaption className="small muted">
        <p>{model.note}</p>
        {model.brush !== null && <p>{env.text('desk.chart.brushHint')}</p>}
        <p dir="auto">{source}</p>
      </figcaption>
      <ChartTable model={model} env={env} />
    </figure>
  )
}

function useChartModel(
  { chart, chartOf: of, where }: DeskState,
  rows: readonly DepositRow[],
  env: ColumnEnv,
): ChartModel {
  const apply = useCallback(
    (next: readonly Condition[]) => {
      applyWhere(next, env).catch(() => usePassing.getState().set({ notice: { key: 'problem.unreachable' } }))
    },
    [env],
  )
  return useMemo(() => {
    const input = { rows, env, of }
    switch (chart) {
      case 'gradeTonnage':
        return gradeTonnage(input)
      case 'resource':
        return resourceBars(input)
      case 'status':
        return statusBars(input)
      case 'cost':
        return costCurve(input)
      case 'distance':
        return distanceHistogram({ ...input, where, apply })
    }
  }, [chart, of, where, rows, env, apply])
}
