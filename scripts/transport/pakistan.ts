/** Whether a place lies in a province or territory of the atlas: an edge at a border crossing that does not, leads abroad. */
import { booleanPointInPolygon } from '@turf/turf'
import type { BuiltFeature } from '../build/builder.ts'
import { degreesOf } from './places.ts'

export function insidePakistan(provinces: readonly BuiltFeature[]): (place: readonly [number, number]) => boolean {
  const areas = provinces.flatMap(({ geometry }) =>
    geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon' ? [geometry] : [],
  )
  return ([x, y]) => areas.some((area) => booleanPointInPolygon(degreesOf(x, y), area))
}
