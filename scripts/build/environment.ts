/** Protected areas, water, floods, closures, earthquakes and seismic zones, from the tables of the environment. */

import { merge } from 'topojson-client'
import { presimplify, simplify } from 'topojson-simplify'
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification'
import { slugOf } from '#geodata/contract/filter.ts'
import type { Geometry } from '#geodata/contract/geo.ts'
import type { BuiltFeature, DatasetBuilder, Inputs } from './builder.ts'
import { type DistrictSource, districtTopology } from './ground-admin.ts'
import { factProvince, listOf, numberOf, openDistrictIds } from './ground-district-ids.ts'
import { validArea } from './ground-geometry.ts'
import { openNames } from './ground-names.ts'
import { provenanceOf } from './provenance.ts'
import { loadSources } from './sources.ts'

type Row = Record<string, string | null>
type Quality = BuiltFeature['properties']['geometryQuality']
const folder = 'facts/environment'
const QUALITY: Readonly<Record<string, Quality>> = { exact: 'exact', approx_km: 'approximate', district: 'district' }

function point(row: Row): Geometry | null {
  const lon = numberOf(row.lon)
  const lat = numberOf(row.lat)
  return lon === null || lat === null ? null : { type: 'Point', coordinates: [lon, lat] }
}

const required = (cell: string | null | undefined, what: string): string => {
  if (!cell) throw new Error(`${what} is blank`)
  return cell
}

/** What every record of these tables shares: provenance and name. */
function openRecords(inputs: Inputs) {
  const sources = loadSources(inputs)
  const names = openNames(inputs)
  return (row: Row, name: string, quality: Quality, asOf: string | null = null) => {
    const known = names(name)
    return {
      name: known,
      geometryQuality: quality,
      provenance: provenanceOf(row, sources, { asOf, folder: 'environment' }),
    }
  }
}

function protectedAreas(inputs: Inputs): BuiltFeature[] {
  const record = openRecords(inputs)
  const districtId = openDistrictIds(inputs)
  const shapes = new Map(
    inputs
      .geojson(`${folder}/protected_areas.geojson`)
      .features.map(({ properties, geometry }) => [properties.id, geometry]),
  )
  const outlined = new Set(
    inputs
      .geojson('upstream/osm-2021-features/protected-areas.geojson')
      .features.map(({ properties }) => properties.id),
  )
  return inputs.csv(`${folder}/protected_areas.csv`).map((row) => {
    const id = required(row.id, 'id of a protected area')
    const geometry = shapes.get(id) ?? point(row)
    const pointQuality = QUALITY[row.coord_quality ?? ''] ?? 'district'
    const others = (row.name_alt ?? '')
      .split(';')
      .map((name) => name.trim())
      .filter((name) => name !== '')
    return {
      id,
      geometry,
      properties: {
        ...record(row, required(row.name, `name of ${id}`), geometry?.type === 'Point' ? pointQuality : 'stand-in'),
        ...(others.length > 0 ? { altNames: others } : {}),
        designation: required(row.designation, `designation of ${id}`),
        province: factProvince(row.province ?? null),
        districts: listOf(row.districts).flatMap((name) => districtId(name) ?? []),
        areaKm2: numberOf(row.area_km2),
        established: numberOf(row.established),
        iucn: row.iucn ?? null,
        pointQuality,
        overlapNote: row.overlap_note ?? null,
        hasOutline: outlined.has(id),
      },
    }
  })
}

const WATER_STATUS: Readonly<Record<string, string>> = {
  operational: 'operational',
  active: 'operational',
  developing: 'under_construction',
  'under construction': 'under_construction',
  planned: 'planned',
  seasonal: 'seasonal',
  overdrawn: 'overdrawn',
}

function waterWorks(inputs: Inputs): BuiltFeature[] {
  const record = openRecords(inputs)
  return inputs.csv(`${folder}/water.csv`).map((row) => ({
    id: required(row.id, 'id of a water work'),
    geometry: point(row),
    properties: {
      ...record(row, required(row.name, 'name of a water work'), 'approximate'),
      kind: row.kind,
      storageMcm: numberOf(row.storage_mcm),
      installedMw: numberOf(row.installed_mw),
      river: row.river ?? null,
      province: row.province ? factProvince(row.province) : null,
      status: WATER_STATUS[row.status ?? ''] ?? 'unknown',
      statusText: row.status ?? 'unknown',
      year: numberOf(row.year),
    },
  }))
}

function waterStress(inputs: Inputs): BuiltFeature[] {
  const record = openRecords(inputs)
  return inputs.csv(`${folder}/water_stress.csv`).map((row, index) => {
    const basin = required(row.basin, 'basin')
    const indicator = required(row.indicator, `indicator of ${basin}`)
    const own = { basin, indicator, valueText: row.value ?? null, year: numberOf(row.year) }
    return {
      id: `stress-${index + 1}`,
      geometry: null,
      properties: { ...record(row, basin, 'rough', row.year ?? null), ...own },
    }
  })
}

function floods(inputs: Inputs): BuiltFeature[] {
  const record = openRecords(inputs)
  const districtId = openDistrictIds(inputs)
  return inputs.csv(`${folder}/floods.csv`).map((row) => ({
    id: required(row.id, 'id of a flood'),
    geometry: null,
    properties: {
      ...record(row, required(row.event, 'event'), 'district', row.year ?? null),
      year: numberOf(row.year),
      month: numberOf(row.month),
      districts: [...new Set(listOf(row.districts).flatMap((name) => districtId(name) ?? []))],
      roadsHit: listOf(row.roads_hit),
      railHit: row.rail_hit ?? null,
      closureDays: numberOf(row.closure_days),
    },
  }))
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Dec-Mar` as [12, 1, 2, 3]; blank as none. Throws on anything else. */
export function monthsOf(cell: string | null | undefined): number[] {
  if (!cell) return []
  const [first = '', last = first] = cell.split('-')
  const start = MONTHS.indexOf(first)
  const end = MONTHS.indexOf(last)
  if (start < 0 || end < 0) throw new Error(`not months: ${cell}`)
  return Array.from({ length: ((end - start + 12) % 12) + 1 }, (_, step) => ((start + step) % 12) + 1)
}

function closures(inputs: Inputs): BuiltFeature[] {
  const record = openRecords(inputs)
  return inputs.csv(`${folder}/closures.csv`).map((row) => {
    const place = required(row.place, 'place of a closure')
    const own = {
      ref: row.ref ?? null,
      monthsClosed: monthsOf(row.months_closed),
      cause: row.cause ?? null,
      reopenedNote: row.reopened_note ?? null,
    }
    return { id: slugOf(place), geometry: point(row), properties: { ...record(row, place, 'approximate'), ...own } }
  })
}

function earthquakes(inputs: Inputs): BuiltFeature[] {
  const record = openRecords(inputs)
  return inputs.csv(`${folder}/earthquakes.csv`).map((row) => {
    const id = required(row.id, 'id of an earthquake')
    const [place = id] = id.split(/-(?=\d{4}$)/)
    const words = place
      .split('-')
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join(' ')
    const date = required(row.date, `date of ${id}`)
    const own = {
      date,
      magnitude: numberOf(row.magnitude),
      depthKm: numberOf(row.depth_km),
      deaths: numberOf(row.deaths),
    }
    return {
      id,
      geometry: point(row),
      properties: { ...record(row, `${words} earthquake, ${date.slice(0, 4)}`, 'approximate', date), ...own },
    }
  })
}

/** Square degrees: triangles below, about 1 km², are dropped from the edges that districts share. */
const SIMPLER = 1e-4

function seismicZones(inputs: Inputs): BuiltFeature[] {
  const record = openRecords(inputs)
  const districtId = openDistrictIds(inputs)
  const rows = inputs.csv(`${folder}/seismic_zones.csv`)
  const topology = simplify(presimplify(districtTopology(inputs)), SIMPLER) as Topology<{
    districts: GeometryCollection<DistrictSource>
  }>
  const areas = topology.objects.districts.geometries as (Polygon<DistrictSource> | MultiPolygon<DistrictSource>)[]
  return areas.flatMap((shape): BuiltFeature[] => {
    const name = shape.properties?.name ?? ''
    const id = slugOf(name)
    const matching = rows.filter((row) => districtId(row.district ?? '') === id)
    const row = matching.find((candidate) => slugOf(candidate.district ?? '') === id) ?? matching[0]
    const geometry = validArea(merge(topology, [shape]) as Geometry)
    if (geometry === null) throw new Error(`${name}: no area left`)
    const own = { districtId: id, zone: row?.zone ?? null, shocksNote: row?.note ?? null }
    return [
      {
        id,
        geometry,
        properties: { ...record({ ...(row ?? {}), note: null }, name, 'mapped', row?.zone ? '2007' : null), ...own },
      },
    ]
  })
}

export const environment: DatasetBuilder = {
  produces: ['protected-areas', 'water-works', 'water-stress', 'floods', 'closures', 'earthquakes', 'seismic-zones'],
  build: (inputs) =>
    new Map([
      ['protected-areas', protectedAreas(inputs)],
      ['water-works', waterWorks(inputs)],
      ['water-stress', waterStress(inputs)],
      ['floods', floods(inputs)],
      ['closures', closures(inputs)],
      ['earthquakes', earthquakes(inputs)],
      ['seismic-zones', seismicZones(inputs)],
    ]),
}
