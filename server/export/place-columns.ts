/** Where a feature lies, as columns of a table: longitude and latitude of a point, or well-known text. */
import wkx from 'wkx'
import type { ExportContent, ExportRow } from './format.ts'

export interface PlaceColumns {
  names: readonly string[]
  read(row: ExportRow): (string | number | null)[]
}

/** No columns for a dataset without places. */
export function placeColumns({ dataset, coordinates }: ExportContent): PlaceColumns {
  if (dataset.geometry === 'none') return { names: [], read: () => [] }
  if (coordinates === 'wkt')
    return { names: ['wkt'], read: ({ geometry }) => [geometry && wkx.Geometry.parseGeoJSON(geometry).toWkt()] }
  return {
    names: ['lon', 'lat'],
    read: ({ geometry }) => (geometry?.type === 'Point' ? [...geometry.coordinates] : [null, null]),
  }
}
