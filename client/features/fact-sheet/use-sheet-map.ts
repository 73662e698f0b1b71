/** The map of a sheet: the deposit's surroundings with roads, railways and the way to market, the same whatever the reader has switched on. */

import type { StyleSpecification } from 'maplibre-gl'
import { useEffect, useState } from 'react'
import { drawPicture, type PrintPicture } from '#client/map/print/print-picture.ts'
import { routeShapes } from '#client/map/route-shapes.ts'
import { useView } from '#client/state/view-state.ts'
import type { Position } from '#geodata/contract/geo.ts'
import type { Route } from '#geodata/contract/logistics.ts'
import { padBBox } from '#geodata/spatial/bbox.ts'
import { buildStyle } from '#geodata/style/build-style.ts'

/** The map's share of the sheet in CSS pixels, a bit over 100 km across. */
export const MAP_SIZE = { widthPx: 344, heightPx: 236 }
/** Half the height of the map: near enough for symbols instead of clusters. */
const AROUND_KM = 30
const LAYERS = ['roads', 'railways', 'corridors', 'border-crossings', 'ports', 'deposits']

/** undefined while it is drawn; null where it cannot be. `route` undefined: not yet known, nothing is drawn before. */
export function useSheetMap(
  id: string,
  position: Position,
  route: Route | null | undefined,
): PrintPicture | null | undefined {
  const [picture, setPicture] = useState<PrintPicture | null>()
  const language = useView((state) => state.language)
  const boundaries = useView((state) => state.boundaries)
  const [lon, lat] = position
  useEffect(() => {
    if (route === undefined) return
    let isStale = false
    const style = buildStyle({
      language,
      boundaries,
      flavour: 'print',
      baseUrl: location.origin,
      layers: LAYERS.map((layer) => ({ id: layer, opacity: 1 })),
      deposits: { clusters: `${location.origin}/api/deposits/map` },
      selection: { dataset: 'deposits', id },
      route: route === null ? null : routeShapes([route], 0),
    })
    const [west, south, east, north] = padBBox([lon, lat, lon, lat], AROUND_KM)
    drawPicture(fitForPaper(style), { bounds: [west, south, east, north], bearing: 0, pitch: 0 }, MAP_SIZE).then(
      (drawn) => isStale || setPicture(drawn),
      (cause: unknown) => {
        console.warn('The map of the sheet could not be drawn.', cause)
        if (!isStale) setPicture(null)
      },
    )
    return () => {
      isStale = true
    }
  }, [id, lon, lat, route, language, boundaries])
  return picture
}

/** This near, the grid of heights is too coarse, and the hatched disc of a deposit known to its district covers all. */
function fitForPaper(style: StyleSpecification): StyleSpecification {
  return {
    ...style,
    layers: style.layers.filter(({ id, type }) => type !== 'hillshade' && !id.includes('district-disc')),
  }
}
