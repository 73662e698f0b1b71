/**
 * How two shapes of lines or areas meet, told by an index of the edges of the one that is asked about again and again, so
 * that the matrix of nine intersections is needed only where edges meet. JTS's prepared geometries do the same; their
 * constructors fail in JSTS 2.12, so its parts are put together here.
 */
import PointLocator from 'jsts/org/locationtech/jts/algorithm/PointLocator.js'
import type Geometry from 'jsts/org/locationtech/jts/geom/Geometry.js'
import ComponentCoordinateExtracter from 'jsts/org/locationtech/jts/geom/util/ComponentCoordinateExtracter.js'
import FastSegmentSetIntersectionFinder from 'jsts/org/locationtech/jts/noding/FastSegmentSetIntersectionFinder.js'
import SegmentStringUtil from 'jsts/org/locationtech/jts/noding/SegmentStringUtil.js'

/** What every JSTS geometry has, though the package's abstract class does not say so. */
export interface PlaneShape extends Geometry {
  getDimension(): number
  getGeometryType(): string
  getNumPoints(): number
}

/** `inside`: all of the first in the interior of the second; `around`: the other way. */
export type Meeting = 'apart' | 'inside' | 'around' | 'edges meet' | 'some parts'

const finders = new WeakMap<Geometry, FastSegmentSetIntersectionFinder>()

/** Of shapes without loose points. The edges of the second are the ones that are indexed and kept. */
export function meetingOf(one: PlaneShape, other: PlaneShape): Meeting {
  if (finderOf(other).intersects(SegmentStringUtil.extractSegmentStrings(one))) return 'edges meet'
  // No edges meet: each part of one lies wholly in the other or wholly out of it.
  const [inOther, inOne] = [partsIn(one, other), partsIn(other, one)]
  if (inOther === 'none' && inOne === 'none') return 'apart'
  if (inOther === 'all' && inOne === 'none') return 'inside'
  return inOne === 'all' && inOther === 'none' ? 'around' : 'some parts'
}

function finderOf(shape: PlaneShape): FastSegmentSetIntersectionFinder {
  const known = finders.get(shape)
  if (known) return known
  const made = new FastSegmentSetIntersectionFinder(SegmentStringUtil.extractSegmentStrings(shape))
  finders.set(shape, made)
  return made
}

/** How many parts of the one begin in the other, which has an inside only where it is an area. */
function partsIn(parts: PlaneShape, area: PlaneShape): 'all' | 'some' | 'none' {
  if (area.getDimension() < 2) return 'none'
  const locator = new PointLocator()
  const begins = ComponentCoordinateExtracter.getCoordinates(parts).toArray()
  const inside = begins.filter((place) => locator.intersects(place, area)).length
  return inside === 0 ? 'none' : inside === begins.length ? 'all' : 'some'
}
