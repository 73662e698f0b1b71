/** Queryables that are no property but follow from one: what the filter panel asks that no field says outright. */
import { COMMODITIES, CommodityCode, CommodityGroup, CRITICAL_MINERALS } from '../contract/commodity.ts'
import { slugOf } from '../contract/filter.ts'
import { Confidence } from '../contract/provenance.ts'

export const DERIVATIONS = {
  /** A name as the slug that links and facets carry. */
  slug: (value: unknown) => (typeof value === 'string' ? slugOf(value) || null : null),
  /** Whether any of the commodities is a critical mineral (list and year: contract/commodity.ts). */
  critical: (value: unknown) => codesOf(value).some((code) => CRITICAL.has(code)),
  /** The groups of the commodities, each once. */
  groups: (value: unknown) => [...new Set(codesOf(value).map((code) => COMMODITIES[code].group))],
  /** A record that names no source cannot be trusted more than the least. */
  confidence: (value: unknown) => value ?? 'low',
} satisfies Record<string, (value: unknown) => unknown>
export type Derivation = keyof typeof DERIVATIONS

const CRITICAL: ReadonlySet<string> = new Set(CRITICAL_MINERALS.codes)

function codesOf(value: unknown): CommodityCode[] {
  return Array.isArray(value) ? value.flatMap((item) => CommodityCode.safeParse(item).data ?? []) : []
}

interface Derived {
  name: string
  type: 'string' | 'boolean'
  nullable: boolean
  isList: boolean
  values: readonly string[] | null
  /** The property it follows from. */
  path: readonly string[]
  derivation: Derivation
}

const text = { type: 'string', nullable: true, isList: false, values: null } as const

/** By dataset. */
export const DERIVED: Readonly<Record<string, readonly Derived[]>> = {
  deposits: [
    {
      ...{ name: 'commodityGroups', type: 'string', nullable: false, isList: true, values: CommodityGroup.options },
      ...{ path: ['commodities'], derivation: 'groups' },
    },
    {
      ...{ name: 'isCritical', type: 'boolean', nullable: false, isList: false, values: null },
      ...{ path: ['commodities'], derivation: 'critical' },
    },
    { ...text, name: 'operatorSlug', path: ['operator'], derivation: 'slug' },
    { ...text, name: 'partnerSlug', path: ['chinesePartner'], derivation: 'slug' },
    {
      ...{ name: 'confidence', type: 'string', nullable: false, isList: false, values: Confidence.options },
      ...{ path: ['provenance', 'confidence'], derivation: 'confidence' },
    },
  ],
}
