/** Metallogenic belts and faults: hand-drawn shapes with their words. */
import type { BuiltFeature, DatasetBuilder, Inputs } from './builder.ts'
import { listOf, numberOf } from './ground-district-ids.ts'
import { openNames } from './ground-names.ts'
import { provenanceOf } from './provenance.ts'
import { loadSources } from './sources.ts'

function drawn(
  inputs: Inputs,
  file: string,
  own: (row: Record<string, string | null>) => Record<string, unknown>,
): BuiltFeature[] {
  const sources = loadSources(inputs)
  const names = openNames(inputs)
  return inputs.geojson(`facts/geology/${file}.geojson`).features.map(({ geometry, properties }) => {
    const row = Object.fromEntries(
      Object.entries(properties).map(([key, value]) => [key, value === null || value === '' ? null : String(value)]),
    )
    const known = names(row.id ?? '')
    return {
      id: row.id ?? '',
      geometry,
      properties: {
        name: { en: row.name ?? null, ur: known.ur, zh: known.zh },
        geometryQuality: 'rough',
        provenance: provenanceOf(row, sources, { asOf: null }),
        ...own(row),
      },
    }
  })
}

export const geology: DatasetBuilder = {
  produces: ['belts', 'faults'],
  build: (inputs) =>
    new Map([
      [
        'belts',
        drawn(inputs, 'belts', (row) => ({
          kind: row.kind,
          commodities: listOf(row.commodities),
          age: row.age,
          description: row.description,
          typeDeposits: listOf(row.type_deposits),
        })),
      ],
      [
        'faults',
        drawn(inputs, 'faults', (row) => ({
          kind: row.kind,
          description: row.description,
          gemCheckKm: numberOf(row.gem_check_km),
        })),
      ],
    ]),
}
