/** Fields of a .dbf: names of ten characters, no two alike, and widths just wide enough, which takes one reading beforehand. */
import { type Column, cellOf, type Value } from '../columns.ts'
import type { ExportContent } from '../format.ts'

const LONGEST_NAME = 10
const OUTER_PART = 3
/** Bytes that a text field holds. */
const LONGEST_TEXT = 254
const WIDEST_NUMBER = 20
const MOST_DECIMALS = 15

export interface DbfField {
  name: string
  column: Column
  type: 'C' | 'N' | 'L'
  size: number
  decimalPlaces: number
  /** How many records lost the end of their text, or a whole list. */
  cutRecords: number
}

export async function measureFields({ columns, rows }: ExportContent): Promise<DbfField[]> {
  const names = shortNames(columns.map(({ name }) => name))
  const fields = columns.map((column, index): DbfField => {
    const type = column.kind === 'boolean' ? 'L' : column.kind === 'number' || column.kind === 'integer' ? 'N' : 'C'
    return { name: names[index] ?? column.name, column, type, size: 1, decimalPlaces: 0, cutRecords: 0 }
  })
  for await (const { values } of rows()) for (const [index, field] of fields.entries()) widen(field, values[index])
  return fields
}

function widen(field: DbfField, value: Value | undefined): void {
  const text = textOf(value)
  if (text === null || field.type === 'L') return
  const bytes = Buffer.byteLength(text)
  if (field.type === 'C') {
    field.size = Math.max(field.size, Math.min(bytes, LONGEST_TEXT))
    if (bytes > LONGEST_TEXT) field.cutRecords += 1
    return
  }
  field.size = Math.max(field.size, Math.min(bytes, WIDEST_NUMBER))
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0
  field.decimalPlaces = Math.max(field.decimalPlaces, Math.min(decimals, MOST_DECIMALS))
}

/** A value as its field holds it: text that is too long cut between characters, JSON left out, since a piece of it is none. */
export function fieldValue({ type, column }: DbfField, value: Value | undefined): string | number | boolean | null {
  const cell = cellOf(value)
  if (type !== 'C' || cell === null) return cell
  const text = cutToBytes(String(cell), LONGEST_TEXT)
  return column.kind === 'json' && text !== cell ? null : text
}

function textOf(value: Value | undefined): string | null {
  const cell = cellOf(value)
  return cell === null ? null : String(cell)
}

/** The longest beginning of at most so many bytes in UTF-8 that ends with a whole character. */
export function cutToBytes(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text
  let [bytes, end] = [0, 0]
  for (const character of text) {
    bytes += Buffer.byteLength(character)
    if (bytes > most) break
    end += character.length
  }
  return text.slice(0, end)
}

/** `resource_tonnageMt` → `res_tonnag`; alike ones get a number. Readers do not mind capitals, so names differ without them. */
export function shortNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const cut = name.indexOf('_')
    const isNested = cut > OUTER_PART && name.length > LONGEST_NAME
    const wish = (isNested ? `${name.slice(0, OUTER_PART)}${name.slice(cut)}` : name).slice(0, LONGEST_NAME)
    let short = wish
    for (let number = 2; taken.has(short.toLowerCase()); number++)
      short = wish.slice(0, LONGEST_NAME - String(number).length) + number
    taken.add(short.toLowerCase())
    return short
  })
}
