/** Why a filter is refused, and where: a closed set of reasons with the values that their wording needs in any language. */

/** In text: UTF-16 units from the start. In JSON: a pointer (RFC 6901), '' for the whole. */
export type Place = { offset: number; length: number } | { pointer: string }

/** What the reasons say in English; `{name}` stands for a value of the refusal. The keys are the closed set. */
export const REASONS = {
  empty: 'the filter is empty',
  'too-long': 'the filter is longer than {limit} bytes',
  'too-deep': 'conditions are nested more than {limit} deep',
  'too-many-parts': 'the filter has more than {limit} parts',
  'bad-json': 'this is not JSON: {detail}',
  'bad-character': 'the character {found} has no meaning here',
  'unclosed-text': 'a quotation mark is not closed',
  'bad-number': '{found} is not a number that can be reckoned with',
  expected: 'expected {expected}, found {found}',
  'unknown-function': 'there is no function {name}',
  'array-function': 'array functions such as {name} are not offered',
  'unknown-property': 'there is no property {name} to filter by; the nearest name is {nearest}',
  'wrong-type': 'expected {expected}, this is {found}',
  'different-types': '{left} cannot be compared with {right}',
  'list-property':
    '{name} holds several values: it stands alone before =, <>, LIKE, IN or IS NULL, with fixed values behind',
  'bad-geometry': 'the geometry cannot be: {detail}',
  'outside-world': 'the position {found} lies outside the coordinate system',
  'bad-date': '{found} is no date or time: write 2026-11-24, or 2026-11-24T05:00:00Z',
  'bad-interval': 'an interval needs two ends of one kind, the earlier first',
  'instant-in-interval-function': '{name} compares intervals: write INTERVAL(start, end)',
  'bad-distance': 'expected a distance from 0 to {limit} km',
  'bad-unit': 'expected the unit km or m, found {found}',
  'no-text-form': 'a backslash before a quotation mark or at the end of a text can only be written in JSON',
} as const
export type ReasonCode = keyof typeof REASONS

/** What may be expected, found or wrong with a shape, in English; other values are quoted pieces of the filter. */
export const THINGS = {
  condition: 'a condition',
  value: 'a value',
  text: 'a text',
  number: 'a number',
  boolean: 'true or false',
  date: 'a date',
  timestamp: 'a time',
  moment: 'a date or time',
  interval: 'an interval',
  geometry: 'a geometry',
  property: 'a property',
  comparison: 'a comparison',
  end: 'the end of the filter',
  pattern: 'a fixed text as pattern',
  object: 'a JSON object',
  array: 'a JSON array',
  arguments: 'the right number of arguments',
  'short-line': 'a line has two positions or more',
  'short-ring': 'a ring has four positions or more',
  'open-ring': 'a ring ends where it begins',
  'nested-collections': 'collections lie too deep within collections',
  'box-numbers': 'a box has four numbers, or six with heights',
  'box-upside-down': 'the south of a box lies below its north',
} as const
export type Thing = keyof typeof THINGS

/** The values of a refusal that may name a thing; the others are pieces of the filter or figures. */
export const THING_VALUES: ReadonlySet<string> = new Set(['expected', 'found', 'left', 'right', 'detail'])

export class Cql2Refusal extends Error {
  readonly code: ReasonCode
  readonly values: Readonly<Record<string, string>>
  readonly place: Place

  constructor(code: ReasonCode, place: Place, values: Readonly<Record<string, string>> = {}) {
    super(`${wordsOf(code, values)} (${placeText(place)})`)
    this.name = 'Cql2Refusal'
    this.code = code
    this.values = values
    this.place = place
  }
}

function wordsOf(code: ReasonCode, values: Readonly<Record<string, string>>): string {
  return REASONS[code].replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = values[key] ?? ''
    return THING_VALUES.has(key) ? thingText(value) : value
  })
}

function thingText(value: string): string {
  return Object.hasOwn(THINGS, value) ? THINGS[value as Thing] : value
}

function placeText(place: Place): string {
  if ('offset' in place) return `at character ${place.offset + 1}`
  return place.pointer === '' ? 'at the root' : `at ${place.pointer}`
}

/** A piece of a filter, short enough to repeat. */
export function excerpt(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
