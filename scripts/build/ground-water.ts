/** Rivers and lakes: OpenStreetMap in Pakistan, Natural Earth around it. */
import { area, pointOnFeature } from '@turf/turf'
import { slugOf } from '#geodata/contract/filter.ts'
import type { Geometry, Position } from '#geodata/contract/geo.ts'
import type { LakeProperties } from '#geodata/datasets/lakes/dataset.ts'
import type { RiverProperties } from '#geodata/datasets/rivers/dataset.ts'
import type { BuiltFeature, DatasetBuilder, Inputs } from './builder.ts'
import { areaContains, boxOf, lineStringsOf, linesOf, polygonsOf, type Ring } from './ground-geometry.ts'
import { knownWater, LAKES, RIVERS } from './ground-water-names.ts'

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** A name by script; what is neither Latin nor Arabic is left out. */
function nameByScript(properties: Record<string, unknown>): { en: string | null; ur: string | null; zh: null } {
  const en = text(properties.name_en)
  return { en: en && /[A-Za-z]{3}/.test(en) ? en : null, ur: text(properties.name_ur), zh: null }
}

/** Whether a point lies in Pakistan's provinces; boxes first, polygons after. */
function insidePakistan(inputs: Inputs): (point: Position) => boolean {
  const provinces = inputs
    .geojson('upstream/admin-osm-2023/provinces.geojson')
    .features.flatMap(({ geometry }) => (geometry ? [{ geometry, box: boxOf(geometry) }] : []))
  return ([lon, lat]) =>
    provinces.some(
      ({ geometry, box: [west, south, east, north] }) =>
        lon >= west && lon <= east && lat >= south && lat <= north && areaContains(geometry, [lon, lat]),
    )
}

/** The parts of a line outside, cut between vertices. */
function partsOutside(points: Ring, isInside: (point: Position) => boolean): Ring[] {
  const parts: Ring[] = [[]]
  for (const point of points) {
    if (isInside(point)) parts.push([])
    else parts.at(-1)?.push(point)
  }
  return parts.filter((part) => part.length >= 2)
}

interface Stretch {
  id: string
  name: BuiltFeature['properties']['name']
  altNames: string[]
  class: RiverProperties['class']
  rank: number
  intermittent: boolean
  lines: Ring[]
}

/** 3 to 6 by name and length; the known rivers have a rank of their own. */
function rankOf(isNamed: boolean, isRiver: boolean, km: number): number {
  if (!isNamed) return 6
  if (!isRiver) return km > 100 ? 4 : 5
  return km > 80 ? 4 : 5
}

/** Adds a piece to the known river it belongs to, or as a stretch of its own. */
function gather(stretches: Map<string, Stretch>, piece: Stretch, sourceName: string | null): void {
  const known = piece.class === 'river' ? knownWater(RIVERS, sourceName) : undefined
  const key = known ? `${known.id}${piece.intermittent ? '-seasonal' : ''}` : piece.id
  const earlier = known ? stretches.get(key) : undefined
  if (earlier) {
    earlier.lines.push(...piece.lines)
    return
  }
  const altNames = known ? known.spellings.slice(1).filter((spelling) => spelling !== known.name.ur) : piece.altNames
  stretches.set(key, { ...piece, id: key, ...(known ? { name: known.name, rank: known.rank, altNames } : {}) })
}

function rivers(inputs: Inputs): BuiltFeature[] {
  const stretches = new Map<string, Stretch>()
  const used = new Map<string, number>()
  const idOf = (name: string | null, kind: string): string => {
    const base = `${slugOf(name ?? '') || 'unnamed'}-${kind}`
    const count = (used.get(base) ?? 0) + 1
    used.set(base, count)
    return count === 1 ? base : `${base}-${count}`
  }
  for (const { geometry, properties } of inputs.geojson('upstream/osm-2021-features/waterways.geojson').features) {
    const kind = properties.class
    if (!geometry || (kind !== 'river' && kind !== 'canal' && kind !== 'stream')) continue
    const name = nameByScript(properties)
    const sourceName = text(properties.name)
    const rank = rankOf(name.en !== null || name.ur !== null, kind === 'river', Number(properties.km))
    const piece: Omit<Stretch, 'id'> = {
      name,
      altNames: [],
      class: kind,
      rank,
      intermittent: Number(properties.intermittent) === 1,
      lines: lineStringsOf(geometry),
    }
    gather(stretches, { ...piece, id: idOf(name.en, kind) }, sourceName)
  }
  const isInside = insidePakistan(inputs)
  for (const { geometry, properties } of inputs.geojson('upstream/natural-earth-10m/rivers.geojson').features) {
    if (!geometry) continue
    const lines = lineStringsOf(geometry).flatMap((line) => partsOutside(line, isInside))
    if (lines.length === 0) continue
    const sourceName = text(properties.name)?.replaceAll('ä', 'a').replaceAll('ï', 'i') ?? null
    const scaleRank = Number(properties.scalerank)
    const rank = scaleRank <= 3 ? 1 : scaleRank <= 6 ? 2 : scaleRank === 7 ? 3 : 4
    const name = { en: sourceName, ur: null, zh: null }
    gather(
      stretches,
      { id: idOf(sourceName, 'abroad'), name, altNames: [], class: 'river', rank, intermittent: false, lines },
      text(properties.name),
    )
  }
  return [...stretches.values()].map(({ id, name, altNames, lines, ...rest }) => ({
    id,
    geometry: linesOf(lines),
    properties: { name, ...(altNames.length > 0 ? { altNames } : {}), geometryQuality: 'mapped' as const, ...rest },
  }))
}

function squareKm(geometry: Geometry): number {
  return Math.round(area({ type: 'MultiPolygon', coordinates: polygonsOf(geometry) }) / 1e4) / 100
}

function lake(
  id: string,
  sourceName: string | null,
  name: BuiltFeature['properties']['name'],
  kind: LakeProperties['kind'],
  intermittent: boolean,
  geometry: Geometry,
): BuiltFeature {
  const known =
    kind === 'lake' ? knownWater(LAKES, sourceName) : kind === 'river' ? knownWater(RIVERS, sourceName) : undefined
  const areaKm2 = Math.max(0.01, squareKm(geometry))
  return {
    id,
    geometry,
    properties: { name: known?.name ?? name, geometryQuality: 'mapped', kind, areaKm2, intermittent },
  }
}

function lakes(inputs: Inputs): BuiltFeature[] {
  const mapped = inputs
    .geojson('upstream/osm-2021-features/water.geojson')
    .features.flatMap(({ geometry, properties }, index) => {
      const kind = properties.kind === 'river' || properties.kind === 'bay' ? properties.kind : 'lake'
      const name = nameByScript(properties)
      const id = `${slugOf(name.en ?? '') || kind}-${index + 1}`
      return geometry
        ? [lake(id, text(properties.name), name, kind, Number(properties.intermittent) === 1, geometry)]
        : []
    })
  const isInside = insidePakistan(inputs)
  const abroad = inputs
    .geojson('upstream/natural-earth-10m/lakes.geojson')
    .features.flatMap(({ geometry, properties }, index) => {
      if (!geometry) return []
      const [lon = 0, lat = 0] = pointOnFeature({
        type: 'Feature',
        properties: {},
        geometry: { type: 'MultiPolygon', coordinates: polygonsOf(geometry) },
      }).geometry.coordinates
      if (isInside([lon, lat])) return []
      const name = { en: text(properties.name), ur: null, zh: null }
      return [lake(`abroad-${slugOf(name.en ?? '') || 'lake'}-${index + 1}`, name.en, name, 'lake', false, geometry)]
    })
  return [...mapped, ...abroad]
}

export const groundWater: DatasetBuilder = {
  produces: ['rivers', 'lakes'],
  build: (inputs) =>
    new Map([
      ['rivers', rivers(inputs)],
      ['lakes', lakes(inputs)],
    ]),
}
