/** Records that the checker refuses: resources, duplicates, licences, citations, geometry, references. */
import { expect, test } from 'vitest'
import type { StoredFeature } from '#scripts/build/check/check.ts'
import { geometries, licences, schemas } from '#scripts/build/check/datasets.ts'
import { duplicateDeposits } from '#scripts/build/check/duplicates.ts'
import { citations, parts, references } from '#scripts/build/check/references.ts'
import { resources } from '#scripts/build/check/resources.ts'
import { deposit, stored, worldOf } from './world.ts'

const deposits = (...features: StoredFeature[]) => worldOf({ deposits: features })
const at: [number, number] = [61.6, 29.2]
const cited = [{ text: 'SML page', source: 'sml' }]
const estimate = (properties: Record<string, unknown>) => ({
  tonnageMt: 1,
  grades: [],
  citations: cited,
  ...properties,
})
const grade = (value: number, unit = '%') => ({ commodity: 'copper', value, unit })

test('a grade over 100 %, also when it is the sum of several', () => {
  const run = (...grades: unknown[]) => resources(deposits(deposit('x', at, { resource: estimate({ grades }) })))
  expect(run(grade(0.38))).toEqual([])
  expect(run(grade(138))).toMatchObject([
    { what: expect.stringContaining('138') },
    { what: expect.stringContaining('add up') },
  ])
  expect(run(grade(60), grade(50))).toMatchObject([{ what: 'grades in % add up to 110' }])
  expect(run(grade(-1, 'g/t'))).toHaveLength(1)
})

test('a resource without source, also among the rivals', () => {
  const run = (properties: Record<string, unknown>) => resources(deposits(deposit('x', at, properties)))
  expect(run({ resource: estimate({ citations: [] }) })).toMatchObject([{ what: 'a resource without source' }])
  expect(run({ rivals: [estimate({ citations: [] })] })).toMatchObject([{ what: 'a resource without source' }])
})

test('an unknown commodity, and a primary one that is not first', () => {
  const run = (properties: Record<string, unknown>) => resources(deposits(deposit('x', at, properties)))
  expect(run({ commodities: ['copper', 'unobtainium'] })).toMatchObject([
    { what: expect.stringContaining('unobtainium') },
  ])
  expect(run({ commodities: ['gold', 'copper'] })).toMatchObject([{ what: expect.stringContaining('first') }])
})

test('two spellings of one deposit a few km apart', () => {
  const named = (id: string, en: string, position: [number, number], more = {}) =>
    deposit(id, position, { name: { en, ur: null, zh: null }, ...more })
  const first = named('saindak', 'Saindak', at)
  const second = named('sandak', 'Saindek mine', [61.62, 29.22])
  expect(duplicateDeposits(deposits(first, second))).toMatchObject([
    { where: 'deposits/saindak', what: expect.stringContaining('deposits/sandak') },
  ])
  expect(duplicateDeposits(deposits(first, named('sandak', 'Saindek mine', [62.6, 29.2])))).toEqual([])
  expect(duplicateDeposits(deposits(first, named('sandak', 'Tanjeel', [61.62, 29.22])))).toEqual([])
  expect(
    duplicateDeposits(deposits(first, { ...second, properties: { ...second.properties, partOf: 'saindak' } })),
  ).toEqual([])
  expect(
    duplicateDeposits(
      deposits(first, { ...second, properties: { ...second.properties, sharesGroundWith: ['saindak'] } }),
    ),
  ).toEqual([])
})

test('shared ground may be said on either of the two', () => {
  const [first, second] = [deposit('gunga', at), deposit('gungah', at)]
  const sharing = (one: StoredFeature, other: string) => ({
    ...one,
    properties: { ...one.properties, sharesGroundWith: [other] },
  })
  expect(duplicateDeposits(deposits(first, second))).toHaveLength(1)
  expect(duplicateDeposits(deposits(sharing(first, 'gungah'), second))).toEqual([])
  expect(duplicateDeposits(deposits(first, sharing(second, 'gunga')))).toEqual([])
})

test('blocks and licences with other numbers are not duplicates', () => {
  const block = (id: string, en: string) => deposit(id, at, { name: { en, ur: null, zh: null } })
  expect(duplicateDeposits(deposits(block('a', 'Chagai EL-207'), block('b', 'Chagai EL-302')))).toEqual([])
})

test('a missing notice, a stale notice, a licence that does not exist, ODbL without attribution', () => {
  const good = stored('deposits', [])
  const run = (change: object) => licences(new Map([['deposits', { ...good, ...change }]])).map(({ what }) => what)
  expect(run({})).toEqual([])
  expect(run({ notice: null })).toEqual(['has no NOTICE.md'])
  expect(run({ notice: 'old' })).toEqual(['has a NOTICE.md that differs from dataset.ts'])
  expect(run({ definition: { ...good.definition, licence: '' } })).toEqual(['has no licence'])
  expect(run({ definition: { ...good.definition, attribution: [] }, notice: 'x' })).toContain(
    'is ODbL without attribution',
  )
})

test('a citation that leads nowhere', () => {
  const source = { id: 'sml', geometry: null, properties: {} }
  const mine = deposit('x', at, { provenance: { citations: cited } })
  expect(citations(worldOf({ deposits: [mine], sources: [source] }))).toEqual([])
  expect(citations(worldOf({ deposits: [mine], sources: [] }))).toMatchObject([
    { what: expect.stringContaining('"sml"') },
  ])
})

test('orphan references and parts of parts', () => {
  const orphan = deposit('x', at, { partOf: 'nowhere' })
  expect(references(deposits(orphan))).toMatchObject([
    { where: 'deposits/x', what: expect.stringContaining('nowhere') },
  ])
  const chain = [deposit('a', at), deposit('b', at, { partOf: 'a' }), deposit('c', at, { partOf: 'b' })]
  expect(references(deposits(...chain))).toEqual([])
  expect(parts(deposits(...chain))).toMatchObject([{ where: 'deposits/c' }])
  const plant = { id: 'smelter', geometry: null, properties: { feedFrom: ['nowhere'] } }
  expect(references(worldOf({ deposits: [], processing: [plant] }))).toHaveLength(1)
})

test('geometry: latitude beyond 90, an open ring, an id used twice', () => {
  const ring: [number, number][] = [
    [61, 29],
    [62, 29],
    [62, 30],
    [61, 30],
  ]
  const area = { id: 'a', geometry: { type: 'Polygon' as const, coordinates: [ring] }, properties: {} }
  expect(geometries(deposits(deposit('x', [29, 161])))).toMatchObject([{ where: 'deposits/x' }])
  expect(geometries(worldOf({ provinces: [area] }))).toMatchObject([{ what: '1 rings are not closed' }])
  expect(geometries(deposits(deposit('x', at), deposit('x', at)))).toMatchObject([{ what: 'uses an id twice' }])
})

test('a record that breaks its schema is named with the path', () => {
  const faults = schemas(deposits(deposit('x', at, { status: 'closed' })))
  expect(faults.map(({ what }) => what)).toContainEqual(expect.stringMatching(/^properties\.status: /))
})
