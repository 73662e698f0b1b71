/** Draws a chart and listens to it. The drawing is for eyes and pointers; the table below it says and does the same for all. */
import { useEffect, useRef } from 'react'
import type { Brushed, ChartLook, ChartModel } from './chart-model.ts'
import { type EChartsType, init } from './echarts.ts'

interface ChartCanvasProps {
  model: ChartModel
  look: ChartLook
}

export function ChartCanvas({ model, look }: ChartCanvasProps) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(null)
  const now = useRef(model)
  now.current = model
  useEffect(() => {
    if (!box.current) return
    const made = init(box.current, null, { renderer: 'canvas' })
    chart.current = made
    listen(made, () => now.current)
    const observer = new ResizeObserver(() => made.resize())
    observer.observe(box.current)
    return () => {
      observer.disconnect()
      made.dispose()
      chart.current = null
    }
  }, [])
  useEffect(() => {
    const made = chart.current
    if (!made) return
    made.setOption({ ...model.option(look), ...brushOption(model, look) }, true)
    if (model.brush !== null)
      made.dispatchAction({
        type: 'takeGlobalCursor',
        key: 'brush',
        brushOption: { brushType: model.brush, brushMode: 'single' },
      })
  }, [model, look])
  return <div ref={box} className="chart__canvas" style={{ minBlockSize: model.heightPx }} aria-hidden />
}

function brushOption({ brush }: ChartModel, look: ChartLook) {
  if (brush === null) return {}
  return {
    brush: {
      xAxisIndex: 0,
      yAxisIndex: 0,
      brushStyle: { color: look.accent, opacity: 0.18, borderColor: look.accent, borderWidth: 1 },
      outOfBrush: { colorAlpha: 0.4 },
      toolbox: [],
    },
  }
}

type Ends = readonly [number, number]

function listen(chart: EChartsType, model: () => ChartModel): void {
  chart.on('click', ({ seriesIndex, dataIndex }) => {
    if (seriesIndex !== undefined) model().onPick?.(seriesIndex, dataIndex)
  })
  chart.on('brushEnd', (event) => {
    const area = areaOf(event, model().brush)
    chart.dispatchAction({ type: 'brush', areas: [] })
    if (area) model().onBrush?.(area)
  })
}

/** The rectangle in the units of the axes; a stroke without width is none. */
function areaOf(event: unknown, brush: ChartModel['brush']): Brushed | null {
  const areas: unknown = Reflect.get(Object(event), 'areas')
  const range: unknown = Array.isArray(areas) ? Reflect.get(Object(areas[0]), 'coordRange') : undefined
  if (brush === 'lineY') {
    const y = endsOf(range)
    return y && { x: null, y }
  }
  const [x, y] = Array.isArray(range) ? range.map(endsOf) : []
  return x && y ? { x, y } : null
}

function endsOf(value: unknown): Ends | null {
  if (!Array.isArray(value)) return null
  const [a, b]: unknown[] = value
  if (typeof a !== 'number' || typeof b !== 'number' || a === b) return null
  return [Math.min(a, b), Math.max(a, b)]
}
