/**
 * What a dataset can be filtered by, read off its own schema. A property keeps its name; a nested object is flattened one
 * level with an underscore (`name_en`, `resource_tonnageMt`); a list of plain values is compared value by value; records
 * and lists of records are left out. `id` and `geometry` come first. `geodata/README.md` states the meaning.
 */
import * as z from 'zod'
import type { DatasetDefinition } from '../contract/dataset.ts'
import { DERIVED, type Derivation } from './derivations.ts'

export type QueryableType = 'string' | 'number' | 'integer' | 'boolean' | 'date' | 'timestamp' | 'geometry'

export interface Queryable {
  name: string
  type: QueryableType
  nullable: boolean
  /** Several values: a condition holds where it holds for any of them, `<>` where none is equal. */
  isList: boolean
  /** The closed list of values, where the schema has one. */
  values: readonly string[] | null
  source: QueryableSource
}

export type QueryableSource =
  | { kind: 'id' }
  | { kind: 'geometry' }
  /** Keys from the properties inward; `derivation` turns what is there into what is compared. */
  | { kind: 'property'; path: readonly string[]; derivation: Derivation | null }

/** By name, in the order of the schema. */
export type Queryables = ReadonlyMap<string, Queryable>

const Kinds = z.union([z.string().transform((kind) => [kind]), z.array(z.string())])
const Field = z.looseObject({
  type: Kinds.optional(),
  format: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
})
type Field = z.output<typeof Field>
/** Names become parts of statements: nothing but letters, digits and underscores. */
const PLAIN_NAME = /^[A-Za-z][A-Za-z0-9_]*$/

const known = new WeakMap<DatasetDefinition, Queryables>()

export function queryablesOf(dataset: DatasetDefinition): Queryables {
  const before = known.get(dataset)
  if (before) return before
  const made = new Map(readQueryables(dataset).map((queryable) => [queryable.name, queryable]))
  known.set(dataset, made)
  return made
}

function readQueryables(dataset: DatasetDefinition): Queryable[] {
  const schema = Field.parse(z.toJSONSchema(dataset.properties, { io: 'output', unrepresentable: 'any' }))
  const plain = { isList: false, values: null }
  const first: Queryable[] = [{ ...plain, name: 'id', type: 'string', nullable: false, source: { kind: 'id' } }]
  if (dataset.geometry !== 'none')
    first.push({ ...plain, name: 'geometry', type: 'geometry', nullable: true, source: { kind: 'geometry' } })
  const fields = membersOf(schema).flatMap(([key, field, isRequired]) => fromField([key], field, !isRequired))
  return [...first, ...fields, ...derivedOf(dataset.id)].filter(({ name }) => PLAIN_NAME.test(name))
}

function membersOf(schema: Field): [string, Field, boolean][] {
  return Object.entries(schema.properties ?? {}).map(([key, field]) => [
    key,
    Field.parse(field),
    schema.required?.includes(key) ?? false,
  ])
}

/** One queryable for a plain field or list, one a member for a nested object, none for what has no plain values. */
function fromField(path: readonly string[], given: Field, mayLack: boolean): Queryable[] {
  const { field, nullable } = withoutNull(given)
  const isNullable = nullable || mayLack
  if (field.type?.includes('object') && path.length === 1)
    return membersOf(field).flatMap(([key, member, isRequired]) =>
      fromField([...path, key], member, isNullable || !isRequired),
    )
  const isList = field.type?.includes('array') ?? false
  const plain = isList ? withoutNull(Field.parse(field.items ?? {})).field : field
  const type = typeOf(plain)
  if (type === null) return []
  const values = plain.enum?.filter((value) => typeof value === 'string') ?? null
  const source = { kind: 'property', path, derivation: null } as const
  return [{ name: path.join('_'), type, nullable: isNullable, isList, values, source }]
}

/** `X | null` as X, in either of the forms that a schema may write it. */
function withoutNull(field: Field): { field: Field; nullable: boolean } {
  const choices = field.anyOf?.map((choice) => Field.parse(choice)) ?? []
  const solid = choices.filter((choice) => !choice.type?.includes('null'))
  const [only] = solid
  if (only && solid.length === 1) return { field: only, nullable: choices.length > 1 }
  const types = field.type?.filter((type) => type !== 'null')
  return { field: types ? { ...field, type: types } : field, nullable: types?.length !== field.type?.length }
}

function typeOf({ type, format, const: fixed }: Field): QueryableType | null {
  const [only, ...others] = type ?? [typeof fixed]
  if (others.length > 0) return null
  if (only === 'string') return format === 'date' ? 'date' : format === 'date-time' ? 'timestamp' : 'string'
  return only === 'number' || only === 'integer' || only === 'boolean' ? only : null
}

function derivedOf(dataset: string): Queryable[] {
  return (DERIVED[dataset] ?? []).map(({ path, derivation, ...shape }) => ({
    ...shape,
    source: { kind: 'property', path, derivation },
  }))
}
