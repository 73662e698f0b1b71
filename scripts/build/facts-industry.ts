/** Plants, zones, ports, border crossings and CPEC projects from the tables of facts. */
import { ProvinceId } from '#geodata/contract/deposit.ts'
import { slugOf } from '#geodata/contract/filter.ts'
import type { BuiltFeature, DatasetBuilder, Inputs } from './builder.ts'
import type { SourceRecord } from './citations.ts'
import { glossaryPlaces, withGlossaryName } from './glossary-names.ts'
import { provenanceOf } from './provenance.ts'
import { listOfCell, localName, numberOrNull, pointOf, qualityOf, type Row, required } from './row-fields.ts'
import { loadSources } from './sources.ts'
import { worksStatusOf } from './works-status-words.ts'

const KM2_PER_ACRE = 0.0040468564

const provinceOf = (row: Row): ProvinceId | null =>
  row.province ? ProvinceId.parse(slugOf(row.province.replace('&', ''))) : null

function processingPlant(row: Row, sources: readonly SourceRecord[]): BuiltFeature {
  const status = required(row, 'status')
  const feed = listOfCell(row, 'feed_from', '|')
  const altNames = listOfCell(row, 'alt_names', ';')
  return {
    id: required(row, 'id'),
    geometry: pointOf(row),
    properties: {
      name: localName({ ...row, name_local: row.alt_names ?? null }),
      ...(altNames.length > 0 && { altNames }),
      geometryQuality: qualityOf(row, 'approximate'),
      provenance: provenanceOf(row, sources),
      type: row.type,
      commodities: listOfCell(row, 'commodity', '|').map(slugOf),
      province: provinceOf(row),
      country: row.country,
      capacityText: row.capacity,
      capacityTPerYear: numberOrNull(row, 'capacity_t_per_year'),
      status: worksStatusOf(status),
      statusText: status === 'suspended' ? status : null,
      operator: row.operator,
      feedFrom: feed.filter((id) => id !== 'imported ore'),
      usesImportedOre: feed.includes('imported ore'),
      startYear: numberOrNull(row, 'start_year'),
    },
  }
}

function zone(row: Row, sources: readonly SourceRecord[]): BuiltFeature {
  const status = required(row, 'status')
  const areaAcres = numberOrNull(row, 'area_acres')
  return {
    id: required(row, 'id'),
    geometry: pointOf(row),
    properties: {
      name: localName(row),
      geometryQuality: qualityOf(row, 'approximate'),
      provenance: provenanceOf(row, sources),
      type: row.type,
      province: provinceOf(row),
      districtName: row.district,
      areaAcres,
      areaKm2: areaAcres === null ? null : Math.round(areaAcres * KM2_PER_ACRE * 1000) / 1000,
      status: worksStatusOf(status),
      statusText: status === 'operational in part' || status === 'approved' ? status : null,
      developer: row.developer,
      chinesePartner: row.chinese_partner,
      cpecPriority: row.cpec_priority === 'n/a' ? null : row.cpec_priority === 'yes',
    },
  }
}

function port(row: Row, sources: readonly SourceRecord[]): BuiltFeature {
  return {
    id: required(row, 'id'),
    geometry: pointOf(row),
    properties: {
      name: localName(row),
      geometryQuality: 'approximate',
      provenance: provenanceOf(row, sources),
      kind: row.kind,
      country: row.country,
      maxDraughtM: numberOrNull(row, 'max_draft_m'),
      berths: numberOrNull(row, 'berths'),
      maxDwt: numberOrNull(row, 'max_dwt'),
      capacityText: row.capacity,
      seaNmFromKarachi: numberOrNull(row, 'sea_nm_from_karachi'),
      seaNmFromGwadar: numberOrNull(row, 'sea_nm_from_gwadar'),
    },
  }
}

function borderCrossing(row: Row, sources: readonly SourceRecord[]): BuiltFeature {
  const modesText = required(row, 'modes')
  return {
    id: required(row, 'id'),
    geometry: pointOf(row),
    properties: {
      name: localName(row),
      geometryQuality: qualityOf(row, 'approximate'),
      provenance: provenanceOf(row, sources),
      neighbour: row.neighbour,
      road: row.road,
      elevationM: numberOrNull(row, 'elevation_m'),
      modes: listOfCell(row, 'modes', ';').map((mode) => (mode.startsWith('rail') ? 'rail' : mode)),
      modesText,
      season: row.season,
      status: row.status,
      volumeText: row.volume,
    },
  }
}

/** Outside the list of CPEC by the words of the note. */
const CONTEXT = /not CPEC|outside the CPEC list/

function cpecProject(row: Row, sources: readonly SourceRecord[]): BuiltFeature {
  const status = required(row, 'status')
  return {
    id: required(row, 'id'),
    geometry: pointOf(row),
    properties: {
      name: localName(row),
      geometryQuality: qualityOf(row, 'approximate'),
      provenance: provenanceOf(row, sources, { folder: 'projects' }),
      sector: row.sector,
      status: worksStatusOf(status),
      statusText: status,
      costUsdM: numberOrNull(row, 'cost_usd_m'),
      capacity: numberOrNull(row, 'capacity'),
      capacityUnit: row.capacity_unit,
      lengthKm: numberOrNull(row, 'length_km'),
      startYear: numberOrNull(row, 'start_year'),
      completionYear: numberOrNull(row, 'completion_year'),
      province: row.province,
      corridorId: row.corridor_id,
      sponsorPk: row.sponsor_pk,
      sponsorCn: row.sponsor_cn,
      financing: row.financing,
      isContext: CONTEXT.test(row.note ?? ''),
    },
  }
}

const TABLES = [
  { id: 'processing', path: 'facts/processing.csv', feature: processingPlant },
  { id: 'zones', path: 'facts/sez.csv', feature: zone },
  { id: 'ports', path: 'facts/ports.csv', feature: port },
  { id: 'border-crossings', path: 'facts/border_crossings.csv', feature: borderCrossing },
  { id: 'cpec-projects', path: 'facts/projects/cpec_projects.csv', feature: cpecProject },
] as const

export const industryBuilder: DatasetBuilder = {
  produces: TABLES.map((table) => table.id),
  build(inputs: Inputs) {
    const sources = loadSources(inputs)
    const places = glossaryPlaces(inputs)
    return new Map(
      TABLES.map(({ id, path, feature }) => [
        id,
        inputs.csv(path).map((row) => withGlossaryName(feature(row, sources), places)),
      ]),
    )
  },
}
