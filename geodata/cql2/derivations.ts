/** Queryables that are no property but follow from one: what the filter panel asks that no property says outright. */
import { COMMODITIES, CommodityCode, CRITICAL_MINERALS } from '#geodata/contract/commodity.ts'
import { slugOf } from '#geodata/contract/filter.ts'

/** From the stored value to what is compared; null is unknown, a list holds wherever one of its items does. */
export const DERIVATIONS = {
  /** A name as the slug that links and facets carry. */
  slug: (value: unknown) => (typeof value === 'string' ? slugOf(value) || null : null),
  /** Whether any of the commodities is a critical mineral (list and year: contract/commodity.ts). */
  critical: (value: unknown) => codesOf(value).some((code) => CRITICAL.has(code)),
  /** The groups of the commodities, each once. */
  groups: (value: unknown) => [...new Set(codesOf(value).map((code) => COMMODITIES[code].group))],
  /** A record that names no source cannot be trusted more than the least. */
  confidence: (value: unknown) => (typeof value === 'string' ? value : 'low'),
} satisfies Record<string, (value: unknown) => string | boolean | readonly string[] | null>
export type Derivation = keyof typeof DERIVATIONS

const CRITICAL: ReadonlySet<string> = new Set(CRITICAL_MINERALS.codes)

function codesOf(value: unknown): CommodityCode[] {
  return Array.isArray(value) ? value.flatMap((item) => CommodityCode.safeParse(item).data ?? []) : []
}
