/** What lies under a point of the map: deposits before other points before lines before areas, each feature once. */
import type { MapGeoJSONFeature, MapLibreMap, PointLike } from 'maplibre-gl'
import type { FeatureRef } from '#geodata/contract/endpoints.ts'
import type { LocalName } from '#geodata/contract/provenance.ts'
import { OVERLAYS } from '#geodata/style/layers/index.ts'

export interface Picked {
  ref: FeatureRef
  name: LocalName
  /** Id of the overlay that drew it. */
  overlay: string
  properties: Readonly<Record<string, unknown>>
}

export interface PickedCluster {
  clusterId: number
  position: [number, number]
}

/** Lower is chosen first. Roads and railways as mapped give way to the corridors that run on them. */
const WEIGHT: Readonly<Record<string, number>> = { deposits: 0, roads: 4, railways: 4, 'mine-tracks': 4 }
const BY_GEOMETRY = { point: 1, line: 3, area: 5 } as const
const OVERLAY_BY_ID = new Map(OVERLAYS.map((overlay) => [overlay.id, overlay]))

/** The shading of geodata/style/answer.ts; hexagons have no id and are never picked. */
const SHADE = 'answer/shade'
const TOLERANCE_PX = 5
const MOST_CHOICES = 12

function overlayOf(feature: MapGeoJSONFeature): string | undefined {
  const [id] = feature.layer.id.split('/')
  // Regions that are shaded by a figure: whatever is drawn on them comes first.
  if (feature.layer.id === SHADE) return SHADE
  return id !== undefined && OVERLAY_BY_ID.has(id) ? id : undefined
}

function weightOf(overlay: string): number {
  const definition = OVERLAY_BY_ID.get(overlay)
  return WEIGHT[overlay] ?? (definition ? BY_GEOMETRY[definition.pick] : 9)
}

export function boxAround(x: number, y: number, by = TOLERANCE_PX): [PointLike, PointLike] {
  return [
    [x - by, y - by],
    [x + by, y + by],
  ]
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

export function asPicked(feature: MapGeoJSONFeature): Picked | undefined {
  const overlay = overlayOf(feature)
  const id = text(feature.properties.id)
  if (overlay === undefined || id === null) return undefined
  const { name_en, name_ur, name_zh } = feature.properties
  return {
    ref: { dataset: feature.sourceLayer ?? feature.source, id },
    name: { en: text(name_en), ur: text(name_ur), zh: text(name_zh) },
    overlay,
    properties: feature.properties,
  }
}

/** The features of the weightiest kind near a point of the screen; more than one where they lie on each other. */
export function pickAt(map: MapLibreMap, x: number, y: number, tolerancePx?: number): Picked[] {
  const found = new Map<string, Picked>()
  for (const feature of map.queryRenderedFeatures(boxAround(x, y, tolerancePx))) {
    const picked = asPicked(feature)
    // A soft disc of accuracy is no place to click: only the symbol in its middle is.
    if (!picked || /accuracy|district-disc/.test(feature.layer.id)) continue
    const key = `${picked.ref.dataset}/${picked.ref.id}`
    if (!found.has(key)) found.set(key, picked)
  }
  const all = [...found.values()]
  const best = Math.min(...all.map(({ overlay }) => weightOf(overlay)))
  return all.filter(({ overlay }) => weightOf(overlay) === best).slice(0, MOST_CHOICES)
}

export function clusterAt(map: MapLibreMap, x: number, y: number): PickedCluster | undefined {
  if (!map.getLayer('deposits/clusters')) return undefined
  const [feature] = map.queryRenderedFeatures(boxAround(x, y), { layers: ['deposits/clusters'] })
  const clusterId: unknown = feature?.properties.cluster_id
  if (!feature || typeof clusterId !== 'number' || feature.geometry.type !== 'Point') return undefined
  const [lon = 0, lat = 0] = feature.geometry.coordinates
  return { clusterId, position: [lon, lat] }
}
