/** Hospitals, universities and the indicators of surveys between the censuses. */
import type { BuiltFeature, DatasetBuilder, Inputs } from './builder.ts'
import { factProvince, numberOf, openDistrictIds } from './ground-district-ids.ts'
import { provenanceOf } from './provenance.ts'
import { loadSources } from './sources.ts'

/** The census of 2017 and areas are left out: superseded by 2023, and compiled under other terms. */
const INDICATORS = ['poverty_pct', 'electricity_pct', 'water_improved_pct', 'mpi_headcount_pct']

function hospitals(inputs: Inputs): BuiltFeature[] {
  const sources = loadSources(inputs)
  const districtId = openDistrictIds(inputs)
  return inputs.csv('facts/social/hospitals_universities.csv').map((row) => ({
    id: row.id ?? '',
    geometry: { type: 'Point', coordinates: [Number(row.lon), Number(row.lat)] },
    properties: {
      name: { en: row.name ?? null, ur: null, zh: null },
      geometryQuality: row.coord_quality === 'district' ? 'district' : 'approximate',
      provenance: provenanceOf(row, sources, { asOf: null }),
      kind: row.kind,
      district: districtId(row.district ?? ''),
      province: factProvince(row.province ?? null),
    },
  }))
}

function indicators(inputs: Inputs): BuiltFeature[] {
  const sources = loadSources(inputs)
  const districtId = openDistrictIds(inputs)
  const rows = inputs
    .csv('facts/social/district_indicators.csv')
    .filter((row) => INDICATORS.includes(row.indicator ?? ''))
  const used = new Map<string, number>()
  return rows.flatMap((row): BuiltFeature[] => {
    const district = districtId(row.district ?? '')
    if (district === null) return []
    const base = `${district}-${(row.indicator ?? '').replaceAll('_', '-')}-${row.year}`
    const count = (used.get(base) ?? 0) + 1
    used.set(base, count)
    const own = {
      districtId: district,
      surveyDistrict: row.district ?? null,
      indicator: row.indicator,
      value: numberOf(row.value),
      unit: row.unit,
      year: numberOf(row.year),
    }
    return [
      {
        id: count === 1 ? base : `${base}-${count}`,
        geometry: null,
        properties: {
          name: { en: `${row.district}: ${row.indicator}`, ur: null, zh: null },
          geometryQuality: 'district',
          provenance: provenanceOf(row, sources),
          ...own,
        },
      },
    ]
  })
}

export const people: DatasetBuilder = {
  produces: ['hospitals-universities', 'district-indicators'],
  build: (inputs) =>
    new Map([
      ['hospitals-universities', hospitals(inputs)],
      ['district-indicators', indicators(inputs)],
    ]),
}
