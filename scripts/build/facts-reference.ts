/** Agreements, claims, institutions, policies, terms, prices and costs from the tables of facts: tables, mostly without places. */
import { slugOf } from '#geodata/contract/filter.ts'
import type { BuiltFeature, DatasetBuilder, Inputs } from './builder.ts'
import type { SourceRecord } from './citations.ts'
import { provenanceOf } from './provenance.ts'
import { listOfCell, localName, numberOrNull, pointOf, qualityOf, type Row, required } from './row-fields.ts'
import { loadSources } from './sources.ts'

/** A record without place: name and what all tables share. */
function record(
  id: string,
  name: string,
  row: Row,
  sources: readonly SourceRecord[],
  options: { asOf?: string | null; folder?: string },
  fields: Record<string, unknown>,
): BuiltFeature {
  return {
    id,
    geometry: null,
    properties: {
      name: { en: name, ur: null, zh: null },
      geometryQuality: 'exact',
      provenance: provenanceOf(row, sources, options),
      ...fields,
    },
  }
}

const projects = { folder: 'projects' } as const

function agreement(row: Row, sources: readonly SourceRecord[]): BuiltFeature {
  return record(required(row, 'id'), required(row, 'title'), row, sources, projects, {
    kind: row.kind,
    date: row.date,
    partiesPk: row.parties_pk,
    partiesForeign: row.parties_foreign,
    country: row.country,
    commodity: row.commodity,
    depositIds: listOfCell(row, 'deposit_ids', '|'),
    valueUsdM: numberOrNull(row, 'value_usd_m'),
    status: row.status,
    whatItSays: required(row, 'what_it_says'),
  })
}

function claim(row: Row, sources: readonly SourceRecord[]): BuiltFeature {
  const text = required(row, 'claim')
  return record(required(row, 'id'), text, row, sources, projects, {
    claim: text,
    kind: row.kind,
    figure: numberOrNull(row, 'figure'),
    unit: row.unit,
    who: row.who,
  })
}

function institution(row: Row, sources: readonly SourceRecord[]): BuiltFeature {
  return {
    id: required(row, 'id'),
    geometry: pointOf(row),
    properties: {
      name: localName(row),
      geometryQuality: qualityOf(row, 'district'),
      provenance: provenanceOf(row, sources, projects),
      country: row.country,
      kind: row.kind,
      role: row.role,
      website: row.website,
      city: row.city,
      depositIds: listOfCell(row, 'deposit_ids', '|'),
    },
  }
}

function policy(row: Row, sources: readonly SourceRecord[]): BuiltFeature {
  return record(required(row, 'id'), required(row, 'title'), row, sources, projects, {
    jurisdiction: row.jurisdiction,
    year: numberOrNull(row, 'year'),
    kind: row.kind,
    subject: row.subject,
    whatItSays: required(row, 'what_it_says'),
    commodity: row.commodity,
    rate: numberOrNull(row, 'rate'),
    unit: row.unit,
  })
}

/** No provenance of its own: the table cites nothing, its confidence is about the term. */
function term(row: Row): BuiltFeature {
  const key = required(row, 'key')
  return {
    id: slugOf(`${row.category} ${key}`),
    geometry: null,
    properties: {
      name: { en: required(row, 'en'), ur: row.ur ?? null, zh: row.zh ?? null },
      geometryQuality: 'exact',
      key,
      category: row.category,
      note: row.note,
      termConfidence: row.confidence,
    },
  }
}

function freightCost(row: Row, sources: readonly SourceRecord[]): BuiltFeature {
  return record(
    required(row, 'id'),
    required(row, 'item'),
    row,
    sources,
    {},
    {
      mode: row.mode,
      region: row.region,
      value: numberOrNull(row, 'value'),
      low: numberOrNull(row, 'low'),
      high: numberOrNull(row, 'high'),
      unit: row.unit,
      basis: row.basis,
    },
  )
}

function metalPrice(row: Row, sources: readonly SourceRecord[]): BuiltFeature {
  const name = [row.commodity, row.grade, row.date].filter(Boolean).join(', ')
  return record(
    slugOf(name),
    name,
    row,
    sources,
    {},
    {
      commodity: row.commodity,
      grade: row.grade,
      price: numberOrNull(row, 'price'),
      unit: row.unit,
      date: row.date,
      basis: row.basis,
    },
  )
}

function tradeFigure(row: Row, sources: readonly SourceRecord[]): BuiltFeature {
  const name = [row.product, row.partner, row.year].filter(Boolean).join(', ')
  return record(
    slugOf(name),
    name,
    row,
    sources,
    {},
    {
      product: row.product,
      hs: row.hs,
      year: row.year,
      partner: row.partner,
      valueUsdM: numberOrNull(row, 'value_usd_m'),
      quantity: numberOrNull(row, 'quantity'),
      unit: row.unit,
    },
  )
}

function smeltingTerm(row: Row, sources: readonly SourceRecord[]): BuiltFeature {
  const name = [row.product, row.term, row.year].filter(Boolean).join(', ')
  return record(
    slugOf(name),
    name,
    row,
    sources,
    {},
    {
      product: row.product,
      term: row.term,
      value: numberOrNull(row, 'value'),
      low: numberOrNull(row, 'low'),
      high: numberOrNull(row, 'high'),
      unit: row.unit,
      year: numberOrNull(row, 'year'),
    },
  )
}

const TABLES = [
  { id: 'agreements', path: 'facts/projects/mineral_agreements.csv', feature: agreement },
  { id: 'claims', path: 'facts/projects/forum_claims.csv', feature: claim },
  { id: 'institutions', path: 'facts/projects/institutions.csv', feature: institution },
  { id: 'policies', path: 'facts/projects/policies.csv', feature: policy },
  { id: 'glossary', path: 'facts/glossary/glossary.csv', feature: term },
  { id: 'freight-costs', path: 'facts/freight_costs.csv', feature: freightCost },
  { id: 'metal-prices', path: 'facts/metal_prices.csv', feature: metalPrice },
  { id: 'trade', path: 'facts/trade.csv', feature: tradeFigure },
  { id: 'smelting-terms', path: 'facts/smelting_terms.csv', feature: smeltingTerm },
] as const

export const referenceBuilder: DatasetBuilder = {
  produces: TABLES.map((table) => table.id),
  build(inputs: Inputs) {
    const sources = loadSources(inputs)
    return new Map(TABLES.map(({ id, path, feature }) => [id, inputs.csv(path).map((row) => feature(row, sources))]))
  },
}
