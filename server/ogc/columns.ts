/**
 * The properties of features as columns: what lies in objects comes out flat (`name.en` as `name_en`,
 * `resource.tonnageMt` as `resource_tonnageMt`), since tables of attributes, QGIS and GDAL among them, know no objects.
 * Lists stay lists. Derived from the schema of the dataset, so that every feature of a collection has the same columns.
 */
import * as z from 'zod'
import type { DatasetDefinition } from '#geodata/contract/dataset.ts'
import { fieldsOf } from '../queries/field-units.ts'

export interface Column {
  name: string
  /** Where the value lies in the stored properties. */
  path: readonly string[]
  /** A single value that can be compared, or null: a list, or whatever has no one type. */
  type: 'string' | 'integer' | 'number' | 'boolean' | null
  /** The JSON schema of the value. */
  schema: JsonSchema
  unit: string | null
}

const SchemaNode = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
})
export type JsonSchema = z.output<typeof SchemaNode>

const SIMPLE = ['string', 'integer', 'number', 'boolean'] as const
const known = new WeakMap<DatasetDefinition, readonly Column[]>()

export function columnsOf(dataset: DatasetDefinition): readonly Column[] {
  const before = known.get(dataset)
  if (before) return before
  const units = new Map(fieldsOf(dataset.properties).map(({ key, unit }) => [key, unit]))
  const schema = z.toJSONSchema(dataset.properties, { io: 'output', unrepresentable: 'any' })
  const columns = flattened(SchemaNode.parse(schema), [], units)
  known.set(dataset, columns)
  return columns
}

function flattened(node: JsonSchema, path: readonly string[], units: ReadonlyMap<string, string | null>): Column[] {
  const object = objectOf(node)
  if (object)
    return Object.entries(object).flatMap(([key, child]) => flattened(SchemaNode.parse(child), [...path, key], units))
  const unit = units.get(path.at(-1) ?? '') ?? null
  return [{ name: path.join('_'), path, type: simpleType(node), schema: node, unit }]
}

/** The properties of an object, or of one that may be null; undefined for everything else. */
function objectOf({ properties, anyOf }: JsonSchema): Readonly<Record<string, unknown>> | undefined {
  if (properties) return properties
  const some = (anyOf ?? []).map((one) => SchemaNode.parse(one)).filter(({ type }) => type !== 'null')
  return some.length === 1 ? some[0]?.properties : undefined
}

function simpleType({ type, anyOf }: JsonSchema): Column['type'] {
  const types = [type ?? (anyOf ?? []).map((one) => SchemaNode.parse(one).type ?? 'any')].flat(2)
  const named = types.filter((one) => one !== 'null')
  return SIMPLE.find((simple) => named.length === 1 && named[0] === simple) ?? null
}

export function valueAt(properties: object, path: readonly string[]): unknown {
  let value: unknown = properties
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return null
    value = Reflect.get(value, key)
  }
  return value ?? null
}

/** Every column in order, null where a feature has nothing to say. */
export function flatProperties(properties: object, columns: readonly Column[]): Record<string, unknown> {
  return Object.fromEntries(columns.map(({ name, path }) => [name, valueAt(properties, path)]))
}
