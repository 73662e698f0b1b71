/** Small style expressions that several layers share: names by language, widths by zoom, opacity times a factor. */
import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Language } from '#geodata/contract/provenance.ts'

const CHAINS: Readonly<Record<Language, readonly string[]>> = {
  en: ['name_en', 'name_ur', 'name_zh'],
  ur: ['name_ur', 'name_en', 'name_zh'],
  zh: ['name_zh', 'name_en', 'name_ur'],
}

/** The name in the reader's language, or the nearest that there is. Never two languages on one label. */
export function localName(language: Language): ExpressionSpecification {
  const [first, second, third] = CHAINS[language].map((key): ExpressionSpecification => ['get', key])
  if (!first || !second || !third) throw new Error('unreachable: three languages')
  return ['coalesce', first, second, third, '']
}

type NumberOrExpression = number | ExpressionSpecification

/** A width in px that grows smoothly with zoom; stops as `[zoom, px, zoom, px, …]`. */
export function byZoom(...stops: NumberOrExpression[]): ExpressionSpecification {
  return ['interpolate', ['exponential', 1.4], ['zoom'], ...stops] as ExpressionSpecification
}

/** `['match', ['get', property], value, output, …, otherwise]` */
export function match<T extends string | number | ExpressionSpecification>(
  property: string,
  outputs: Readonly<Record<string, T>>,
  otherwise: T,
): ExpressionSpecification {
  const arms: unknown[] = Object.entries(outputs).flat()
  // The arms are pairs by construction; the tuple type of the specification cannot say so.
  return ['match', ['get', property], ...arms, otherwise] as unknown as ExpressionSpecification
}

/** Ground resolution at zoom 0 on the equator for 512-px tiles: 2π · 6 378 137 m / 512. */
const METRES_PER_PX_ZOOM_0 = (2 * Math.PI * 6_378_137) / 512
/** Only below the atlas: round the globe, 'distance' goes astray. */
const EQUATOR: GeoJSON.LineString = {
  type: 'LineString',
  coordinates: [
    [40, 0],
    [100, 0],
  ],
}

/**
 * A radius on the ground, `km` long, in px at every zoom. Mercator stretches by 1 / cos(latitude); the latitude of a
 * feature is read off its distance to the equator, for a style has no other way to know it. Right from 40° to 100° E.
 */
export function groundRadius(km: ExpressionSpecification, fromZoom: number, toZoom: number): ExpressionSpecification {
  const latitudeRad: ExpressionSpecification = ['/', ['distance', EQUATOR], 6_371_009]
  const pxAtZoom = (zoom: number): ExpressionSpecification => [
    '/',
    ['*', km, (1000 * 2 ** zoom) / METRES_PER_PX_ZOOM_0],
    ['cos', latitudeRad],
  ]
  return ['interpolate', ['exponential', 2], ['zoom'], fromZoom, pxAtZoom(fromZoom), toZoom, pxAtZoom(toZoom)]
}

function scaled(value: unknown, factor: number): unknown {
  if (typeof value === 'number') return value * factor
  if (!Array.isArray(value)) return value
  const [operator] = value
  if (operator === 'interpolate' || operator === 'step') {
    // Zoom may stand only at the top of an expression, so the outputs are scaled, not the whole.
    const firstOutput = operator === 'interpolate' ? 4 : 2
    return value.map((part, index) =>
      index >= firstOutput && (index - firstOutput) % 2 === 0 ? scaled(part, factor) : part,
    )
  }
  return ['*', factor, value]
}

const OPACITIES: Readonly<Record<string, readonly string[]>> = {
  fill: ['fill-opacity'],
  line: ['line-opacity'],
  circle: ['circle-opacity', 'circle-stroke-opacity'],
  symbol: ['icon-opacity', 'text-opacity'],
  raster: ['raster-opacity'],
}

/** The layer at a fraction of its own opacity. */
export function withOpacity(layer: LayerSpecification, factor: number): LayerSpecification {
  if (factor === 1) return layer
  const paint: Record<string, unknown> = { ...layer.paint }
  for (const property of OPACITIES[layer.type] ?? []) paint[property] = scaled(paint[property] ?? 1, factor)
  return { ...layer, paint } as LayerSpecification
}
