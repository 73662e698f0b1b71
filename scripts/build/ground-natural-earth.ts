/** Natural Earth of the region: disputed areas, sea depth, glaciers, label points of regions and seas. */
import { area, pointOnFeature, simplify } from '@turf/turf'
import { slugOf } from '#geodata/contract/filter.ts'
import type { Geometry, Position } from '#geodata/contract/geo.ts'
import type { RegionProperties } from '#geodata/datasets/regions/dataset.ts'
import type { BuiltFeature, DatasetBuilder, Inputs } from './builder.ts'
import { areaOf, polygonsOf } from './ground-geometry.ts'
import { openNames } from './ground-names.ts'
import { COUNTRIES, PROVINCE_LABELS, REGIONS } from './ground-world-names.ts'

const nameless = { en: null, ur: null, zh: null }
const folder = 'upstream/natural-earth-10m'

function asFeature(geometry: Geometry): GeoJSON.Feature<GeoJSON.Polygon | GeoJSON.MultiPolygon> {
  const coordinates = polygonsOf(geometry)
  return { type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates } }
}

const KASHMIR_NAMES: Readonly<Record<string, { en: string; ur: string | null; zh: string | null }>> = {
  'Shaksam Valley': { en: 'Trans-Karakoram Tract (Shaksgam)', ur: 'وادی شکسگام', zh: '沙克斯干谷地' },
  'Northern Areas': { en: 'Gilgit-Baltistan', ur: 'گلگت بلتستان', zh: '吉尔吉特-巴尔蒂斯坦' },
  'Azad Kashmir': { en: 'Azad Jammu and Kashmir', ur: 'آزاد جموں و کشمیر', zh: '自由查谟-克什米尔' },
  'Jammu and Kashmir': { en: 'Jammu and Kashmir', ur: 'جموں و کشمیر', zh: '查谟和克什米尔' },
  'Aksai Chin': { en: 'Aksai Chin', ur: 'اکسائی چن', zh: '阿克赛钦' },
  'Siachen Glacier': { en: 'Siachen Glacier', ur: 'سیاچن گلیشیئر', zh: '锡亚琴冰川' },
}

function disputedAreas(inputs: Inputs): BuiltFeature[] {
  return inputs.geojson(`${folder}/disputed-areas.geojson`).features.map(({ geometry, properties }) => {
    const key = String(properties.BRK_NAME)
    const note = String(properties.NOTE_BRK)
    const claimedBy = /Claimed by (.+)$/.exec(note)?.[1]?.split(' and ') ?? []
    const administeredBy = /^Admin\. by ([^;]+)/.exec(note)?.[1]?.split(' and ') ?? []
    const name = KASHMIR_NAMES[key] ?? { en: key, ur: null, zh: null }
    return {
      id: slugOf(key),
      geometry,
      properties: {
        name,
        ...(name.en === key ? {} : { altNames: [key] }),
        geometryQuality: 'mapped',
        administeredBy,
        claimedBy,
        note,
      },
    }
  })
}

function bathymetry(inputs: Inputs): BuiltFeature[] {
  return [200, 1000, 2000].flatMap((depthM) =>
    inputs.geojson(`${folder}/bathymetry-${depthM}.geojson`).features.map(({ geometry }, index) => ({
      id: `depth-${depthM}-${index + 1}`,
      geometry,
      properties: { name: nameless, geometryQuality: 'mapped' as const, depthM },
    })),
  )
}

/** Degrees; about 500 m. */
const GLACIER_TOLERANCE = 0.005
/** Square metres: holes and pieces below are specks at every zoom served. */
const SMALLEST_GLACIER = 1e6

function glaciers(inputs: Inputs): BuiltFeature[] {
  const kept = inputs.geojson(`${folder}/glaciers.geojson`).features.flatMap(({ geometry }) => {
    if (!geometry) return []
    const simple = simplify(asFeature(geometry), { tolerance: GLACIER_TOLERANCE }).geometry as Geometry
    const shape = areaOf(
      polygonsOf(simple).flatMap((rings) => {
        const large = rings.filter(
          (ring) => ring.length >= 4 && area({ type: 'Polygon', coordinates: [ring] }) >= SMALLEST_GLACIER,
        )
        return large[0] !== undefined && large[0] === rings[0] ? [large] : []
      }),
    )
    return shape ? [shape] : []
  })
  return kept.map((geometry, index) => ({
    id: `glacier-${String(index + 1).padStart(3, '0')}`,
    geometry,
    properties: { name: nameless, geometryQuality: 'mapped' as const },
  }))
}

const KINDS: Readonly<Record<string, RegionProperties['kind']>> = {
  'Range/mtn': 'range',
  Desert: 'desert',
  Plateau: 'plateau',
  Plain: 'plain',
  Basin: 'plain',
  Valley: 'valley',
  Delta: 'delta',
  'Pen/cape': 'peninsula',
  sea: 'sea',
  gulf: 'gulf',
}
/** Named as a region by the source, shown by country and province labels instead. */
const NOT_REGIONS = ['ASIA', 'INDIA', 'PUNJAB', 'BALUCHISTAN']

function region(
  id: string,
  name: BuiltFeature['properties']['name'],
  label: Position,
  kind: RegionProperties['kind'],
  rank: number,
): BuiltFeature {
  return {
    id,
    geometry: { type: 'Point', coordinates: label },
    properties: { name, geometryQuality: 'approximate', kind, rank },
  }
}

function regions(inputs: Inputs): BuiltFeature[] {
  const names = openNames(inputs)
  const natural = ['regions', 'marine'].flatMap((file) =>
    inputs.geojson(`${folder}/${file}.geojson`).features.flatMap(({ geometry, properties }) => {
      const key = String(properties.name)
      if (!geometry || NOT_REGIONS.includes(key)) return []
      const name = REGIONS[key]
      if (!name) throw new Error(`region ${key} has no name to print`)
      const [lon = 0, lat = 0] = pointOnFeature(asFeature(geometry)).geometry.coordinates
      const rank = Math.min(7, Math.max(1, Number(properties.scalerank) + 1))
      return [region(slugOf(name.en ?? key), name, [lon, lat], KINDS[String(properties.featurecla)] ?? 'other', rank)]
    }),
  )
  const countries = Object.values(COUNTRIES).map(({ name, label, rank }) =>
    region(`country-${slugOf(name.en ?? '')}`, name, label, 'country', rank),
  )
  const provinceLabels = Object.entries(PROVINCE_LABELS).map(([name, { label, rank }]) =>
    region(`province-${slugOf(name)}`, names(name), label, 'province', rank),
  )
  return [...natural, ...countries, ...provinceLabels]
}

export const groundNaturalEarth: DatasetBuilder = {
  produces: ['disputed-areas', 'bathymetry', 'glaciers', 'regions'],
  build: (inputs) =>
    new Map([
      ['disputed-areas', disputedAreas(inputs)],
      ['bathymetry', bathymetry(inputs)],
      ['glaciers', glaciers(inputs)],
      ['regions', regions(inputs)],
    ]),
}
