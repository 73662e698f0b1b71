/** Query parameters of the interface: how OpenAPI describes them and how their text is read. */
import type { BBox } from '#geodata/contract/geo.ts'
import { CRS84, type Crs, crsByUri } from '#geodata/spatial/crs.ts'
import { Refusal } from '../refusal.ts'
import type { Parameter } from './operation.ts'

export const DEFAULT_LIMIT = 100
/** A larger limit is cut to this, not refused. */
export const MOST_ITEMS = 1000

export const COMMON_PARAMETERS: readonly Parameter[] = [
  {
    name: 'f',
    description: 'The form of the answer. Without it, the Accept header decides.',
    schema: { type: 'string' },
  },
  {
    name: 'lang',
    description: 'Language of pages and titles. Without it, the Accept-Language header decides.',
    schema: { type: 'string', enum: ['en', 'ur', 'zh'] },
  },
]

export const CRS_PARAMETER: Parameter = {
  name: 'crs',
  description: 'URI of the reference system of the answer, one that the collection lists. Default: CRS84.',
  schema: { type: 'string', format: 'uri', default: CRS84.uri },
}

export const ITEMS_PARAMETERS: readonly Parameter[] = [
  {
    name: 'limit',
    description: `Most features of a page. Above ${MOST_ITEMS} it is cut to ${MOST_ITEMS}; a page of large shapes may hold fewer.`,
    schema: { type: 'integer', minimum: 1, maximum: MOST_ITEMS, default: DEFAULT_LIMIT },
    style: 'form',
    explode: false,
    example: 10,
  },
  {
    name: 'bbox',
    description:
      'Features whose geometry meets the box: west,south,east,north, or with heights as third and sixth number, which are not used. West greater than east crosses the antimeridian.',
    schema: {
      type: 'array',
      minItems: 4,
      maxItems: 6,
      items: { type: 'number' },
    },
    style: 'form',
    explode: false,
  },
  {
    name: 'bbox-crs',
    description: 'URI of the reference system of bbox. Default: CRS84.',
    schema: { type: 'string', format: 'uri', default: CRS84.uri },
  },
  {
    name: 'datetime',
    description:
      'Features whose date meets an instant or interval: a date, a date-time (RFC 3339), or two of them joined by /, where .. or nothing leaves an end open. The collection says which property is the date.',
    schema: { type: 'string' },
    style: 'form',
    explode: false,
  },
  CRS_PARAMETER,
  {
    name: 'filter',
    description: 'A CQL2 expression over the queryables of the collection, at most 16 kB.',
    schema: { type: 'string', maxLength: 16_384 },
  },
  {
    name: 'filter-lang',
    description: 'The encoding of filter. Default: cql2-text.',
    schema: { type: 'string', enum: ['cql2-text', 'cql2-json'], default: 'cql2-text' },
  },
  {
    name: 'filter-crs',
    description: 'URI of the reference system of coordinates in filter. Default: CRS84.',
    schema: { type: 'string', format: 'uri', default: CRS84.uri },
  },
  {
    name: 'sortby',
    description: 'Sortables in order of weight, joined by commas, each with + (default) or - before it.',
    schema: { type: 'array', minItems: 1, items: { type: 'string', pattern: '[+|-]?[A-Za-z_].*' } },
    style: 'form',
    explode: false,
  },
  {
    name: 'cursor',
    description: 'Where a page begins; comes from the link `next` and is not to be made up.',
    schema: { type: 'string', maxLength: 4000 },
  },
]

function refuse(field: string, expected: string, received: string): Refusal {
  return new Refusal('invalid-request', `What stands in ${field} cannot be read: expected ${expected}.`, [
    { field, expected, received },
  ])
}

export function limitFrom(text: string | undefined): number {
  if (text === undefined) return DEFAULT_LIMIT
  if (!/^\d{1,20}$/.test(text) || /^0+$/.test(text)) throw refuse('limit', 'a whole number from 1', text)
  return Math.min(MOST_ITEMS, Number(text))
}

/** One of the systems that the collection lists. */
export function crsFrom(field: string, text: string | undefined, allowed: readonly Crs[]): Crs {
  if (text === undefined) return CRS84
  const crs = crsByUri(text.replace(/^<(.*)>$/, '$1'))
  if (crs && allowed.includes(crs)) return crs
  throw refuse(field, `one of ${allowed.map(({ uri }) => uri).join(', ')}`, text)
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$/

/** Four numbers in the order of the axes of their system; heights are left out. */
export function boxNumbersFrom(text: string): [number, number, number, number] {
  const parts = text.split(',').map((part) => part.trim())
  const numbers = parts.map((part) => (NUMBER.test(part) ? Number(part) : Number.NaN))
  const flat = numbers.length === 6 ? [numbers[0], numbers[1], numbers[3], numbers[4]] : numbers
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN, d = Number.NaN] = flat
  if (![4, 6].includes(numbers.length) || !numbers.every(Number.isFinite))
    throw refuse('bbox', 'four or six numbers joined by commas', text)
  return [a, b, c, d]
}

/** A box in degrees, or two where it crosses the antimeridian. */
export function boxesFrom(text: string, { axes }: Crs = CRS84): BBox[] {
  const [a, b, c, d] = boxNumbersFrom(text)
  const [west, south, east, north] = axes === 'east-north' ? [a, b, c, d] : [b, a, d, c]
  const isPlace = Math.abs(west) <= 180 && Math.abs(east) <= 180 && Math.abs(south) <= 90 && Math.abs(north) <= 90
  if (!isPlace || south > north)
    throw refuse('bbox', 'longitudes within ±180, latitudes within ±90, south not above north', text)
  if (west <= east) return [[west, south, east, north]]
  return [
    [west, south, 180, north],
    [-180, south, east, north],
  ]
}

export interface Interval {
  /** First and last instant, RFC 3339; null where open. Both ends belong to it. */
  start: string | null
  end: string | null
}

const DATE = /^\d{4}-\d{2}-\d{2}$/
const DATE_TIME = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})$/

/** `2020-05-01`, `2020-05-01T00:00:00Z`, `a/b`, `../b`, `a/..`, `/b`, `a/`. A date is its whole day. */
export function intervalFrom(text: string): Interval {
  const parts = text.split('/')
  const [from = '', to = from] = parts
  if (parts.length > 2 || (isOpen(from) && isOpen(to))) throw badTime(text)
  const start = isOpen(from) ? null : instantFrom(from, text, 'start')
  const end = isOpen(to) ? null : instantFrom(to, text, 'end')
  if (start !== null && end !== null && start > end) throw badTime(text)
  return { start, end }
}

function isOpen(part: string): boolean {
  return part === '' || part === '..'
}

/** As UTC, to the millisecond, so that texts compare as times do. */
function instantFrom(part: string, whole: string, side: 'start' | 'end'): string {
  const isDate = DATE.test(part)
  if (!isDate && !DATE_TIME.test(part)) throw badTime(whole)
  const written = isDate ? `${part}T${side === 'start' ? '00:00:00.000' : '23:59:59.999'}Z` : part.toUpperCase()
  const time = new Date(written)
  // 2023-02-30 would become 2 March without a word.
  const day = Number(part.slice(8, 10))
  const lastDay = new Date(Date.UTC(Number(part.slice(0, 4)), Number(part.slice(5, 7)), 0)).getUTCDate()
  if (Number.isNaN(time.getTime()) || day > lastDay) throw badTime(whole)
  return time.toISOString()
}

function badTime(text: string): Refusal {
  return refuse('datetime', 'a date, a date-time with zone, or two of them joined by / with the earlier first', text)
}

export interface SortKey {
  property: string
  descending: boolean
}

export function sortKeysFrom(text: string | undefined, sortables: readonly string[]): SortKey[] {
  if (text === undefined) return []
  // In a query, + stands for a space: `sortby=+name` arrives as ` name`.
  const keys = text.split(',').map((part): SortKey => {
    const [, sign = '', property = ''] = /^([+\- ]?)(.*)$/s.exec(part) ?? []
    if (!sortables.includes(property)) throw refuse('sortby', `sortables: ${sortables.join(', ')}`, part)
    return { property, descending: sign === '-' }
  })
  if (keys.length > 4 || new Set(keys.map(({ property }) => property)).size < keys.length)
    throw refuse('sortby', 'at most four sortables, each once', text)
  return keys
}
