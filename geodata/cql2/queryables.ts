/**
 * What of a dataset a filter may ask about, derived from its schema: every single value, those in objects flat
 * (`name.en` as `name_en`, `provenance.asOf` as `provenance_asOf`), every list of single values, the id, and the
 * geometry. Lists of records are left out.
 */
import * as z from 'zod'
import { type DatasetDefinition, FeatureProperties } from '#geodata/contract/dataset.ts'
import { DERIVATIONS, type Derivation } from './derivations.ts'

export interface Queryable {
  name: string
  /** `date`: text that begins with a year, a month or a day, each standing for all of its days; see dates.ts. */
  type: 'string' | 'number' | 'integer' | 'boolean' | 'date' | 'geometry'
  nullable: boolean
  /** Where the value lies in the stored properties; empty for `id` and `geometry`. */
  path: readonly string[]
  /** The value is a list; a comparison is true where any of its items makes it true. */
  isList: boolean
  /** What is compared follows from the stored value so. */
  derivation: Derivation | null
}
export type Queryables = ReadonlyMap<string, Queryable>

const SchemaNode = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
})
type SchemaNode = z.output<typeof SchemaNode>

const plain = { nullable: false, path: [], isList: false, derivation: null } as const
const ID: Queryable = { ...plain, name: 'id', type: 'string' }
const GEOMETRY: Queryable = { ...plain, name: 'geometry', type: 'geometry' }
/** What the filter panel asks of deposits, beside their properties. */
const OF_DEPOSITS: readonly Queryable[] = [
  { ...plain, name: 'commodityGroups', type: 'string', path: ['commodities'], isList: true, derivation: 'groups' },
  { ...plain, name: 'isCritical', type: 'boolean', path: ['commodities'], derivation: 'critical' },
  { ...plain, name: 'operatorSlug', type: 'string', path: ['operator'], nullable: true, derivation: 'slug' },
  { ...plain, name: 'partnerSlug', type: 'string', path: ['chinesePartner'], nullable: true, derivation: 'slug' },
  { ...plain, name: 'confidence', type: 'string', path: ['provenance', 'confidence'], derivation: 'confidence' },
]
/** Properties of text that hold dates without their schema saying so. */
const DATE_NAMES: ReadonlySet<string> = new Set(['date', 'provenance_asOf'])
const known = new WeakMap<object, Queryables>()

/** By name, in the order of the schema; the same map for the same definition. */
export function queryablesOf({
  id,
  geometry,
  properties,
}: Pick<DatasetDefinition, 'id' | 'geometry' | 'properties'>): Queryables {
  const before = known.get(properties)
  if (before) return before
  const schema = SchemaNode.parse(
    z.toJSONSchema(properties ?? FeatureProperties, { io: 'output', unrepresentable: 'any' }),
  )
  const own = flattened(schema, [], false)
  const all = [ID, ...own, ...(id === 'deposits' ? OF_DEPOSITS : []), ...(geometry === 'none' ? [] : [GEOMETRY])]
  const made = new Map(all.map((queryable) => [queryable.name, queryable]))
  known.set(properties, made)
  return made
}

function flattened(node: SchemaNode, path: readonly string[], nullable: boolean): Queryable[] {
  const { choices, canBeNull } = withoutNull(node)
  const [only] = choices
  if (only === undefined || choices.length > 1) return []
  const isNullable = nullable || canBeNull
  if (only.properties) {
    const required = new Set(only.required ?? [])
    return Object.entries(only.properties).flatMap(([key, child]) =>
      flattened(SchemaNode.parse(child), [...path, key], isNullable || !required.has(key)),
    )
  }
  const name = path.join('_')
  const isList = only.type === 'array'
  const [item = only] = isList ? withoutNull(SchemaNode.parse(only.items ?? {})).choices : []
  const type = typeOf(item, name)
  return type === null ? [] : [{ ...plain, name, type, path, nullable: isNullable, isList }]
}

function withoutNull(node: SchemaNode): { choices: SchemaNode[]; canBeNull: boolean } {
  if (node.anyOf) {
    const all = node.anyOf.map((one) => SchemaNode.parse(one))
    const choices = all.filter(({ type }) => type !== 'null')
    return { choices, canBeNull: choices.length < all.length }
  }
  if (!Array.isArray(node.type)) return { choices: [node], canBeNull: false }
  const types = node.type.filter((type) => type !== 'null')
  return { choices: types.map((type) => ({ ...node, type })), canBeNull: types.length < node.type.length }
}

function typeOf({ type, format }: SchemaNode, name: string): Queryable['type'] | null {
  if (type === 'string') return format?.startsWith('date') || DATE_NAMES.has(name) ? 'date' : 'string'
  return type === 'number' || type === 'integer' || type === 'boolean' ? type : null
}

/** The stored value; null where a feature has none. Lists come whole. */
export function storedValue(
  { name, path, derivation }: Queryable,
  feature: { id: string; properties: object },
): unknown {
  if (path.length === 0) return name === 'id' ? feature.id : null
  let value: unknown = feature.properties
  for (const key of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : null
  return derivation === null ? (value ?? null) : DERIVATIONS[derivation](value)
}
