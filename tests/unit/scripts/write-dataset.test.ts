/** Files of datasets: order, rounding, refusal with dataset, feature and path. */
import { expect, test } from 'vitest'
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import type { BuiltFeature } from '#scripts/build/builder.ts'
import { datasetText, noticeText, roundedGeometry } from '#scripts/build/write-dataset.ts'

const definition = defineDataset({
  id: 'wells',
  title: { en: 'Wells', ur: 'کنویں', zh: '井' },
  group: 'environment',
  geometry: 'point',
  properties: FeatureProperties.extend({ depthM: z.number().nullable() }),
  sources: [{ title: 'List of wells', publisher: 'Nobody', url: null, vintage: '2020', licence: 'CC0' }],
  licence: 'ODbL-1.0',
  attribution: ['© OpenStreetMap contributors'],
  vintage: '2020',
  accuracy: 'Invented for this test.',
  searchable: false,
  tiles: null,
})
const well = (id: string, lon = 67.123456789): BuiltFeature => ({
  id,
  geometry: { type: 'Point', coordinates: [lon, 30] },
  properties: { depthM: 3, geometryQuality: 'exact', name: { en: id, ur: null, zh: null } },
})

test('one feature a line, by id, keys in the order of the schema, five decimals', () => {
  const text = datasetText(definition, [well('b'), well('a')])
  const lines = text.split('\n')
  expect(lines).toHaveLength(5)
  expect(lines[1]).toBe(
    '{"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[67.12346,30]},"properties":{"name":{"en":"a","ur":null,"zh":null},"geometryQuality":"exact","depthM":3}},',
  )
  expect(datasetText(definition, [well('a'), well('b')])).toBe(text)
  expect(JSON.parse(text).features).toHaveLength(2)
})

test('faults name dataset, feature and path, all in one message', () => {
  const bad = { ...well('a'), properties: { ...well('a').properties, depthM: 'deep' } }
  const swapped = { ...well('b'), geometry: { type: 'Point' as const, coordinates: [30, 167] as [number, number] } }
  const extra = { ...well('c'), properties: { ...well('c').properties, colour: 'red' } }
  const run = () => datasetText(definition, [bad, swapped, extra, well('c'), well('C d')])
  expect(run).toThrow(/wells\/a: properties\.depthM/)
  expect(run).toThrow(/wells\/b: geometry/)
  expect(run).toThrow(/wells\/c: properties\.colour: not in the schema/)
  expect(run).toThrow(/wells\/c: id is used twice/)
  expect(run).toThrow(/wells\/C d: id does not match/)
})

test('rounding merges positions and drops what collapses', () => {
  const near = 0.000001
  expect(
    roundedGeometry({
      type: 'LineString',
      coordinates: [
        [67, 30],
        [67 + near, 30],
        [68, 30],
      ],
    }),
  ).toEqual({
    type: 'LineString',
    coordinates: [
      [67, 30],
      [68, 30],
    ],
  })
  expect(
    roundedGeometry({
      type: 'LineString',
      coordinates: [
        [67, 30],
        [67 + near, 30],
      ],
    }),
  ).toBeNull()
})

test('the notice carries licence, sources and attribution', () => {
  const notice = noticeText(definition)
  for (const part of ['ODbL-1.0', 'List of wells', '© OpenStreetMap contributors', 'Invented for this test.'])
    expect(notice).toContain(part)
})
