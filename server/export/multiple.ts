/** A line as a multiple line, an area as a multiple area: for formats where a layer has one type. Points stay as they are. */
import type { MultiLineString, MultiPolygon, Point } from 'geojson'
import type { Geometry } from '#geodata/contract/geo.ts'

export function multiple(geometry: Geometry): Point | MultiLineString | MultiPolygon {
  switch (geometry.type) {
    case 'LineString':
      return { type: 'MultiLineString', coordinates: [geometry.coordinates] }
    case 'Polygon':
      return { type: 'MultiPolygon', coordinates: [geometry.coordinates] }
    default:
      return geometry
  }
}
