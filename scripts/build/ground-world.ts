/** The world around: land, countries, lines between states beyond the window of Natural Earth, from world-atlas. */
import { readFileSync } from 'node:fs'
import { bboxClip } from '@turf/turf'
import { feature as featureOf, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { slugOf } from '#geodata/contract/filter.ts'
import type { Geometry } from '#geodata/contract/geo.ts'
import type { BuiltFeature, DatasetBuilder } from './builder.ts'
import { areaOf, boxOf, lineStringsOf, polygonsOf, type Ring, signedArea } from './ground-geometry.ts'
import { COUNTRIES } from './ground-world-names.ts'

type Box = [number, number, number, number]
type Atlas = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>

/** Inside, the finer scale. */
const WINDOW: Box = [40, 0, 100, 50]
/** The rest of the world in four boxes; they overlap the window a little so that no hairline opens between fills. */
const AROUND: readonly Box[] = [
  [-180, -90, 40.05, 90],
  [99.95, -90, 180, 90],
  [40, 49.95, 100, 90],
  [40, -90, 100, 0.05],
]
/** Around 56–84° E, 20–42° N, where finer lines of Natural Earth are at hand. */
const LINES_AROUND: readonly Box[] = [
  [15, -15, 56, 60],
  [84, -15, 150, 60],
  [56, 42, 84, 60],
  [56, -15, 84, 20],
]
/** Pairs and territories whose common line is in dispute. */
const IN_DISPUTE = ['Kosovo', 'Somaliland', 'N. Cyprus', 'Palestine', 'W. Sahara', 'Siachen Glacier']

function readAtlas(scale: '10m' | '50m'): Atlas {
  return JSON.parse(readFileSync(new URL(import.meta.resolve(`world-atlas/countries-${scale}.json`)), 'utf8'))
}

function overlaps(geometry: Geometry, [west, south, east, north]: Box): boolean {
  const [w, s, e, n] = boxOf(geometry)
  return w < east && e > west && s < north && n > south
}

function within(geometry: Geometry, [west, south, east, north]: Box): boolean {
  const [w, s, e, n] = boxOf(geometry)
  return w >= west && e <= east && s >= south && n <= north
}

/** Slivers of a cut, a few metres wide, are nothing. */
function isSeen(ring: Ring): boolean {
  return Math.abs(signedArea(ring)) > 1e-7
}

/** The polygons of an area inside a box, empty ones left out. */
function clipped(geometry: Geometry, box: Box): Ring[][] {
  return polygonsOf(geometry).flatMap((rings) => {
    const polygon: Geometry = { type: 'Polygon', coordinates: rings }
    if (!overlaps(polygon, box)) return []
    if (within(polygon, box)) return [rings]
    const cut = bboxClip(
      { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: rings } },
      box,
    ).geometry
    return polygonsOf(cut as Geometry)
  })
}

/** Fine polygons inside the window and coarse ones around it, as one area; null when there is none. */
function composed(fine: Geometry | undefined, coarse: Geometry | undefined): Geometry | null {
  const inner = fine ? clipped(fine, WINDOW) : []
  const outer = coarse ? AROUND.flatMap((box) => clipped(coarse, box)) : []
  return areaOf([...inner, ...outer].filter(([ring]) => ring !== undefined && ring.length >= 4 && isSeen(ring)))
}

function shapes(
  atlas: Atlas,
  object: 'countries' | 'land',
): Map<string, { id: string | undefined; geometry: Geometry }> {
  const found = new Map<string, { id: string | undefined; geometry: Geometry }>()
  for (const { id, geometry, properties } of featureOf(
    atlas,
    atlas.objects[object] as GeometryCollection<{ name?: string }>,
  ).features)
    if (geometry) found.set(properties.name ?? 'Land', { id: id?.toString(), geometry: geometry as Geometry })
  return found
}

/** Countries by name at both scales; territories that only one scale has are kept as they are there. */
function buildCountries(fine: Atlas, coarse: Atlas): BuiltFeature[] {
  const inner = shapes(fine, 'countries')
  const outer = shapes(coarse, 'countries')
  return [...new Set([...outer.keys(), ...inner.keys()])].flatMap((key): BuiltFeature[] => {
    const geometry = composed(inner.get(key)?.geometry, outer.get(key)?.geometry)
    if (geometry === null) return []
    const name = COUNTRIES[key]?.name ?? { en: key, ur: null, zh: null }
    const properties = {
      name,
      geometryQuality: 'mapped' as const,
      isoNumeric: outer.get(key)?.id ?? inner.get(key)?.id ?? null,
      isPakistan: key === 'Pakistan',
    }
    return [{ id: slugOf(key), geometry, properties }]
  })
}

function buildLand(fine: Atlas, coarse: Atlas): BuiltFeature[] {
  const geometry = composed(shapes(fine, 'land').get('Land')?.geometry, shapes(coarse, 'land').get('Land')?.geometry)
  return polygonsOf(geometry ?? { type: 'MultiPolygon', coordinates: [] }).map((rings, index) => ({
    id: `land-${String(index + 1).padStart(4, '0')}`,
    geometry: { type: 'Polygon' as const, coordinates: rings },
    properties: { name: { en: null, ur: null, zh: null }, geometryQuality: 'mapped' as const },
  }))
}

/** Lines between states outside the window of the finer lines: all settled but those in dispute. */
export function bordersAround(): { settled: Ring[]; disputed: Ring[] } {
  const atlas = readAtlas('50m')
  const between = (test: (a: string, b: string) => boolean): Ring[] => {
    const lines = mesh(atlas, atlas.objects.countries, (a, b) => {
      const name = (side: typeof a): string => (side as { properties?: { name?: string } }).properties?.name ?? ''
      return a !== b && test(name(a), name(b))
    })
    return LINES_AROUND.flatMap((box) =>
      lineStringsOf(lines as Geometry).flatMap((points) => {
        const cut = bboxClip(
          { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: points } },
          box,
        )
        return lineStringsOf(cut.geometry as Geometry).filter((line) => line.length >= 2)
      }),
    )
  }
  const isDisputed = (a: string, b: string): boolean =>
    [a, b].some((side) => IN_DISPUTE.includes(side)) || [a, b].toSorted().join() === 'China,India'
  return { settled: between((a, b) => !isDisputed(a, b)), disputed: between(isDisputed) }
}

export const groundWorld: DatasetBuilder = {
  produces: ['land', 'countries'],
  build() {
    const fine = readAtlas('10m')
    const coarse = readAtlas('50m')
    return new Map([
      ['land', buildLand(fine, coarse)],
      ['countries', buildCountries(fine, coarse)],
    ])
  },
}
