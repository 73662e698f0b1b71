/**
 * A small map as an inline picture: shapes over the provinces of Pakistan in outline, in the flat projection of the locator.
 * Thinned to what can be seen at its size; the view holds the country and, where they lie elsewhere, the shapes.
 */
import type { BBox, Geometry, Position } from '#geodata/contract/geo.ts'
import { bboxOf, bboxUnion } from '#geodata/spatial/bbox.ts'
import { LOCATOR_OUTLINES } from '#geodata/style/locator-outlines.ts'
import { locatorPoint } from '#geodata/style/locator-projection.ts'
import { escaped } from '../../http/docs-page.ts'
import type { Text } from '../messages/text-in.ts'

const PAKISTAN: BBox = [60.4, 23.3, 78, 37.4]
const MARGIN = 0.04
/** Steps across the picture: finer than a pixel of its width is drawn as one. */
const STEPS = 900
/** Longest path of a picture; what lies beyond is left to the data. */
const MOST_POSITIONS = 20_000

export function smallMap(geometries: readonly Geometry[], t: Text): string {
  const extent = geometries.map(bboxOf).reduce(bboxUnion, PAKISTAN)
  const [left, top] = locatorPoint([extent[0], extent[3]])
  const [right, bottom] = locatorPoint([extent[2], extent[1]])
  const pad = (right - left) * MARGIN
  const box = [left - pad, top - pad, right - left + 2 * pad, bottom - top + 2 * pad].map((value) => value.toFixed(2))
  const draw = pen((right - left) / STEPS)
  const label = escaped(t('map.label'))
  return `<figure><svg class="map" viewBox="${box.join(' ')}" role="img" aria-label="${label}">
${LOCATOR_OUTLINES.map(({ path, isDisputed }) => `<path class="land${isDisputed ? ' disputed' : ''}" d="${path}"/>`).join('')}
${geometries.map(draw).join('')}
</svg><figcaption>${escaped(t('map.note'))}</figcaption></figure>`
}

/** Draws with steps of a size, up to the bound over all that it draws. */
function pen(step: number): (geometry: Geometry) => string {
  let left = MOST_POSITIONS
  const path = (positions: readonly Position[]): string => {
    const points: string[] = []
    let [lastX, lastY] = [Number.NaN, Number.NaN]
    for (const position of positions) {
      if (left <= 0) break
      const [x, y] = locatorPoint(position)
      if (Math.abs(x - lastX) < step && Math.abs(y - lastY) < step) continue
      points.push(`${x.toFixed(3)} ${y.toFixed(3)}`)
      ;[lastX, lastY] = [x, y]
      left--
    }
    // A line of no length with round ends is a dot, of the same size at any scale.
    return points.length === 1 ? `M${points[0]}h0` : `M${points.join('L')}`
  }
  return (geometry) => {
    switch (geometry.type) {
      case 'Point':
        return left > 0 ? `<path class="point" d="${path([geometry.coordinates])}"/>` : ''
      case 'LineString':
        return shape('line', [geometry.coordinates])
      case 'MultiLineString':
        return shape('line', geometry.coordinates)
      case 'Polygon':
        return shape('area', geometry.coordinates)
      case 'MultiPolygon':
        return shape('area', geometry.coordinates.flat())
    }
  }
  function shape(kind: 'line' | 'area', parts: readonly (readonly Position[])[]): string {
    if (left <= 0) return ''
    return `<path class="${kind}" fill-rule="evenodd" d="${parts.map(path).join(kind === 'area' ? 'Z' : '')}"/>`
  }
}
