/** Conditions on columns: a range of numbers or words that a text must hold. Pure; an unknown figure meets no range. */
import { COLUMN_IDS, type ColumnId } from './column-ids.ts'

export type Condition =
  | { column: ColumnId; kind: 'range'; low: number | null; high: number | null }
  | { column: ColumnId; kind: 'text'; text: string }

export type ValueOf<R> = (row: R, column: ColumnId) => number | string | null

export function meetsAll<R>(row: R, where: readonly Condition[], valueIn: ValueOf<R>): boolean {
  return where.every((condition) => meets(valueIn(row, condition.column), condition))
}

function meets(value: number | string | null, condition: Condition): boolean {
  if (condition.kind === 'text')
    return value !== null && String(value).toLocaleLowerCase().includes(condition.text.toLocaleLowerCase())
  if (typeof value !== 'number' || Number.isNaN(value)) return false
  return (condition.low === null || value >= condition.low) && (condition.high === null || value <= condition.high)
}

/** `where` with the condition of its column replaced, or taken away by null. */
export function withCondition(
  where: readonly Condition[],
  column: ColumnId,
  condition: Condition | null,
): readonly Condition[] {
  const others = where.filter((other) => other.column !== column)
  return condition ? [...others, condition] : others
}

/** `tonnage:10..500` or `owners!copper%20ltd`. */
export function conditionText(condition: Condition): string {
  const { column } = condition
  if (condition.kind === 'text')
    return `${column}!${encodeURIComponent(condition.text).replaceAll('_', '%5F').replaceAll('!', '%21')}`
  return `${column}:${condition.low ?? ''}..${condition.high ?? ''}`
}

/** One condition, or none where the text makes no sense. */
export function conditionFromText(text: string): Condition[] {
  const [, id, mark, body = ''] = /^([a-zA-Z]+)([:!])(.{1,300})$/.exec(text) ?? []
  const column = COLUMN_IDS.find((known) => known === id)
  if (!column) return []
  if (mark === '!') {
    const words = decoded(body)
    return words === null || words === '' ? [] : [{ column, kind: 'text', text: words }]
  }
  const [, low = '', high = ''] = /^(-?[\d.e+-]*?)\.\.(-?[\d.e+-]*)$/.exec(body) ?? []
  const range = { low: numberOrNull(low), high: numberOrNull(high) }
  return range.low === null && range.high === null ? [] : [{ column, kind: 'range', ...range }]
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** Empty text is no number: `Number('')` would be 0. */
function numberOrNull(text: string): number | null {
  const number = text === '' ? Number.NaN : Number(text)
  return Number.isFinite(number) ? number : null
}

/**
 * What a reader types for a range: `10-500`, `10..500`, `> 10`, `≤ 5`, `10+`, or `12` for exactly that. Thousands may be
 * parted by commas. null: no range.
 */
export function rangeFromTyped(typed: string): { low: number | null; high: number | null } | null {
  const text = typed.replace(/,(?=\d{3}\b)/g, '').replace(/\s+/g, '')
  const number = String.raw`(-?\d+(?:\.\d+)?|-?\.\d+)`
  const between = new RegExp(`^${number}(?:\\.\\.|–|—|-|~|to)${number}$`).exec(text)
  if (between) {
    const ends = [Number(between[1]), Number(between[2])]
    return { low: Math.min(...ends), high: Math.max(...ends) }
  }
  const below = new RegExp(`^(?:<=|<|≤|\\.\\.)${number}$`).exec(text)
  if (below) return { low: null, high: Number(below[1]) }
  const above = new RegExp(`^(?:>=|>|≥)${number}$`).exec(text) ?? new RegExp(`^${number}(?:\\+|\\.\\.)$`).exec(text)
  if (above) return { low: Number(above[1]), high: null }
  const exact = new RegExp(`^${number}$`).exec(text)
  return exact ? { low: Number(exact[1]), high: Number(exact[1]) } : null
}
