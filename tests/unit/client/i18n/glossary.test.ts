/**
 * The terms of the interface are those of the glossary (geodata/datasets/glossary), word for word: commodities, status,
 * resource categories, transport and finance. Where the interface says more than the term, the term is inside.
 */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { loadCatalogue } from '#client/i18n/catalogue.ts'
import { COMMODITIES } from '#geodata/contract/commodity.ts'
import { DepositStatus, ProvinceId } from '#geodata/contract/deposit.ts'
import { GlossaryProperties } from '#geodata/datasets/glossary/dataset.ts'

const FILE = join(resolve(import.meta.dirname, '../../../..'), 'geodata/datasets/glossary/features.geojson')
const Glossary = z.object({ features: z.array(z.object({ id: z.string(), properties: GlossaryProperties })) })
const LANGUAGES = ['en', 'ur', 'zh'] as const

/** Terms by `category/key`. */
const TERMS = new Map(
  Glossary.parse(JSON.parse(readFileSync(FILE, 'utf8'))).features.map(({ properties }) => [
    `${properties.category}/${properties.key}`,
    properties.name,
  ]),
)

function termOf(id: string, language: (typeof LANGUAGES)[number]): string {
  const term = TERMS.get(id)?.[language]
  if (!term) throw new Error(`the glossary has no ${id} in ${language}`)
  return term
}

/** Messages that are a term and nothing else. */
const EQUAL: Readonly<Record<string, string>> = {
  ...Object.fromEntries(DepositStatus.options.map((status) => [`status.${status}`, `status/${status}`])),
  ...Object.fromEntries(
    ProvinceId.options.map((id) => [`province.${id}`, `place/${id === 'azad-jammu-kashmir' ? 'azad-kashmir' : id}`]),
  ),
  'works.operational': 'status/operational',
  'works.under_construction': 'status/under_construction',
  'works.planned': 'status/planned',
  'works.closed': 'status/closed',
  'group.base-metals': 'commodity_group/base-metals',
  'group.precious-metals': 'commodity_group/precious-metals',
  'group.energy-minerals': 'commodity_group/energy-minerals',
  'facet.critical': 'commodity_group/critical-minerals',
  'facet.commodity': 'ui/commodity',
  'facet.province': 'ui/province',
  'facet.status': 'ui/status-label',
  'facet.type': 'ui/deposit-type-label',
  'facet.operator': 'finance/operator',
  'facet.confidence': 'ui/confidence',
  'sheet.containedMetal': 'resource_category/contained-metal',
  'field.grade': 'resource_category/grade',
  'field.gaugeMm': 'transport/gauge',
  'field.owner': 'finance/owner',
  'field.price': 'finance/price',
  'port.draught': 'transport/draught',
  'hit.deposits': 'ui/deposit',
  'hit.ports': 'transport/port',
  'hit.power-plants': 'finance/power-plant',
  'hit.border-crossings': 'transport/border-crossing',
  'hit.airports': 'transport/airport',
  'hit.corridors': 'transport/corridor',
  'legend.title': 'ui/legend',
  'legend.road.motorway': 'transport/motorway',
  'legend.ports': 'transport/seaport',
  'legend.ports.other': 'transport/dry-port',
  'legend.corridor.kkh': 'transport/karakoram-highway',
  'layer.railways': 'transport/railway',
  'measure.distance': 'ui/distance',
  'unit.dwt': 'transport/dwt',
  'unit.nm': 'unit/nautical-mile',
  'unit.Mt': 'unit/million-tonnes',
  'export.download': 'ui/download',
}

/** English is written by its own style: plural, short or by symbol. Its terms are compared where they are the same word. */
const ENGLISH_DIFFERS = new Set([
  ...['field.gaugeMm', 'legend.ports', 'layer.railways', 'unit.dwt', 'unit.nm', 'unit.Mt'],
  ...['category.resource', 'category.reserve', 'field.literacyPct'],
])

/** Messages that say more than the term. */
const INSIDE: Readonly<Record<string, readonly string[]>> = {
  'category.resource': ['resource_category/mineral-resource'],
  'category.reserve': ['resource_category/mineral-reserve'],
  'reportingCode.JORC': ['reporting_code/jorc'],
  'legend.faults': ['deposit_type/fault'],
  'legend.belts': ['deposit_type/metallogenic-belt'],
  'legend.sea-lanes': ['transport/sea-lane'],
  'field.literacyPct': ['ui/literacy-rate'],
  'type.podiform-chromite': ['deposit_type/podiform-chromite'],
  'type.coal-seam': ['deposit_type/coal-seam'],
  'type.sandstone-uranium': ['deposit_type/sandstone-uranium'],
}
/** GB/T 17766-2020 says 资源量 and 储量 of tonnage, as the glossary notes beside the longer term. */
const CHINESE_DIFFERS = new Set(['category.resource', 'category.reserve'])

test('the glossary holds the categories that the interface speaks of', () => {
  for (const category of ['commodity', 'status', 'resource_category', 'transport', 'finance', 'unit'])
    expect([...TERMS.keys()].filter((id) => id.startsWith(`${category}/`)).length, category).toBeGreaterThan(10)
})

describe.each(LANGUAGES)('in %s', (language) => {
  test('messages that are a term are the glossary’s', async () => {
    const catalogue: Readonly<Record<string, string>> = await loadCatalogue(language)
    const different = Object.entries(EQUAL)
      .filter(([key]) => language !== 'en' || !ENGLISH_DIFFERS.has(key))
      .filter(([key, id]) => catalogue[key] !== termOf(id, language))
      .map(([key, id]) => `${key}: ${catalogue[key]} ≠ ${termOf(id, language)}`)
    expect(different).toEqual([])
  })

  test('messages that say more hold the term', async () => {
    const catalogue: Readonly<Record<string, string>> = await loadCatalogue(language)
    const without = Object.entries(INSIDE)
      .filter(([key]) =>
        language === 'zh' ? !CHINESE_DIFFERS.has(key) : language === 'ur' || !ENGLISH_DIFFERS.has(key),
      )
      .flatMap(([key, ids]) =>
        ids
          .filter((id) => !catalogue[key]?.includes(termOf(id, language)))
          .map((id) => `${key}: ${catalogue[key]} without ${termOf(id, language)}`),
      )
    expect(without).toEqual([])
  })

  test('commodities are named as in the glossary', () => {
    const different = Object.entries(COMMODITIES).flatMap(([code, { name }]) => {
      const term = TERMS.get(`commodity/${code}`) ?? TERMS.get(`commodity/${code.replaceAll('-', ' ')}`)
      return term && term[language] !== name[language] ? [`${code}: ${name[language]} ≠ ${term[language]}`] : []
    })
    expect(different).toEqual([])
  })
})
