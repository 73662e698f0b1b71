/** Legends drawn from the layer definitions themselves: the same colours, dashes and images as on the map. */
import { useEffect, useRef } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import type { LayerDefinition, LegendItem, LegendSymbol } from '#geodata/style/layer-definition.ts'
import { type Flavour, PALETTES } from '#geodata/style/palette.ts'
import { drawImage } from './images/draw-image.ts'
import './legend.css'

const WIDTH_PX = 34
const HEIGHT_PX = 20

export function LayerLegend({ layer, flavour }: { layer: LayerDefinition; flavour: Flavour }) {
  const { language, t, tOr, number } = useMessages()
  const items = layer.legend({ flavour, palette: PALETTES[flavour], language, hasImages: true })
  const label = ({ labelKey, values = {} }: LegendItem): string => {
    const formatted = Object.entries(values).map(([key, value]) => [
      key,
      typeof value === 'number' ? number(value) : value,
    ])
    return tOr(labelKey, labelKey, Object.fromEntries(formatted))
  }
  return (
    <ul className="legend" aria-label={t('legend.title')}>
      {items.map((item) => (
        <li key={`${item.labelKey} ${JSON.stringify(item.values ?? {})}`}>
          <Swatch symbol={item.symbol} />
          <span>{label(item)}</span>
        </li>
      ))}
    </ul>
  )
}

export function Swatch({ symbol }: { symbol: LegendSymbol }) {
  switch (symbol.kind) {
    case 'line':
      return <LineSwatch {...symbol} />
    case 'area':
      return (
        <svg width={WIDTH_PX} height={HEIGHT_PX} aria-hidden="true">
          <rect
            x={3}
            y={2}
            width={WIDTH_PX - 6}
            height={HEIGHT_PX - 4}
            rx={2}
            fill={symbol.fill}
            fillOpacity={symbol.fillOpacity}
            stroke={symbol.outline ?? 'none'}
            strokeWidth={1.3}
            strokeDasharray={symbol.dash?.join(' ')}
          />
        </svg>
      )
    case 'image':
      return <ImageSwatch id={symbol.id} />
  }
}

function LineSwatch({ colour, widthPx, dash, casing, isPale }: Extract<LegendSymbol, { kind: 'line' }>) {
  const y = HEIGHT_PX / 2
  return (
    <svg width={WIDTH_PX} height={HEIGHT_PX} aria-hidden="true">
      {casing && <line x1={1} x2={WIDTH_PX - 1} y1={y} y2={y} stroke={casing} strokeWidth={widthPx + 2} />}
      <line
        x1={2}
        x2={WIDTH_PX - 2}
        y1={y}
        y2={y}
        stroke={colour}
        strokeWidth={widthPx}
        strokeDasharray={dash?.map((part) => part * widthPx).join(' ')}
        strokeOpacity={isPale ? 0.6 : 1}
      />
    </svg>
  )
}

function ImageSwatch({ id }: { id: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const target = canvas.current
    const context = target?.getContext('2d')
    const painted = drawImage(id)
    if (!target || !context || !painted) return
    const isPattern = id.startsWith('hatch|')
    const [width, height] = isPattern
      ? [(WIDTH_PX - 6) * painted.pixelRatio, (HEIGHT_PX - 4) * painted.pixelRatio]
      : [painted.image.width, painted.image.height]
    target.width = width
    target.height = height
    target.style.width = `${width / painted.pixelRatio}px`
    target.style.height = `${height / painted.pixelRatio}px`
    for (let x = 0; x < width; x += painted.image.width)
      for (let y = 0; y < height; y += painted.image.height) context.putImageData(painted.image, x, y)
  }, [id])
  return (
    <span className="legend__image" aria-hidden="true">
      <canvas ref={canvas} />
    </span>
  )
}
