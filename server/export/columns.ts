/**
 * A dataset's properties as flat columns, derived from its schema: nested records become `outer_inner` (the main resource
 * figure), names one column a language, citations a column of texts and one of source ids, lists of plain values one text,
 * lists of records (rival figures) JSON, with columns of their own for formats that have sheets.
 */
import * as z from 'zod'
import type { DatasetDefinition } from '#geodata/contract/dataset.ts'
import type { ExportColumn } from '#geodata/contract/export.ts'
import { unitOf } from '#geodata/contract/field-unit.ts'
import { Citation } from '#geodata/contract/provenance.ts'

/** null: unknown. Objects and arrays only where the column's kind is `json`. */
export type Value = string | number | boolean | object | null

export interface Column extends ExportColumn {
  /** From a feature's properties or, in a nested table, from one record of the list. */
  read(record: unknown): Value
  /** Columns of the records in a `json` column that is a list of records. */
  table?: readonly Column[]
}

const LIST_SEPARATOR = '; '

/** Every column of a dataset but its id and its place. Throws for a schema that holds what no column can. */
export function columnsOf({ id, properties }: DatasetDefinition): Column[] {
  if (!(properties instanceof z.ZodObject)) throw new Error(`${id}: the schema is not an object`)
  return objectColumns(properties, '', (record) => record)
}

type Read = (record: unknown) => unknown

function objectColumns(schema: z.ZodObject, prefix: string, read: Read): Column[] {
  return Object.entries(schema.shape).flatMap(([key, field]) =>
    fieldColumns(bare(field), `${prefix}${key}`, (record) => memberOf(read(record), key)),
  )
}

function fieldColumns(schema: z.core.$ZodType, name: string, read: Read): Column[] {
  if (schema instanceof z.ZodObject) return objectColumns(schema, `${name}_`, read)
  if (schema instanceof z.ZodArray) return listColumns(bare(schema.element), name, read)
  if (schema instanceof z.ZodRecord) return [column(name, 'json', (record) => objectOrNull(read(record)))]
  return [column(name, kindOf(schema, name), (record) => plainOrNull(read(record)))]
}

function listColumns(element: z.core.$ZodType, name: string, read: Read): Column[] {
  if (element === Citation)
    return [
      column(name, 'text', (record) => joined(listOf(read(record)).map((citation) => memberOf(citation, 'text')))),
      column(name.replace(/citations$/, 'sources'), 'text', (record) =>
        joined([...new Set(listOf(read(record)).map((citation) => memberOf(citation, 'source')))]),
      ),
    ]
  if (!(element instanceof z.ZodObject)) return [column(name, 'text', (record) => joined(listOf(read(record))))]
  const list = column(name, 'json', (record) => nullIfEmpty(listOf(read(record))))
  return [{ ...list, table: objectColumns(element, '', (record) => record) }]
}

function kindOf(schema: z.core.$ZodType, name: string): Column['kind'] {
  if (schema instanceof z.ZodNumber) return schema.format === 'safeint' ? 'integer' : 'number'
  // By name of the type: addresses and dates are classes of their own, and text all the same.
  const { type } = schema._zod.def
  if (type === 'boolean') return 'boolean'
  if (type === 'string' || type === 'enum' || type === 'literal') return 'text'
  throw new Error(`${name}: no column holds a ${type}`)
}

function column(name: string, kind: Column['kind'], read: (record: unknown) => Value): Column {
  return { name, kind, unit: kind === 'number' || kind === 'integer' ? unitOf(lastPart(name)) : null, read }
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('_') + 1)
}

/** Without what says that a value may be missing. */
function bare(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodNullable || schema instanceof z.ZodOptional ? bare(schema.def.innerType) : schema
}

function memberOf(record: unknown, key: string): unknown {
  return typeof record === 'object' && record !== null ? Reflect.get(record, key) : undefined
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function joined(items: readonly unknown[]): string | null {
  return items.length === 0 ? null : items.map(String).join(LIST_SEPARATOR)
}

function nullIfEmpty(list: unknown[]): object | null {
  return list.length === 0 ? null : list
}

function objectOrNull(value: unknown): object | null {
  return typeof value === 'object' ? value : null
}

function plainOrNull(value: unknown): Value {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

/** Values by column; the unknown as null, so that every record has every property. */
export function propertiesOf(columns: readonly Column[], values: readonly Value[]): Record<string, Value> {
  return Object.fromEntries(columns.map(({ name }, index) => [name, values[index] ?? null]))
}

/** A value as a cell of a table: lists of records as JSON text. */
export function cellOf(value: Value | undefined): string | number | boolean | null {
  if (value === undefined) return null
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
}
