/**
 * Whether lines and areas share a point, by an index of the edges of the one that is asked about again and again. JTS's
 * prepared geometries do the same; their constructors fail in JSTS 2.12, so its parts are put together here.
 */
import PointLocator from 'jsts/org/locationtech/jts/algorithm/PointLocator.js'
import type Geometry from 'jsts/org/locationtech/jts/geom/Geometry.js'
import ComponentCoordinateExtracter from 'jsts/org/locationtech/jts/geom/util/ComponentCoordinateExtracter.js'
import FastSegmentSetIntersectionFinder from 'jsts/org/locationtech/jts/noding/FastSegmentSetIntersectionFinder.js'
import SegmentStringUtil from 'jsts/org/locationtech/jts/noding/SegmentStringUtil.js'
import type { FilterGeometry } from './expression.ts'
import type { Shape } from './shapes.ts'

const EDGED: ReadonlySet<FilterGeometry['type']> = new Set<FilterGeometry['type']>([
  ...(['LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'] as const),
])
const finders = new WeakMap<Geometry, FastSegmentSetIntersectionFinder>()

/** Exact; undefined where a side has loose points. The edges of `right` are the ones that are indexed and kept. */
export function sharePoint(left: Shape, right: Shape): boolean | undefined {
  if (!EDGED.has(left.geometry.type) || !EDGED.has(right.geometry.type)) return undefined
  if (finderOf(right.jts).intersects(SegmentStringUtil.extractSegmentStrings(left.jts))) return true
  // No edges meet: a part of one lies wholly inside the other or wholly outside.
  return hasPartInside(left, right) || hasPartInside(right, left)
}

function finderOf(jts: Geometry): FastSegmentSetIntersectionFinder {
  const known = finders.get(jts)
  if (known) return known
  const made = new FastSegmentSetIntersectionFinder(SegmentStringUtil.extractSegmentStrings(jts))
  finders.set(jts, made)
  return made
}

function hasPartInside({ jts: parts }: Shape, { jts: area, geometry }: Shape): boolean {
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return false
  const locator = new PointLocator()
  for (const place of ComponentCoordinateExtracter.getCoordinates(parts).toArray())
    if (locator.intersects(place, area)) return true
  return false
}
