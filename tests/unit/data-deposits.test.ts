/** The deposits as published: counts, names, parts and figures that can be checked against the outside. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { distance } from '@turf/turf'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { Deposit } from '#geodata/contract/deposit.ts'
import { PointGeometry } from '#geodata/contract/geo.ts'

const Collection = z.object({
  features: z.array(z.object({ id: z.string(), geometry: PointGeometry, properties: Deposit })),
})
const path = resolve(import.meta.dirname, '../../geodata/datasets/deposits/features.geojson')
const { features } = Collection.parse(JSON.parse(readFileSync(path, 'utf8')))
const byId = new Map(features.map((feature) => [feature.id, feature]))

function deposit(id: string) {
  const feature = byId.get(id)
  if (!feature) throw new Error(`no deposit ${id}`)
  return feature
}
const namesOf = (id: string) => {
  const { name, altNames } = deposit(id).properties
  return [name.en, name.ur, name.zh, ...(altNames ?? [])]
}

test('every row is there once', () => {
  expect(features).toHaveLength(197)
  expect(byId.size).toBe(197)
})

test('spellings of the press and names in Urdu and Chinese lead to their deposit', () => {
  expect(namesOf('duddar')).toEqual(expect.arrayContaining(['Duddar', 'Dodar', 'Dudher', '杜达铅锌矿']))
  expect(namesOf('saindak')).toEqual(expect.arrayContaining(['سیندک', '山达克']))
  expect(namesOf('reko-diq')).toEqual(expect.arrayContaining(['ریکوڈک', '雷科迪克']))
})

test('parts: three of Saindak, two of Reko Diq, six of Thar, two of Muslim Bagh, none a parent itself', () => {
  const parts = features.filter(({ properties }) => properties.partOf !== null)
  const counts: Record<string, number> = {}
  for (const { properties } of parts) counts[properties.partOf ?? ''] = (counts[properties.partOf ?? ''] ?? 0) + 1
  expect(counts).toEqual({ saindak: 3, 'reko-diq': 2, thar: 6, 'muslim-bagh': 2 })
  expect(parts.filter(({ id }) => counts[id] !== undefined)).toEqual([])
})

test('shared ground holds both ways', () => {
  for (const { id, properties } of features)
    for (const other of properties.sharesGroundWith) expect(deposit(other).properties.sharesGroundWith).toContain(id)
  expect(deposit('duddar').properties.sharesGroundWith).toEqual(['duddar-barite'])
})

test('Reko Diq lies near 62.1 E 29.1 N, 38 km from where two databases put it', () => {
  const km = distance(deposit('reko-diq').geometry.coordinates, [62.433, 28.97])
  expect(km).toBeGreaterThan(30)
  expect(km).toBeLessThan(45)
})

test('no resource is called reserve unless its source says so', () => {
  const reserves = features.filter(({ properties }) => properties.resource?.category === 'reserve').map(({ id }) => id)
  expect(reserves).toEqual(['reko-diq-western-porphyries'])
})

test('rival figures of Duddar and Chiniot are kept beside the main one', () => {
  const rivals = (id: string) => deposit(id).properties.rivals.map(({ tonnageMt }) => tonnageMt)
  expect(deposit('duddar').properties.resource?.tonnageMt).toBe(14.48)
  expect(rivals('duddar')).toEqual([10.3, 50])
  expect(deposit('chiniot').properties.resource?.tonnageMt).toBe(165)
  expect(rivals('chiniot')).toEqual(expect.arrayContaining([610, 195, 250]))
})

test('all spellings of MCC are one partner', () => {
  const partners = new Set(features.map(({ properties }) => properties.chinesePartner).filter((name) => name !== null))
  expect([...partners].sort()).toEqual([
    'China Machinery Engineering Corporation (CMEC)',
    'China National Coal Development',
    'Metallurgical Corporation of China (MCC)',
    'Shanghai Electric',
  ])
})

test('a town that stands in for a deposit never looks exact', () => {
  for (const { id, properties } of features) {
    if (properties.positionBasis !== 'town') continue
    expect(properties.geometryQuality, id).toBe('district')
    expect(properties.positionAccuracyKm, id).toBeGreaterThanOrEqual(10)
  }
})

test('a statement from memory alone is of low confidence', () => {
  const bold = features.filter(
    ({ properties: { provenance } }) =>
      provenance?.citations.every(({ source }) => source === 'general-knowledge-unverified') &&
      provenance.confidence !== 'low',
  )
  expect(bold.map(({ id }) => id)).toEqual([])
})
