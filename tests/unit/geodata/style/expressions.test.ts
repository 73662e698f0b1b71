/** Style expressions, evaluated by MapLibre's own interpreter: what they draw, not how they are written. */
import { createExpression, type LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { byZoom, groundRadius, localName, withOpacity } from '#geodata/style/expressions.ts'

/** How a property that takes numbers (or, below, texts) by zoom and feature is declared. */
const NUMBER = {
  type: 'number',
  'property-type': 'data-driven',
  expression: { interpolated: true, parameters: ['zoom', 'feature'] },
  transition: false,
}

function evaluate(
  expression: unknown,
  spec: object,
  zoom: number,
  properties: Record<string, unknown>,
  at?: [number, number],
) {
  const parsed = createExpression(expression, spec as never)
  if (parsed.result === 'error') throw new Error(parsed.value.map((fault) => fault.message).join())
  const z = 10
  const world = 2 ** z
  const [lon, lat] = at ?? [0, 0]
  const x = ((lon + 180) / 360) * world
  const y = ((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * world
  const point = { x: Math.round((x % 1) * 8192), y: Math.round((y % 1) * 8192) }
  const feature = { type: 1 as const, properties, geometry: [[point]] }
  // The interpreter takes plain points; its type asks for the class.
  return parsed.value.evaluate({ zoom }, feature as never, {}, {
    z,
    x: Math.floor(x),
    y: Math.floor(y),
    key: '',
  } as never)
}

describe('groundRadius', () => {
  it('is the stated kilometres on the ground, at each latitude and zoom', () => {
    for (const [lat, zoom] of [
      [24, 7],
      [30, 9],
      [36.8, 11.5],
    ] as const) {
      const px: number = evaluate(groundRadius(['get', 'km'], 6, 17), NUMBER, zoom, { km: 10 }, [67, lat])
      // Mercator on the sphere, as the map projects.
      const metresOfPx = (2 * Math.PI * 6_378_137 * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** zoom)
      expect((px * metresOfPx) / 1000).toBeGreaterThan(9.9)
      expect((px * metresOfPx) / 1000).toBeLessThan(10.1)
    }
  })
})

describe('localName', () => {
  const text = {
    ...NUMBER,
    type: 'string',
    expression: { interpolated: false, parameters: ['feature'] },
  }
  it('takes the language of the reader first, then English, and never nothing while there is a name', () => {
    const names = { name_en: 'Saindak', name_zh: '山达克' }
    expect(evaluate(localName('zh'), text, 5, names)).toBe('山达克')
    expect(evaluate(localName('ur'), text, 5, names)).toBe('Saindak')
    expect(evaluate(localName('en'), text, 5, { name_ur: 'سیندک' })).toBe('سیندک')
    expect(evaluate(localName('en'), text, 5, {})).toBe('')
  })
})

describe('withOpacity', () => {
  const layer: LayerSpecification = {
    id: 'a/b',
    type: 'circle',
    source: 'a',
    paint: { 'circle-opacity': byZoom(4, 0.2, 8, ['case', ['has', 'x'], 0.8, 0.4]) },
  }
  const at = (paint: LayerSpecification['paint'], property: string, zoom: number) =>
    evaluate((paint as Record<string, unknown>)[property], NUMBER, zoom, { x: 1 })

  it('scales each opacity, zoom curves and unstated ones included', () => {
    const half = withOpacity(layer, 0.5)
    expect(at(layer.paint, 'circle-opacity', 8)).toBeCloseTo(0.8)
    for (const zoom of [4, 6, 8])
      expect(at(half.paint, 'circle-opacity', zoom)).toBeCloseTo(at(layer.paint, 'circle-opacity', zoom) / 2)
    expect((half.paint as Record<string, unknown>)['circle-stroke-opacity']).toBe(0.5)
  })
  it('leaves a layer at full opacity as it is', () => {
    expect(withOpacity(layer, 1)).toBe(layer)
  })
})
