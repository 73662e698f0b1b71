/** Builds `network-roads`, `network-railways`, `network-places` and the small tables around them; no row is dropped. */

import { slugOf } from '#geodata/contract/filter.ts'
import type { LocalName } from '#geodata/contract/provenance.ts'
import type { BuiltFeature, DatasetBuilder, Inputs } from './builder.ts'
import type { SourceRecord } from './citations.ts'
import { NO_NAME } from './network-names.ts'
import { number, type Place, type Row, readNetwork, type Segment } from './network-segments.ts'
import { provenanceOf } from './provenance.ts'
import { loadSources } from './sources.ts'

const yesNo = (cell: string | null | undefined): boolean | null =>
  cell === 'yes' ? true : cell === 'no' ? false : null

const nameOf = ({ row }: Place): LocalName => ({ ...NO_NAME, en: row.name ?? null, ur: row.name_ur ?? null })

function between(from: Place, to: Place, prefix = ''): LocalName {
  const [a, b] = [nameOf(from), nameOf(to)]
  return { en: `${prefix}${a.en} – ${b.en}`, ur: a.ur && b.ur ? `${a.ur} – ${b.ur}` : null, zh: null }
}

function segmentFeature(segment: Segment, sources: readonly SourceRecord[]): BuiltFeature {
  const { row, from, to } = segment
  const common = {
    name: between(from, to, `${segment.ref}: `),
    geometryQuality: segment.quality,
    provenance: provenanceOf(row, sources, { folder: 'network' }),
    ref: segment.ref,
    refName: segment.refName,
    seq: segment.seq,
    fromPlaceId: from.id,
    toPlaceId: to.id,
    lengthKm: number(row.length_km),
    estimatedLengthKm: number(row.est_length_km),
    estimateBasis: row.est_basis,
    officialTotalKm: number(row.total_length_km_official),
    terrain: row.terrain ?? null,
    seasonalClosure: row.seasonal_closure ?? null,
    status: segment.status,
    openedYear: number(row.opened_year),
    traceGrade: segment.traceGrade,
    tracedWith: segment.tracedWith,
    isAbroad: row.link_id !== undefined,
  }
  const own =
    segment.mode === 'road'
      ? {
          class: row.class ?? null,
          lanes: number(row.lanes),
          surface: row.surface ?? null,
          toll: yesNo(row.toll),
        }
      : {
          gaugeMm: number(row.gauge_mm),
          tracks: number(row.tracks),
          electrified: yesNo(row.electrified),
          designSpeedKmh: number(row.design_speed_kmh),
        }
  return {
    id: segment.id,
    geometry: { type: 'LineString', coordinates: segment.line },
    properties: { ...common, ...own },
  }
}

/** Places whose point lies in another province than the list says: Harban is in Upper Kohistan, at the border with Diamer. */
const PROVINCE_BY_POINT: Readonly<Record<string, string>> = { harban: 'Khyber Pakhtunkhwa' }

/** GeoNames with the exact name and mapped junctions are exact enough to route to; memory is not. */
function placeFeature(place: Place): BuiltFeature {
  const { row } = place
  const source = row.coord_source ?? ''
  return {
    id: place.id,
    geometry: { type: 'Point', coordinates: place.position },
    properties: {
      name: nameOf(place),
      geometryQuality: row.confidence === 'high' ? 'exact' : 'approximate',
      kind: row.kind,
      province: PROVINCE_BY_POINT[place.id] ?? row.province,
      coordinateSource: source,
    },
  }
}

const tableRow = (id: string, name: LocalName, properties: Record<string, unknown>): BuiltFeature => ({
  id,
  geometry: null,
  properties: { name, geometryQuality: 'exact', ...properties },
})

function tables(inputs: Inputs, places: ReadonlyMap<string, Place>, sources: readonly SourceRecord[]) {
  const place = (row: Row, column: string): Place => {
    const found = places.get(row[column] ?? '')
    if (!found) throw new Error(`network tables: unknown place ${row[column]}`)
    return found
  }
  const distances = inputs.csv('facts/network/distances.csv').map((row) => {
    const [from, to] = [place(row, 'from_place_id'), place(row, 'to_place_id')]
    return tableRow(row.id ?? '', between(from, to), {
      provenance: provenanceOf(row, sources, { folder: 'network' }),
      fromPlaceId: from.id,
      toPlaceId: to.id,
      mode: row.mode,
      distanceKm: number(row.km),
      viaPlaceIds: row.via_place_ids?.split('|') ?? [],
      usedInNetwork: row.used_in_network === 'yes',
    })
  })
  const transfers = inputs.csv('facts/network/transfers.csv').map((row) => {
    const [rail, road] = [place(row, 'rail_place_id'), place(row, 'road_place_id')]
    return tableRow(`${rail.id}-to-${road.id}`, between(rail, road), {
      railPlaceId: rail.id,
      roadPlaceId: road.id,
      greatCircleKm: number(row.great_circle_km),
    })
  })
  const access = inputs.csv('facts/network/access.csv').map((row): BuiltFeature => {
    const served = place(row, 'place_id')
    const name = nameOf(served)
    return {
      id: slugOf(`${served.id} ${row.ref}`),
      geometry: { type: 'Point', coordinates: [Number(row.lon), Number(row.lat)] },
      properties: {
        name: { ...name, en: `${name.en} (${row.ref})` },
        geometryQuality: row.why === 'position unverified' ? 'approximate' : 'exact',
        placeId: served.id,
        ref: row.ref,
        distanceKm: number(row.km),
        why: row.why,
      },
    }
  })
  return { distances, transfers, access }
}

export const networkBuilder: DatasetBuilder = {
  produces: [
    'network-roads',
    'network-railways',
    'network-places',
    'network-access',
    'network-transfers',
    'published-distances',
  ],
  build(inputs) {
    const sources = loadSources(inputs)
    const { places, segments } = readNetwork(inputs)
    const { distances, transfers, access } = tables(inputs, places, sources)
    const ofMode = (mode: Segment['mode']) =>
      segments.filter((segment) => segment.mode === mode).map((segment) => segmentFeature(segment, sources))
    return new Map([
      ['network-roads', ofMode('road')],
      ['network-railways', ofMode('rail')],
      ['network-places', [...places.values()].map(placeFeature)],
      ['network-access', access],
      ['network-transfers', transfers],
      ['published-distances', distances],
    ])
  },
}
