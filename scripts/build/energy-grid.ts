/** Builds `substations` and `transmission-lines`. */
import type { BuiltFeature, DatasetBuilder, Inputs } from './builder.ts'
import type { SourceRecord } from './citations.ts'
import { worksStatus } from './energy-status.ts'
import { lineGeometry, linesOf } from './network-lines.ts'
import { NO_NAME } from './network-names.ts'
import { number, type Row } from './network-segments.ts'
import { provenanceOf } from './provenance.ts'
import { loadSources } from './sources.ts'

function substation(row: Row, sources: readonly SourceRecord[]): BuiltFeature {
  const id = row.id ?? ''
  const hasPlace = row.lon && row.lat
  return {
    id,
    geometry: hasPlace ? { type: 'Point', coordinates: [Number(row.lon), Number(row.lat)] } : null,
    properties: {
      name: { ...NO_NAME, en: row.name ?? null },
      geometryQuality: row.coord_quality === 'approx_km' ? 'approximate' : 'district',
      provenance: provenanceOf(row, sources, { folder: 'grid', asOf: null }),
      kv: number(row.kv),
      kvLevels: (row.kv_levels ?? '').split('|').filter(Boolean).map(Number),
      province: row.province,
      districtName: row.district,
      status: worksStatus(row.status).status,
      year: number(row.year),
      operator: row.operator,
    },
  }
}

interface LineProperties {
  id: string
  name: string
  kv: number
  ac_dc: 'AC' | 'DC'
  circuits: number | null
  capacity_mw: number | null
  from: string
  to: string
  status: string
  year: number | null
  length_km: number | null
  operator: string | null
  geometry_quality: string
  note: string
  source: string
  confidence: string
}

function lines(inputs: Inputs, sources: readonly SourceRecord[]): BuiltFeature[] {
  return inputs.geojson('facts/grid/transmission_lines.geojson').features.map(({ geometry, properties }) => {
    const line = properties as unknown as LineProperties
    const { source, confidence, note } = line
    return {
      id: line.id,
      geometry: lineGeometry(linesOf(geometry)),
      properties: {
        name: { ...NO_NAME, en: line.name },
        geometryQuality: 'schematic',
        provenance: provenanceOf({ source, confidence, note: note || null }, sources, { folder: 'grid', asOf: null }),
        kv: line.kv,
        current: line.ac_dc,
        circuits: line.circuits,
        fromId: line.from,
        toId: line.to,
        status: worksStatus(line.status).status,
        operator: line.operator,
        year: line.year,
        capacityMw: line.capacity_mw,
        lengthKm: line.length_km,
        hasWayPoints: line.geometry_quality === 'schematic_waypoints',
      },
    }
  })
}

export const gridBuilder: DatasetBuilder = {
  produces: ['substations', 'transmission-lines'],
  build(inputs) {
    const sources = loadSources(inputs)
    return new Map([
      ['substations', inputs.csv('facts/grid/substations.csv').map((row) => substation(row, sources))],
      ['transmission-lines', lines(inputs, sources)],
    ])
  },
}
