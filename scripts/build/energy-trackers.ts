/** Builds the datasets that are one tracker of Global Energy Monitor each: coal terminals, steel plants, iron mines, oil and gas fields. */
import { slugOf } from '#geodata/contract/filter.ts'
import type { Provenance } from '#geodata/contract/provenance.ts'
import type { BuiltFeature, DatasetBuilder, Inputs } from './builder.ts'
import type { SourceRecord } from './citations.ts'
import { worksStatus } from './energy-status.ts'
import { nameByScript } from './network-names.ts'
import { provenanceOf } from './provenance.ts'
import { loadSources } from './sources.ts'

type TrackerRow = Record<string, unknown>

/** Blank, `--`, `*`, `unknown` and 0 in a capacity column all mean that the source has no figure. */
const UNKNOWN = new Set(['', '--', '*', 'unknown', 'N/A'])

export const textOf = (value: unknown): string | null =>
  typeof value === 'string' && !UNKNOWN.has(value.trim()) ? value.trim() : null

export const positive = (value: unknown): number | null => {
  const figure = typeof value === 'number' ? value : Number(textOf(value) ?? Number.NaN)
  return Number.isFinite(figure) && figure > 0 ? figure : null
}

/** The year of a date such as `2025-03`. */
export const yearOf = (value: unknown): number | null => {
  const [, year] = /^(\d{4})/.exec(String(value ?? '')) ?? []
  return year ? Number(year) : null
}

/** Provenance of a row of a tracker, cited by tracker and id. */
export function gemProvenance(
  sources: readonly SourceRecord[],
  what: string,
  asOf: string | null,
  note: string | null = null,
): Provenance {
  return provenanceOf({ source: `GEM ${what}`, confidence: 'medium', note }, sources, { folder: 'grid', asOf })
}

/** Places of one tracker. The id is the name, or name and number where a name comes twice. */
export function trackerFeatures(
  inputs: Inputs,
  file: string,
  describe: (row: TrackerRow) => TrackerRow,
  provenance: (row: TrackerRow) => Provenance,
): BuiltFeature[] {
  const used = new Map<string, number>()
  return inputs.geojson(`upstream/energy-gem/${file}.geojson`).features.map(({ geometry, properties }) => {
    const slug = slugOf(String(properties.name))
    const count = (used.get(slug) ?? 0) + 1
    used.set(slug, count)
    const accuracy = String(properties.location_accuracy ?? properties.coordinate_accuracy ?? '').toLowerCase()
    return {
      id: count === 1 ? slug : `${slug}-${count}`,
      geometry,
      properties: {
        name: nameByScript(properties.name),
        geometryQuality: accuracy === 'exact' ? 'exact' : 'approximate',
        provenance: provenance(properties),
        ...describe(properties),
      },
    }
  })
}

export const trackersBuilder: DatasetBuilder = {
  produces: ['coal-terminals', 'steel-plants', 'iron-mines', 'oil-gas-fields'],
  build(inputs) {
    const sources = loadSources(inputs)
    const terminals = trackerFeatures(
      inputs,
      'coal-terminals',
      (row) => ({
        country: row.country,
        port: row.port,
        capacityMtPerYear: positive(row.capacity_mt),
        ...worksStatus(textOf(row.status)),
        owner: textOf(row.owner),
        startYear: yearOf(row.start_year),
        detail: textOf(row.detail),
        gemId: row.gem_id,
        url: row.url,
      }),
      (row) => gemProvenance(sources, `coal terminals (${row.gem_id})`, null),
    )
    const steel = trackerFeatures(
      inputs,
      'iron-steel-plants',
      (row) => ({
        country: row.country,
        province: textOf(row.province),
        ...worksStatus(textOf(row.status)),
        owner: textOf(row.owner),
        parent: textOf(row.parent),
        equipment: textOf(row.equipment),
        products: textOf(row.products),
        crudeSteelKtPerYear: positive(row.crude_steel_ttpa),
        ironKtPerYear: positive(row.iron_ttpa),
        startYear: yearOf(row.start),
        gemId: row.plant_id,
        url: row.url,
      }),
      (row) => gemProvenance(sources, `iron and steel plants (${row.plant_id})`, null),
    )
    const mines = trackerFeatures(
      inputs,
      'iron-ore-mines',
      (row) => ({
        country: row.country,
        province: textOf(row.province),
        ...worksStatus(textOf(row.status)),
        owner: textOf(row.owner),
        parent: textOf(row.parent),
        startYear: yearOf(row.start),
        designCapacityKtPerYear: positive(row.design_capacity_ttpa),
        url: row.url,
      }),
      () => gemProvenance(sources, 'iron ore mines', null),
    )
    const fields = trackerFeatures(
      inputs,
      'oil-gas-fields',
      (row) => ({
        ...(textOf(row.status) ? worksStatus(textOf(row.status)) : { status: null, statusText: null }),
        operator: textOf(row.operator),
        owner: textOf(row.owner),
        discoveryYear: yearOf(row.discovery_year),
        startYear: yearOf(row.start_year),
        gasMcmPerYear: positive(row.gas_mcm_y),
        gasYear: textOf(row.gas_year),
        oilMbblPerYear: positive(row.oil_mbbl_y),
        oilYear: textOf(row.oil_year),
        gemId: row.gem_id,
        url: row.url,
      }),
      (row) =>
        gemProvenance(sources, `oil and gas fields (${row.gem_id})`, textOf(row.gas_year) ?? textOf(row.oil_year)),
    )
    return new Map([
      ['coal-terminals', terminals],
      ['steel-plants', steel],
      ['iron-mines', mines],
      ['oil-gas-fields', fields],
    ])
  },
}
