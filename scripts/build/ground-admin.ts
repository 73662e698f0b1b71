/** Districts, divisions and provinces as one topology, with the census figures. */

import { merge } from 'topojson-client'
import { topology } from 'topojson-server'
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification'
import type { ProvinceId } from '#geodata/contract/deposit.ts'
import { slugOf } from '#geodata/contract/filter.ts'
import type { Geometry } from '#geodata/contract/geo.ts'
import type { LocalName } from '#geodata/contract/provenance.ts'
import type { BuiltFeature, DatasetBuilder, Inputs } from './builder.ts'
import { ADMIN_CHINESE, ADMIN_URDU } from './ground-admin-names.ts'
import { type Counts, censusFigures, readCensus, sumCounts } from './ground-census.ts'
import { validArea } from './ground-geometry.ts'
import { openNames } from './ground-names.ts'

export interface DistrictSource {
  name: string
  division: string
  province: string
}
export type DistrictTopology = Topology<{ districts: GeometryCollection<DistrictSource> }>

const PROVINCES: Readonly<Record<string, { id: ProvinceId; kind: 'province' | 'federal-territory' | 'territory' }>> = {
  Balochistan: { id: 'balochistan', kind: 'province' },
  Sindh: { id: 'sindh', kind: 'province' },
  Punjab: { id: 'punjab', kind: 'province' },
  'Khyber Pakhtunkhwa': { id: 'khyber-pakhtunkhwa', kind: 'province' },
  'Islamabad Capital Territory': { id: 'islamabad', kind: 'federal-territory' },
  'Azad Jammu & Kashmir': { id: 'azad-jammu-kashmir', kind: 'territory' },
  'Gilgit-Baltistan': { id: 'gilgit-baltistan', kind: 'territory' },
}

/** The id of a province as the boundary data name it. */
export function provinceId(name: string): ProvinceId {
  const province = PROVINCES[name]
  if (!province) throw new Error(`unknown province ${name}`)
  return province.id
}

/** The districts with every shared edge stored once; coordinates as given. */
export function districtTopology(inputs: Inputs): DistrictTopology {
  const { features } = inputs.geojson('upstream/admin-osm-2023/districts.geojson')
  const collection = {
    type: 'FeatureCollection' as const,
    features: features.map(({ geometry, properties }) => ({
      type: 'Feature' as const,
      geometry: geometry as GeoJSON.Geometry,
      properties,
    })),
  }
  return topology({ districts: collection }) as unknown as DistrictTopology
}

type Area = Polygon<DistrictSource> | MultiPolygon<DistrictSource>

function repaired(name: string, geometry: GeoJSON.Geometry): Geometry {
  const area = validArea(geometry as Geometry)
  if (area === null) throw new Error(`${name}: no area left`)
  return area
}

/** Districts grouped by a property, in the order of first appearance. */
function groups(areas: readonly Area[], key: 'division' | 'province'): Map<string, Area[]> {
  const found = new Map<string, Area[]>()
  for (const area of areas) {
    const name = area.properties?.[key] ?? ''
    const members = found.get(name)
    if (members) members.push(area)
    else found.set(name, [area])
  }
  return found
}

function buildDistricts(inputs: Inputs): Map<string, BuiltFeature[]> {
  const topo = districtTopology(inputs)
  const census = readCensus(inputs)
  const glossary = openNames(inputs)
  const names = (name: string): LocalName => {
    const known = glossary(name)
    return { en: name, ur: known.ur ?? ADMIN_URDU[name] ?? null, zh: known.zh ?? ADMIN_CHINESE[name] ?? null }
  }
  const areas = topo.objects.districts.geometries as Area[]
  const later = inputs.csv('upstream/census-pbs-2023/new_districts.csv')
  const seats = new Map(
    inputs
      .geojson('upstream/admin-osm-2023/seats.geojson')
      .features.map(({ properties }) => [properties.of, properties.name]),
  )
  const countsOf = (members: readonly Area[]): Counts | null =>
    sumCounts(members.flatMap((member) => census.get(member.properties?.name ?? '')?.counts ?? []))

  const districts = areas.map((area): BuiltFeature => {
    const { name, division, province } = area.properties ?? { name: '', division: '', province: '' }
    const figures = census.get(name)
    const postCensusDistricts = later
      .filter((row) => row.census_district === name)
      .flatMap((row) => row.district_created_after_census ?? [])
    return {
      id: slugOf(name),
      geometry: repaired(name, merge(topo, [area])),
      properties: {
        name: names(name),
        ...(postCensusDistricts.length > 0 ? { altNames: postCensusDistricts } : {}),
        geometryQuality: 'mapped',
        province: provinceId(province),
        division,
        ...censusFigures(figures?.counts ?? null),
        mainMotherTongue: figures?.mainMotherTongue ?? null,
        motherTonguePct: figures?.motherTonguePct ?? [],
        postCensusDistricts,
      },
    }
  })
  const divisions = [...groups(areas, 'division')].map(
    ([name, members]): BuiltFeature => ({
      id: slugOf(name),
      geometry: repaired(name, merge(topo, members)),
      properties: {
        name: names(name),
        geometryQuality: 'mapped',
        province: provinceId(members[0]?.properties?.province ?? ''),
        ...censusFigures(countsOf(members)),
        isPseudo: name === 'Islamabad',
      },
    }),
  )
  const provinces = [...groups(areas, 'province')].map(
    ([name, members]): BuiltFeature => ({
      id: provinceId(name),
      geometry: repaired(name, merge(topo, members)),
      properties: {
        name: names(name),
        geometryQuality: 'mapped',
        province: provinceId(name),
        kind: PROVINCES[name]?.kind,
        ...censusFigures(countsOf(members)),
        seat: seats.get(name) ?? null,
      },
    }),
  )
  return new Map([
    ['districts', districts],
    ['divisions', divisions],
    ['provinces', provinces],
  ])
}

export const groundAdmin: DatasetBuilder = { produces: ['provinces', 'divisions', 'districts'], build: buildDistricts }
