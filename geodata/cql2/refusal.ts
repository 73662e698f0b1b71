/** Why a filter cannot be read, and where: a closed set of reasons with the values that any language's wording needs. */

/** In text the number of UTF-16 units before the fault; in JSON the pointer (RFC 6901) to it, '' for the whole. */
export type Place = { encoding: 'text'; offset: number } | { encoding: 'json'; pointer: string }

/** What the reasons say in English; `{name}` stands for a value. The interface words them in the reader's language. */
export const REASONS = {
  'too-long': 'the filter is longer than {limit} bytes',
  'too-deep': 'the filter is nested deeper than {limit} levels',
  'too-many-parts': 'the filter has more than {limit} parts',
  'bad-json': 'the filter is not JSON',
  'bad-character': 'the character {found} has no meaning here',
  'bad-text': 'a text may hold neither U+0000 nor half of a surrogate pair',
  'bad-number': 'the number {found} is too large',
  'bad-date': '{found} is no day of the calendar as YYYY-MM-DD',
  'bad-timestamp': '{found} is no instant in UTC as YYYY-MM-DDTHH:MM:SSZ',
  'bad-interval': 'the interval ends before it starts',
  'bad-geometry': 'the geometry cannot be: {detail}',
  'bad-distance': 'expected a distance from 0 to {limit} km',
  'bad-unit': 'expected a unit in quotes: {units}',
  unclosed: 'a quotation mark is not closed',
  expected: 'expected {expected}, found {found}',
  'expected-here': 'expected {expected}',
  operands: '{name} takes another number of operands',
  'unknown-function': 'there is no function {name}',
  'array-function': 'array functions such as {name} are not offered',
  'unknown-property': 'there is no property {name}; the nearest name is {nearest}',
  'different-types': 'values of different types cannot be compared',
  'list-property': '{name} is a list: it stands on the left, of any sign but <>, and alone',
  'interval-function': '{name} compares intervals: write INTERVAL(start, end)',
  'no-text-form': '{detail} can be written in CQL2 JSON only',
} as const
export type Reason = keyof typeof REASONS

/** What may be expected, found or wrong, in English. Values that are none of these are pieces of the filter, or figures. */
export const THINGS = {
  end: 'the end of the filter',
  connective: 'AND, OR or the end of the filter',
  operand: 'a property, a value or a condition',
  condition: 'a condition, such as a comparison',
  value: 'a value',
  text: 'a text in quotes',
  number: 'a number',
  boolean: 'true or false',
  instant: 'a date or an instant',
  interval: 'an interval',
  geometry: 'a geometry',
  pattern: 'a text in quotes as the pattern',
  'interval-end': "a date, an instant, '..' or a property",
  'single-shape': 'a point, a line or a polygon',
  'json-value': 'a text, a number, true, false or an object',
  'json-operation': 'an operation with op, a text, and args, a list, alone',
  'json-list': 'a value and a list',
  'json-literal': 'op, property, date, timestamp, interval, bbox or a geometry',
  'json-geometry': 'a GeoJSON geometry without other members',
  'json-interval': 'an interval of two ends',
  'box-numbers': 'a box has four numbers, or six with heights',
  'box-south': 'the south of a box may not lie north of its north',
  'box-lowest': 'the lowest of a box may not lie above its highest',
  'position-numbers': 'a position has two numbers, or three with a height',
  longitude: 'a longitude lies between -180 and 180 degrees',
  latitude: 'a latitude lies between -90 and 90 degrees',
  'no-parts': 'a collection has at least one part',
  'short-line': 'a line has at least two positions',
  'open-ring': 'a ring has at least four positions and ends where it begins',
  'crossing-rings': 'a ring crosses or touches itself, or a hole lies outside',
  'no-place': 'it has no place in its reference system',
  'escaped-text': "a backslash at the end of a text or before one of ' a b f n r t v",
  'quoted-name': 'a name with a quote in it',
} as const
export type Thing = keyof typeof THINGS

/** The names of the values that things stand in; a list of things is a choice between them. */
export type Values = Readonly<
  { expected?: Thing | Keyword | readonly Thing[]; detail?: Thing } & Partial<
    Record<'found' | 'name' | 'nearest' | 'units' | 'limit', string>
  >
>
/** Words and signs of the language, the same in every language. */
export type Keyword = `‘${string}’`

/** The only error that reading a filter throws. */
export class Cql2Refusal extends Error {
  readonly reason: Reason
  readonly values: Values
  readonly place: Place
  /** The reason in English, without its place. */
  readonly detail: string

  constructor(reason: Reason, place: Place, values: Values = {}) {
    const detail = REASONS[reason].replace(/\{(\w+)\}/g, (_, key: string) => wordsOf(values[key as keyof Values]))
    super(`${detail} (at ${placeText(place)})`)
    this.name = 'Cql2Refusal'
    this.reason = reason
    this.values = values
    this.place = place
    this.detail = detail
  }
}

function wordsOf(value: string | readonly string[] | undefined): string {
  if (value === undefined) return ''
  return typeof value === 'string' ? (isThing(value) ? THINGS[value] : value) : value.map(wordsOf).join(' or ')
}

/** Pieces of a filter stand in quotes (`shown`), so that none can be taken for a thing. */
export function isThing(value: string): value is Thing {
  return Object.hasOwn(THINGS, value)
}

function placeText(place: Place): string {
  if (place.encoding === 'text') return `character ${place.offset + 1}`
  return place.pointer === '' ? 'the root' : place.pointer
}

/** A piece of a filter, in quotes and short enough to repeat. */
export function shown(text: string): Keyword {
  return `‘${text.length > 40 ? `${text.slice(0, 40)}…` : text}’`
}
