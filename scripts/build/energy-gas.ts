/** Builds `gas-pipelines`: the lines of the tracker joined with our list of mains by the tracker's id. */
import { slugOf } from '#geodata/contract/filter.ts'
import type { Position } from '#geodata/contract/geo.ts'
import type { BuiltFeature, DatasetBuilder } from './builder.ts'
import type { SourceRecord } from './citations.ts'
import { worksStatus } from './energy-status.ts'
import { gemProvenance, positive, textOf, yearOf } from './energy-trackers.ts'
import { lineGeometry, linesOf } from './network-lines.ts'
import { nameByScript } from './network-names.ts'
import { number, type Place, type Row, readNetwork } from './network-segments.ts'
import { provenanceOf } from './provenance.ts'
import { loadSources } from './sources.ts'

/** Ends of planned mains without geometry, as places of the network; Fazilka lies across the Indian border. */
const ENDS: Readonly<Record<string, Position | string>> = {
  Gwadar: 'gwadar',
  Nawabshah: 'nawabshah',
  'Gabd (Iran border)': 'gabd',
  Chaman: 'chaman',
  Fazilka: [74.03, 30.4],
}

interface Line {
  geometry: BuiltFeature['geometry']
  properties: Record<string, unknown>
}

/** The share of one hundred per cent that a single owner holds says nothing. */
const ownerOf = (cell: unknown): string | null => textOf(cell)?.replaceAll(' [100.00%]', '') ?? null

/** `20, 18` or `12|18|20` as figures, largest first. */
const diameters = (cell: unknown): number[] =>
  (textOf(cell) ?? '')
    .split(/[,|]/)
    .flatMap((part) => positive(part) ?? [])
    .sort((a, b) => b - a)

function fromTracker({ geometry, properties: row }: Line, ours: Row | undefined, sources: readonly SourceRecord[]) {
  return {
    id: ours?.id ?? slugOf(String(row.name)),
    geometry: lineGeometry(linesOf(geometry)),
    properties: {
      name: nameByScript(row.name),
      geometryQuality: 'schematic' as const,
      provenance: ours
        ? provenanceOf(ours, sources, { folder: 'grid', asOf: null })
        : gemProvenance(sources, `gas pipelines (${row.gem_id})`, null),
      kind: 'pipeline',
      startName: textOf(row.start),
      endName: textOf(row.end),
      diameterIn: diameters(row.diameter),
      capacityBcmPerYear: positive(row.capacity_bcm_y),
      lengthKm: positive(row.length_known_km),
      ...worksStatus(textOf(row.status)),
      startYear: yearOf(row.start_year),
      owner: ownerOf(row.owner),
      isSchematic: row.schematic === true,
      mineralBelts: ours?.mineral_belts?.split('|') ?? [],
      gemId: row.gem_id,
      url: row.url,
    },
  }
}

function fromOurList(row: Row, places: ReadonlyMap<string, Place>, sources: readonly SourceRecord[]): BuiltFeature {
  const end = (name: string | null | undefined): Position | undefined => {
    const known = ENDS[name ?? '']
    return typeof known === 'string' ? places.get(known)?.position : known
  }
  const [start, finish] = [end(row.start), end(row.end)]
  return {
    id: row.id ?? '',
    geometry: start && finish ? { type: 'LineString', coordinates: [start, finish] } : null,
    properties: {
      name: nameByScript(row.name),
      geometryQuality: 'schematic',
      provenance: provenanceOf(row, sources, { folder: 'grid', asOf: null }),
      kind: row.kind,
      startName: row.start,
      endName: row.end,
      diameterIn: diameters(row.diameter_in),
      capacityBcmPerYear: number(row.capacity_bcm_y),
      lengthKm: number(row.length_km),
      ...worksStatus(row.status),
      startYear: number(row.year),
      owner: row.operator,
      isSchematic: true,
      mineralBelts: row.mineral_belts?.split('|') ?? [],
      gemId: row.gem_id,
      url: null,
    },
  }
}

export const gasBuilder: DatasetBuilder = {
  produces: ['gas-pipelines'],
  build(inputs) {
    const sources = loadSources(inputs)
    const { places } = readNetwork(inputs)
    const rows = inputs.csv('facts/grid/gas_network.csv')
    const tracked = inputs.geojson('upstream/energy-gem/gas-pipelines.geojson').features.map((line) =>
      fromTracker(
        line,
        rows.find((row) => row.gem_id === line.properties.gem_id),
        sources,
      ),
    )
    const untracked = rows.filter((row) => row.gem_id === null).map((row) => fromOurList(row, places, sources))
    return new Map([['gas-pipelines', [...tracked, ...untracked]]])
  },
}
