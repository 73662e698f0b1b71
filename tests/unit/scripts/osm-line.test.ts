/** What tags of an OpenStreetMap way make of it. */
import { describe, expect, test } from 'vitest'
import { osmWay, type Tags, tonnes } from '#scripts/osm/osm-line.ts'

function lineOf(tags: Tags) {
  const found = osmWay(tags)
  if (found.kind !== 'line') throw new Error(`left out: ${found.why}`)
  return found.attributes
}

describe('direction', () => {
  test.each([
    [{ highway: 'primary' }, false, false],
    [{ highway: 'primary', oneway: 'yes' }, true, false],
    [{ highway: 'primary', oneway: '-1' }, true, true],
    [{ highway: 'primary', oneway: 'reversible' }, false, false],
    [{ highway: 'motorway' }, true, false],
    [{ highway: 'motorway', oneway: 'no' }, false, false],
    [{ highway: 'tertiary', junction: 'roundabout' }, true, false],
  ])('%o', (tags: Tags, isOneWay, isReversed) => {
    expect(lineOf(tags)).toMatchObject({ isOneWay, isReversed })
  })
})

test.each([
  [{ highway: 'residential' }, 'street'],
  [{ highway: 'footway' }, 'no road for vehicles'],
  [{ highway: 'proposed', proposed: 'motorway' }, 'no road for vehicles'],
  [{ highway: 'trunk', access: 'no' }, 'closed to lorries'],
  [{ highway: 'trunk', hgv: 'no' }, 'closed to lorries'],
  [{ route: 'ferry', motor_vehicle: 'no' }, 'closed to lorries'],
  [{ railway: 'subway' }, 'railway without freight'],
  [{ railway: 'platform' }, 'railway without freight'],
  [{ building: 'yes' }, 'neither road, railway nor ferry'],
  [{ highway: 'service', area: 'yes' }, 'area'],
])('%o is left out: %s', (tags: Tags, why) => {
  expect(osmWay(tags)).toEqual({ kind: 'left out', why })
})

test('the nearest tag decides on access, streets come when asked for', () => {
  expect(lineOf({ highway: 'track', access: 'no', hgv: 'yes' }).class).toBe('track')
  expect(lineOf({ highway: 'track', access: 'private' }).facts.note).toBe('private road')
  expect(osmWay({ highway: 'residential' }, true)).toMatchObject({ kind: 'line', attributes: { class: 'minor' } })
})

test('classes, states and levels', () => {
  expect(lineOf({ highway: 'trunk_link' }).class).toBe('minor')
  expect(lineOf({ route: 'ferry' }).class).toBe('ferry')
  expect(lineOf({ highway: 'construction', construction: 'motorway' })).toMatchObject({
    class: 'motorway',
    status: 'under_construction',
  })
  expect(lineOf({ highway: 'primary', bridge: 'yes' }).isOffLevel).toBe(true)
  expect(lineOf({ highway: 'primary', tunnel: 'no' }).isOffLevel).toBe(false)
  expect(lineOf({ railway: 'rail', gauge: '1435' })).toMatchObject({ level: 'rail-1435', class: 'rail-main' })
  expect(lineOf({ railway: 'rail', service: 'yard', gauge: '1676;1435' })).toMatchObject({
    level: 'rail-1676',
    class: 'rail-branch',
    facts: { gaugeMm: 1676 },
  })
  expect(lineOf({ railway: 'rail' }).facts.gaugeMm).toBeNull()
  expect(lineOf({ railway: 'abandoned' }).status).toBe('closed')
})

test('facts: numbers, names, surface, limits', () => {
  const facts = lineOf({
    highway: 'trunk',
    ref: 'N-25; N-10',
    name: 'آر سی ڈی',
    'name:en': 'RCD Highway',
    surface: 'asphalt',
    maxaxleload: '12.5 t',
    maxweight: '40',
    toll: 'yes',
  }).facts
  expect(facts).toMatchObject({
    reference: 'N-25',
    name: { en: 'RCD Highway', ur: 'آر سی ڈی', zh: null },
    surface: 'asphalt',
    axleLoadLimitT: 12.5,
    grossWeightLimitT: 40,
    toll: 'tolled',
    note: null,
  })
})

test.each([
  ['12', 12],
  ['7.5 t', 7.5],
  ['3500 kg', 3.5],
  ['10 st', 9.072],
  ['default', null],
  [undefined, null],
])('a weight of %s is %s tonnes', (text, weightT) => {
  expect(tonnes(text)).toBe(weightT)
})
