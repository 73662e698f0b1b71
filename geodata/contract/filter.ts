/** The deposit filter: what the panel sets, the link carries and the server answers by. Choices and CQL2 are one filter. */
import * as z from 'zod'
import { CommodityCode, CommodityGroup } from './commodity.ts'
import { DepositStatus, DepositType, ProvinceId } from './deposit.ts'
import { Confidence } from './provenance.ts'

/** A comma-separated list in query text; absent means no restriction, and an empty item is refused. */
function listOf<T extends z.ZodType<string, string>>(item: T, most = 100, mostCharacters = 2000) {
  return z
    .string()
    .max(mostCharacters)
    .transform((text) => text.split(','))
    .pipe(z.array(item).min(1).max(most))
    .optional()
}

const name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/, 'expected a slug: lower-case letters, digits and hyphens')

/** A set of deposits stands in an address of 4,096 characters: more are not carried. */
export const MOST_CHOSEN_IDS = 200
export const MOST_CHOSEN_CHARACTERS = 3000

/** A name as an identifier for links: lower-case ASCII letters, digits and hyphens. */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 100)
}

/**
 * Values within one field are alternatives; fields restrict each other. `commodity` looks at every commodity of a
 * deposit, not only the primary one. `district` takes ids of the `districts` dataset; `operator` and `partner` take
 * slugs of the names (`slugOf`), because names hold commas; facet answers carry slug and label.
 */
export const DepositChoices = z.object({
  commodity: listOf(CommodityCode),
  group: listOf(CommodityGroup),
  critical: z.enum(['yes']).optional(),
  province: listOf(ProvinceId),
  district: listOf(name),
  status: listOf(DepositStatus),
  operator: listOf(name),
  partner: listOf(name),
  type: listOf(DepositType),
  confidence: listOf(Confidence),
  resource: z.enum(['yes', 'no']).optional(),
  /** Only these deposits, by id: what was chosen in a table or a chart. An id that is not there matches nothing. */
  id: listOf(name, MOST_CHOSEN_IDS, MOST_CHOSEN_CHARACTERS),
})
export type DepositChoices = z.output<typeof DepositChoices>

/** A condition in CQL2, text or JSON (geodata/cql2): at most 16 kB, 256 parts, 32 levels. Refused with the place of a fault. */
export const Cql2Text = z.string().min(1).max(16_384)

/** The choices of the panel and beside them a condition over the queryables of deposits; all hold together. */
export const DepositFilter = DepositChoices.extend({ filter: Cql2Text.optional() })
export type DepositFilter = z.output<typeof DepositFilter>

/** The facets, in the order of the panel: the fields of the choices. */
export const FACETS = [
  'group',
  'commodity',
  'critical',
  'province',
  'district',
  'status',
  'type',
  'operator',
  'partner',
  'confidence',
  'resource',
] as const
export type Facet = (typeof FACETS)[number]

/** Every field of the filter: the facets, and the deposits chosen one by one, which have no counts. */
export const FILTER_FIELDS = [...FACETS, 'id'] as const

/** The filter as query text, fields and values in a fixed order, so that equal filters give equal addresses. */
export function filterToQuery(filter: DepositFilter): URLSearchParams {
  const query = new URLSearchParams()
  for (const facet of FILTER_FIELDS) {
    const value = filter[facet]
    if (value === undefined || value.length === 0) continue
    query.set(facet, Array.isArray(value) ? [...value].sort().join(',') : (value as string))
  }
  if (filter.filter) query.set('filter', filter.filter)
  return query
}
