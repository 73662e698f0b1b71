/** The `deposits` dataset: every row of the deposit table in our schema. */
import { CommodityCode } from '#geodata/contract/commodity.ts'
import { type Deposit, DepositStatus, ProvinceId } from '#geodata/contract/deposit.ts'
import { slugOf } from '#geodata/contract/filter.ts'
import { importanceOf } from '#geodata/deposit/importance.ts'
import type { BuiltFeature, DatasetBuilder, Inputs } from './builder.ts'
import type { SourceRecord } from './citations.ts'
import { resourceOf, rivalsOf } from './deposit-estimates.ts'
import { accuracyKmOf, type District, districtOf, loadDistricts, POSITION_BASES } from './deposit-positions.ts'
import { depositTypeOf } from './deposit-types.ts'
import { glossaryPlaces, withGlossaryName } from './glossary-names.ts'
import { provenanceOf } from './provenance.ts'
import { listOfCell, localName, numberOrNull, pointOf, qualityOf, type Row, required } from './row-fields.ts'
import { loadSources } from './sources.ts'

/** Partner companies by a word of the text that names them; China Huaye is a company of MCC. */
const PARTNERS = [
  [/MCC|Metallurgical/, 'Metallurgical Corporation of China (MCC)'],
  [/Shanghai Electric/, 'Shanghai Electric'],
  [/China Machinery Engineering/, 'China Machinery Engineering Corporation (CMEC)'],
  [/China National Coal/, 'China National Coal Development'],
] as const

/** Deposits on the same ground that are not parts of each other; holds both ways. */
const SHARED_GROUND = [
  ['duddar', 'duddar-barite'],
  ['gunga', 'khuzdar-barite'],
  ['sonda-jherruck', 'indus-east-coal'],
] as const

function partnerOf(text: string | null): string | null {
  if (text === null) return null
  const partner = PARTNERS.find(([pattern]) => pattern.test(text))?.[1]
  if (!partner) throw new Error(`Chinese partner "${text}" has no company: add it to scripts/build/deposits.ts`)
  return partner
}

const sharedWith = (id: string): string[] =>
  SHARED_GROUND.flatMap(([one, other]) => (one === id ? [other] : other === id ? [one] : []))

/** The commodities of a row, the primary one first. */
function commoditiesOf(row: Row): [CommodityCode, ...CommodityCode[]] {
  const primary = CommodityCode.parse(slugOf(required(row, 'commodity_primary')))
  const others = listOfCell(row, 'commodities', '|').map((text) => CommodityCode.parse(slugOf(text)))
  return [primary, ...others.filter((code) => code !== primary)]
}

interface Context {
  sources: readonly SourceRecord[]
  districts: readonly District[]
  positions: ReadonlyMap<string, Row>
}

function depositOf(row: Row, { sources, districts, positions }: Context): BuiltFeature {
  const id = required(row, 'id')
  const geometry = pointOf(row)
  if (geometry?.type !== 'Point') throw new Error(`${id}: no position`)
  const positionRow = positions.get(id)
  const basis = POSITION_BASES.find((known) => known === positionRow?.coord_source)
  if (!basis) throw new Error(`${id}: no row in deposit_coord_sources.csv with a known source`)
  const district = districtOf(row, geometry.coordinates, districts)
  const provenance = provenanceOf(row, sources)
  const resource = resourceOf(row, provenance.citations, provenance.confidence)
  const commodities = commoditiesOf(row)
  const name = localName(row)
  const status = DepositStatus.parse(row.status)
  const partOf = row.part_of ?? null
  const accuracyKm = accuracyKmOf(row, basis, district)
  const deposit: Deposit = {
    name,
    altNames: listOfCell(row, 'alt_names', ';').filter((alt) => alt !== name.en && alt !== name.ur && alt !== name.zh),
    geometryQuality: qualityOf(row, 'approximate'),
    provenance,
    commodityPrimary: commodities[0],
    commodities,
    depositType: depositTypeOf(required(row, 'deposit_type')),
    depositTypeText: row.deposit_type ?? null,
    status,
    province: ProvinceId.parse(slugOf(required(row, 'province').replace('&', ''))),
    districtName: required(row, 'district'),
    district: district.id,
    operator: row.operator ?? null,
    owners: row.owners ?? null,
    chinesePartnerText: row.chinese_partner ?? null,
    chinesePartner: partnerOf(row.chinese_partner ?? null),
    resource,
    rivals: rivalsOf(row, resource, sources, provenance.confidence),
    containedMetalText: row.contained_metal ?? null,
    annualOutputText: row.annual_output ?? null,
    startYear: numberOrNull(row, 'start_year'),
    positionAccuracyKm: accuracyKm,
    positionBasis: basis,
    positionText: positionRow?.detail ?? null,
    partOf,
    sharesGroundWith: sharedWith(id),
    importance: importanceOf({ commodityPrimary: commodities[0], status, resource, partOf }),
  }
  return {
    id,
    geometry,
    properties: { ...deposit, commodity: commodities[0], accuracyKm, isPart: partOf !== null },
  }
}

/** Every row of the deposit table as a feature. */
export function buildDeposits(inputs: Inputs): BuiltFeature[] {
  const context: Context = {
    sources: loadSources(inputs),
    districts: loadDistricts(inputs),
    positions: new Map(inputs.csv('facts/deposit_coord_sources.csv').map((row) => [required(row, 'id'), row])),
  }
  const places = glossaryPlaces(inputs)
  return inputs.csv('facts/deposits.csv').map((row) => withGlossaryName(depositOf(row, context), places))
}

export const depositsBuilder: DatasetBuilder = {
  produces: ['deposits'],
  build: (inputs) => new Map([['deposits', buildDeposits(inputs)]]),
}
