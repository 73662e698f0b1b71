/** A buffer for the eye (see use-buffer.ts); fetched only when one is drawn. */
import { buffer, simplify } from '@turf/turf'
import type { Geometry } from '#geodata/contract/geo.ts'
import { AreaGeometry } from '#geodata/contract/geo.ts'

const KM_PER_DEGREE = 111
/** Corners nearer to each other than this share of the width are not seen in its edge. */
const DETAIL = 0.03

/** null where nothing comes of it. */
export function bufferShape(shape: Geometry, km: number): Geometry | null {
  const plain = simplify(
    { type: 'Feature' as const, geometry: shape as GeoJSON.Geometry, properties: {} },
    {
      tolerance: (km * DETAIL) / KM_PER_DEGREE,
    },
  )
  const around = buffer(plain, km, { units: 'kilometers', steps: 12 })
  return AreaGeometry.safeParse(around?.geometry).data ?? null
}
