/** A chart as a file: PNG and SVG with title and source line inside, CSV of its figures. */
import { saveFile } from '#client/api/download.ts'
import type { ChartLook, ChartModel } from './chart-model.ts'
import { init } from './echarts.ts'

export const CHART_FORMATS = ['png', 'svg', 'csv'] as const
export type ChartFormat = (typeof CHART_FORMATS)[number]

const WIDTH = 960
const HEIGHT = 600

interface ChartFile {
  model: ChartModel
  look: ChartLook
  /** The line below the drawing. */
  source: string
  name: string
}

export async function saveChart(format: ChartFormat, file: ChartFile): Promise<void> {
  const stem = `orelink-chart-${file.name}`
  if (format === 'csv') saveFile({ blob: await csvOf(file), fileName: `${stem}.csv` })
  else if (format === 'svg') saveFile({ blob: svgOf(file), fileName: `${stem}.svg` })
  else saveFile({ blob: await pngOf(file), fileName: `${stem}.png` })
}

function optionOf({ model, look, source }: ChartFile) {
  const style = { fontFamily: look.font, color: look.text }
  return {
    ...model.option(look),
    animation: false,
    backgroundColor: look.surface,
    grid: { left: 16, right: 32, top: 76, bottom: 74, containLabel: true },
    legend: { ...Object(Reflect.get(model.option(look), 'legend')), top: 40 },
    title: [
      { text: model.title, left: 'center', top: 10, textStyle: { ...style, fontSize: 17 } },
      {
        text: source,
        left: 16,
        bottom: 10,
        textStyle: {
          ...style,
          color: look.textSoft,
          fontSize: 11,
          fontWeight: 'normal',
          width: WIDTH - 32,
          overflow: 'break',
        },
      },
    ],
  }
}

const heightOf = ({ model }: ChartFile): number => Math.max(HEIGHT, 80 + (model.heightPx ?? 0))

/** Without the page: no style and no font of it is needed to open the file. */
function svgOf(file: ChartFile): Blob {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: heightOf(file) })
  chart.setOption(optionOf(file))
  const text = chart.renderToSVGString()
  chart.dispose()
  return new Blob([text], { type: 'image/svg+xml' })
}

async function pngOf(file: ChartFile): Promise<Blob> {
  const box = document.createElement('div')
  const chart = init(box, null, { renderer: 'canvas', width: WIDTH, height: heightOf(file), devicePixelRatio: 2 })
  chart.setOption(optionOf(file))
  const canvas = chart.renderToCanvas({ pixelRatio: 2, backgroundColor: file.look.surface })
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  chart.dispose()
  if (!blob) throw new Error('the browser made no picture')
  return blob
}

async function csvOf({ model, source }: ChartFile): Promise<Blob> {
  const { default: Papa } = await import('papaparse')
  const lines = model.lines.map(({ cells }) => [...cells, source])
  const text = Papa.unparse([[...model.head, 'source'], ...lines], { newline: '\r\n' })
  return new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' })
}
