/**
 * The area within a distance of a shape, to be drawn: a geodesic circle, or a buffer by JSTS in an azimuthal projection,
 * whose edge errs by a quarter of a per cent along a line of 1,500 km. What lies inside is decided by the server, exactly.
 */
import { useEffect, useState } from 'react'
import type { Geometry, Position } from '#geodata/contract/geo.ts'
import { destination } from '#geodata/spatial/geodesic.ts'

const CIRCLE_CORNERS = 96
/** Beyond this a buffer would go round the map. */
const WIDEST_KM = 2000

/** null without a shape, at 0 km, and while it is being made. */
export function useBuffer(shape: Geometry | null, km: number): Geometry | null {
  const [buffer, setBuffer] = useState<Geometry | null>(null)
  useEffect(() => {
    setBuffer(null)
    if (!shape || km <= 0 || km > WIDEST_KM) return
    if (shape.type === 'Point') {
      setBuffer(circle(shape.coordinates, km))
      return
    }
    let isCurrent = true
    import('./buffer-shape.ts').then(
      ({ bufferShape }) => {
        if (isCurrent) setBuffer(bufferShape(shape, km))
      },
      (cause: unknown) => console.warn('The buffer could not be drawn.', cause),
    )
    return () => {
      isCurrent = false
    }
  }, [shape, km])
  return buffer
}

function circle(centre: Position, km: number): Geometry {
  const ring = Array.from({ length: CIRCLE_CORNERS + 1 }, (_, corner) =>
    destination(centre, (360 * (corner % CIRCLE_CORNERS)) / CIRCLE_CORNERS, km * 1000),
  )
  return { type: 'Polygon', coordinates: [ring] }
}
