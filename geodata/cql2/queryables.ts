/**
 * What of a dataset a filter may ask about, derived from its schema: every single value, those in objects flat
 * (`name.en` as `name_en`, `provenance.asOf` as `provenance_asOf`), the id, and the geometry. Lists are left out, but
 * for the commodities of deposits, which have a queryable of their own.
 */
import * as z from 'zod'
import { type DatasetDefinition, FeatureProperties } from '#geodata/contract/dataset.ts'
import { slugOf } from '#geodata/contract/filter.ts'

export interface Queryable {
  name: string
  /** `date`: text that begins with a year, a month or a day, each standing for all of its days; see dates.ts. */
  type: 'string' | 'number' | 'integer' | 'boolean' | 'date' | 'geometry'
  nullable: boolean
  /** Where the value lies in the stored properties; empty for `id` and `geometry`. */
  path: readonly string[]
  /** The value is a list; =, IN and LIKE are true where any of its items meets them. */
  isList: boolean
  /** What is compared is the slug of the stored text (`slugOf` in the contract), as in the links of the filter panel. */
  isSlug: boolean
}
export type Queryables = ReadonlyMap<string, Queryable>

const SchemaNode = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  anyOf: z.array(z.unknown()).optional(),
})
type SchemaNode = z.output<typeof SchemaNode>

const plain = { nullable: false, path: [], isList: false, isSlug: false } as const
const ID: Queryable = { ...plain, name: 'id', type: 'string' }
const GEOMETRY: Queryable = { ...plain, name: 'geometry', type: 'geometry' }
/** Only deposits have these: `commodity` is any of its commodities; operators and partners also by slug. */
const OF_DEPOSITS: readonly Queryable[] = [
  { ...plain, name: 'commodity', type: 'string', path: ['commodities'], isList: true },
  { ...plain, name: 'operator_slug', type: 'string', path: ['operator'], nullable: true, isSlug: true },
  { ...plain, name: 'partner_slug', type: 'string', path: ['chinesePartner'], nullable: true, isSlug: true },
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
  const type = typeOf(only, path.join('_'))
  return type === null ? [] : [{ ...plain, name: path.join('_'), type, path, nullable: isNullable }]
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
export function storedValue({ name, path, isSlug }: Queryable, feature: { id: string; properties: object }): unknown {
  if (path.length === 0) return name === 'id' ? feature.id : null
  let value: unknown = feature.properties
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return null
    value = Reflect.get(value, key)
  }
  return isSlug && typeof value === 'string' ? slugOf(value) : (value ?? null)
}
