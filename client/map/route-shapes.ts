/** Routes to what the map draws: one line a leg, the chosen route last, so that it lies on top. */

import type { BBox } from '#geodata/contract/geo.ts'
import type { Route } from '#geodata/contract/logistics.ts'
import type { RouteShapes } from '#geodata/style/route-layers.ts'

export function routeShapes(routes: readonly Route[], chosen: number): RouteShapes {
  const ordered = routes.map((route, index) => ({ route, isChosen: index === chosen }))
  ordered.sort((a, b) => Number(a.isChosen) - Number(b.isChosen))
  return {
    type: 'FeatureCollection',
    features: ordered.flatMap(({ route, isChosen }) =>
      route.legs.flatMap(({ mode, firstVertex, lastVertex, schematicKm }): RouteShapes['features'] => {
        const coordinates = route.geometry.coordinates.slice(firstVertex, lastVertex + 1)
        if (coordinates.length < 2) return []
        const properties = { mode, isChosen, isSchematic: schematicKm > 0 }
        return [{ type: 'Feature', properties, geometry: { type: 'LineString', coordinates } }]
      }),
    ),
  }
}

export function boxOfRoute({ geometry: { coordinates } }: Route): BBox {
  const box: BBox = [180, 90, -180, -90]
  for (const [lon, lat] of coordinates) {
    box[0] = Math.min(box[0], lon)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lon)
    box[3] = Math.max(box[3], lat)
  }
  return box
}
