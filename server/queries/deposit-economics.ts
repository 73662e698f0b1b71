/** Screening economics of one deposit: its metals and their value, the return of its concentrate, the forms of sale. */
import type { Deposit } from '#geodata/contract/deposit.ts'
import { CONCENTRATE_METALS, type ConcentrateMetal, type MetalValue, type Term } from '#geodata/contract/economics.ts'
import type { Output } from '#geodata/contract/endpoints.ts'
import { contentsOf } from '#geodata/deposit/contained-metal.ts'
import { knownTerms, priceOf, unknownTerm } from '#geodata/economics/known-terms.ts'
import {
  type PricePerTonne,
  screenForms,
  screenReturn,
  termKeysOf,
  valueOfMetal,
  withTermsSet,
} from '#geodata/economics/screen.ts'
import { Refusal } from '../refusal.ts'
import { economicsRecords } from './economics-records.ts'
import { type Freight, freightOf } from './freight-of-deposit.ts'
import type { Query } from './query.ts'
import { sourcesOf } from './sources-of.ts'

type Records = Awaited<ReturnType<typeof economicsRecords>>

export const depositEconomics: Query<'depositEconomics'> = async ({ params: { id }, query }, context) => {
  const feature = await context.storage.deposit(id)
  if (!feature) throw new Refusal('not-found', 'No deposit has this id.')
  const deposit = feature.properties
  const records = await economicsRecords(context)
  const metals = CONCENTRATE_METALS.filter((metal) => deposit.commodities.includes(metal))
  const metal = query.metal ?? metals.find((one) => one === deposit.commodityPrimary) ?? metals[0]
  if (metal !== undefined && !metals.includes(metal))
    throw new Refusal('invalid-request', 'The deposit is not known to hold this metal.', [
      {
        field: 'metal',
        expected: metals.join(', ') || 'no metal: none is sold in such a concentrate',
        received: metal,
      },
    ])
  const freight = metal === undefined ? null : await freightOf(id, query.to, context)
  const contained = containedOf(id, deposit, records)
  const concentrate =
    metal === undefined || freight === null ? null : concentrateOf({ id, deposit, metal, freight, records }, query.set)
  const sources = await sourcesOf([deposit.resource, concentrate, records.prices], context)
  return { id, contained, metals, concentrate, sources }
}

interface Asked {
  id: string
  deposit: Deposit
  metal: ConcentrateMetal
  freight: Freight
  records: Records
}

function concentrateOf(
  { id, deposit, metal, freight, records }: Asked,
  set: Parameters<typeof withTermsSet>[1] = {},
): NonNullable<Output<'depositEconomics'>['concentrate']> {
  const known = knownTerms(termKeysOf(metal), { metal, depositId: id }, records)
  const filled = known.map((term) => {
    if (term.key === 'freight') return freight.term
    return term.key === 'oreGrade' ? oreGradeOf(deposit, metal) : term
  })
  const terms = withTermsSet(filled, set)
  return {
    metal,
    terms,
    market: freight.market,
    smelterReturn: screenReturn(metal, terms),
    forms: metal === 'copper' ? screenForms(terms) : null,
  }
}

/** The grade of the most defensible estimate; rivals are not mixed in. */
function oreGradeOf({ resource }: Deposit, metal: ConcentrateMetal): Term {
  const grade = resource?.grades.find(({ commodity, unit }) => commodity === metal && unit === '%')
  if (!resource || !grade) return unknownTerm('oreGrade')
  const { value } = grade
  return {
    ...unknownTerm('oreGrade'),
    value: { low: value, base: value, high: value },
    date: resource.year === null ? null : String(resource.year),
    citations: resource.citations,
    confidence: resource.confidence,
    note: resource.gradeText,
  }
}

const GRAMS_PER_OUNCE = 31.103_476_8
/** Metals that are quoted as such; of others the atlas has prices of a product, which is worth something else. */
const QUOTED = { copper: 'price', zinc: 'price', lead: 'price', gold: 'goldPrice', silver: 'silverPrice' } as const

function containedOf(id: string, deposit: Deposit, records: Records): MetalValue[] {
  return contentsOf([{ id, deposit: { resource: deposit.resource, partOf: null } }]).map((content) =>
    valueOfMetal(content, pricePerTonne(content.commodity, records)),
  )
}

function pricePerTonne(commodity: string, records: Records): PricePerTonne | undefined {
  const key = Object.entries(QUOTED).find(([metal]) => metal === commodity)?.[1]
  const term = key && priceOf(commodity, key, records)
  if (!term?.value) return undefined
  const factor = key === 'price' ? 1 : 1_000_000 / GRAMS_PER_OUNCE
  const { low, base, high } = term.value
  return { usdPerTonne: { low: low * factor, base: base * factor, high: high * factor }, date: term.date }
}
