/**
 * What the desk shows ⇄ the text of it in the link: `c.name,tonnage_s.tonnage-_g.province`. Parts are separated by `_`, begin
 * with a letter and a full stop, and are left out at their defaults. Reading never throws: what makes no sense is left out.
 */
import { GRADE_UNITS, METAL_UNITS, ORE_UNITS } from '#geodata/deposit/mass-units.ts'
import {
  CHARTS,
  type ChartId,
  COLUMN_IDS,
  type ColumnId,
  DEFAULT_COLUMNS,
  GROUPINGS,
  type Grouping,
} from './column-ids.ts'
import { type Condition, conditionFromText, conditionText } from './conditions.ts'

export interface Sort {
  id: ColumnId
  desc: boolean
}

export interface Units {
  ore: (typeof ORE_UNITS)[number]
  metal: (typeof METAL_UNITS)[number]
  grade: (typeof GRADE_UNITS)[number]
}

export interface DeskState {
  /** Shown, in this order. */
  columns: readonly ColumnId[]
  /** Held at the start of the line, in this order. */
  pinned: readonly ColumnId[]
  /** Empty: the order of the link's `sort`. */
  sorts: readonly Sort[]
  group: Grouping | null
  units: Units
  /** Conditions on columns; they hold while the filter has the ids that meet them, or while `isWhereLocal`. */
  where: readonly Condition[]
  /** More deposits meet the conditions than a link can carry: only the desk goes by them. */
  isWhereLocal: boolean
  chart: ChartId
  /** What the chart is of: a commodity, a kind of distance; null: its first. */
  chartOf: string | null
  /** Side by side, at most five. */
  compare: readonly string[]
  isDifferencesOnly: boolean
  /** null: the link has none; the browser's own holds. */
  shortlist: readonly string[] | null
}

export const MOST_COMPARED = 5
export const MOST_SHORTLISTED = 60

export const FIRST_DESK: DeskState = {
  columns: DEFAULT_COLUMNS,
  pinned: ['name'],
  sorts: [],
  group: null,
  units: { ore: 'Mt', metal: 't', grade: 'printed' },
  where: [],
  isWhereLocal: false,
  chart: 'gradeTonnage',
  chartOf: null,
  compare: [],
  isDifferencesOnly: false,
  shortlist: null,
}

const SLUG = /^[a-z0-9][a-z0-9-]{0,99}$/

export function encodeDesk(desk: DeskState): string {
  const { units } = desk
  const parts: readonly [letter: string, text: string, usual: string][] = [
    ['c', desk.columns.join(','), FIRST_DESK.columns.join(',')],
    ['p', desk.pinned.join(','), FIRST_DESK.pinned.join(',')],
    ['s', desk.sorts.map(({ id, desc }) => `${id}${desc ? '-' : ''}`).join(','), ''],
    ['g', desk.group ?? '', ''],
    ['u', unitsText(units), unitsText(FIRST_DESK.units)],
    ['w', desk.where.map(conditionText).join(','), ''],
    ['o', desk.isWhereLocal ? 'yes' : '', ''],
    ['k', desk.chart, FIRST_DESK.chart],
    ['q', desk.chartOf ?? '', ''],
    ['v', desk.compare.join(','), ''],
    ['d', desk.isDifferencesOnly ? 'yes' : '', ''],
    ['l', desk.shortlist === null ? 'none' : desk.shortlist.join(','), 'none'],
  ]
  return parts.flatMap(([letter, text, usual]) => (text === usual ? [] : [`${letter}.${text}`])).join('_')
}

/** Shares of the unit names that a link can carry: `%` would be escaped twice. */
const GRADE_WORDS = { printed: 'printed', '%': 'pct', 'g/t': 'gpt' } as const

function unitsText({ ore, metal, grade }: Units): string {
  return [ore, metal, GRADE_WORDS[grade]].join(',')
}

export function decodeDesk(text: string): DeskState {
  const parts = new Map(text.split('_').map((part) => [part.slice(0, 2), part.slice(2)]))
  const list = (letter: string): string[] | undefined => {
    const found = parts.get(`${letter}.`)
    return found === undefined ? undefined : found.split(',').filter((item) => item !== '')
  }
  const columns = list('c')?.flatMap(columnOf)
  const [ore, metal, grade] = list('u') ?? []
  return {
    columns: columns && columns.length > 0 ? unique(columns) : FIRST_DESK.columns,
    pinned: unique(list('p')?.flatMap(columnOf) ?? FIRST_DESK.pinned),
    sorts: (list('s') ?? []).flatMap(sortOf).slice(0, 6),
    group: GROUPINGS.find((grouping) => grouping === parts.get('g.')) ?? null,
    units: {
      ore: ORE_UNITS.find((unit) => unit === ore) ?? FIRST_DESK.units.ore,
      metal: METAL_UNITS.find((unit) => unit === metal) ?? FIRST_DESK.units.metal,
      grade: GRADE_UNITS.find((unit) => GRADE_WORDS[unit] === grade) ?? FIRST_DESK.units.grade,
    },
    where: (list('w') ?? []).flatMap(conditionFromText),
    isWhereLocal: parts.get('o.') === 'yes',
    chart: CHARTS.find((chart) => chart === parts.get('k.')) ?? FIRST_DESK.chart,
    chartOf: /^[a-zA-Z-]{1,60}$/.test(parts.get('q.') ?? '') ? (parts.get('q.') ?? null) : null,
    compare: slugs(list('v') ?? []).slice(0, MOST_COMPARED),
    isDifferencesOnly: parts.get('d.') === 'yes',
    shortlist: parts.has('l.') ? slugs(list('l') ?? []).slice(0, MOST_SHORTLISTED) : null,
  }
}

function columnOf(text: string): ColumnId[] {
  const known = COLUMN_IDS.find((id) => id === text)
  return known ? [known] : []
}

function sortOf(text: string): Sort[] {
  const desc = text.endsWith('-')
  return columnOf(desc ? text.slice(0, -1) : text).map((id) => ({ id, desc }))
}

function slugs(texts: readonly string[]): string[] {
  return unique(texts.filter((text) => SLUG.test(text)))
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)]
}
