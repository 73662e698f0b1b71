/** What is in the ground: units, categories apart, no part beside its parent; groups that add up. */
import { expect, test } from 'vitest'
import type { Deposit, ResourceEstimate } from '#geodata/contract/deposit.ts'
import { contentsOf } from '#geodata/deposit/contained-metal.ts'
import { type FigureRecord, figuresOf } from '#geodata/deposit/figures.ts'
import { hexagonAt, hexagonOutline } from '#geodata/deposit/hexagon.ts'
import { bandOf, summarise } from '#geodata/deposit/summarise.ts'
import { covers } from '#geodata/spatial/planar.ts'
import { deposit } from '../../../contract/storage-world.ts'

type Grade = ResourceEstimate['grades'][number]

function estimate(tonnageMt: number | null, grades: Grade[], category: ResourceEstimate['category'] = 'resource') {
  const rest = { gradeText: null, reportingCode: null, year: 2020, citations: [{ text: 'x', source: 'x' }], text: null }
  return { tonnageMt, category, grades, confidence: 'high' as const, ...rest }
}
const copper = (value: number): Grade => ({ commodity: 'copper', value, unit: '%' })
const gold = (value: number): Grade => ({ commodity: 'gold', value, unit: 'g/t' })
function record(id: string, change: Partial<Deposit> = {}): FigureRecord {
  return { ...deposit(id, change).properties, id, position: [66, 29] }
}
/** All of them, in any order, by district or by commodity. */
function summaryOf(records: readonly FigureRecord[], by: 'district' | 'commodity' = 'district') {
  const figures = figuresOf([...records].sort((a, b) => (a.id < b.id ? -1 : 1)))
  return summarise(figures, Uint32Array.from(records.keys()), figures[by], by === 'commodity')
}
const metalOf = (records: readonly FigureRecord[]) => summaryOf(records).total.metal

test('100 Mt at 0.5 % copper and 0.3 g/t gold hold 500,000 t and 30 t', () => {
  const contents = contentsOf(estimate(100, [copper(0.5), gold(0.3)]))
  expect(contents.map(({ commodity, tonnes }) => [commodity, Math.round(tonnes * 1000) / 1000])).toEqual([
    ['copper', 500_000],
    ['gold', 30],
  ])
})

test('no tonnage, no grade and a heating value hold nothing', () => {
  const coal: Grade = { commodity: 'coal', value: 11, unit: 'MJ/kg' }
  const records = [
    record('a', { resource: null }),
    record('b', { resource: estimate(null, [copper(1)]) }),
    record('c', { resource: estimate(5, []) }),
    record('d', { resource: estimate(5, [coal]) }),
  ]
  expect(metalOf(records)).toEqual([])
})

test('resources, reserves and unclassified figures are never added to each other', () => {
  const records = (['resource', 'reserve', 'unclassified', 'reserve'] as const).map((category, index) =>
    record(`d${index}`, { resource: estimate(10, [copper(1)], category) }),
  )
  expect(metalOf(records)).toEqual([
    { commodity: 'copper', category: 'reserve', tonnes: 200_000, deposits: 2 },
    { commodity: 'copper', category: 'resource', tonnes: 100_000, deposits: 1 },
    { commodity: 'copper', category: 'unclassified', tonnes: 100_000, deposits: 1 },
  ])
})

test("a parent's figure stands for its parts, whatever their category, and theirs only where it has none", () => {
  const parent = record('whole', { resource: estimate(100, [copper(1)], 'reserve') })
  const part = record('part', { partOf: 'whole', resource: estimate(60, [copper(1), gold(1)]) })
  const deep = record('deep', { partOf: 'part', resource: estimate(20, [copper(1), gold(2)]) })
  const told = (records: readonly FigureRecord[]) =>
    metalOf(records).map(
      ({ commodity, category, tonnes, deposits }) => `${commodity} ${category} ${tonnes} of ${deposits}`,
    )
  expect(told([deep, part, parent])).toEqual(['copper reserve 1000000 of 1', 'gold resource 60 of 1'])
  expect(told([part])).toEqual(['copper resource 600000 of 1', 'gold resource 60 of 1'])
  // What stands between two is not asked about: then neither stands for the other.
  expect(told([deep, parent])).toEqual([
    'copper reserve 1000000 of 1',
    'copper resource 200000 of 1',
    'gold resource 40 of 1',
  ])
})

test('a part in another group than its parent is counted and summed once', () => {
  const parent = record('whole', { district: 'chagai', resource: estimate(100, [copper(1)]) })
  const part = record('part', { district: 'kharan', partOf: 'whole', resource: estimate(60, [copper(1)]) })
  const { total, rows } = summaryOf([parent, part])
  expect(total).toEqual({
    count: { deposits: 1, parts: 1 },
    metal: [{ commodity: 'copper', category: 'resource', tonnes: 1_000_000, deposits: 1 }],
  })
  expect(rows.map(({ key, count, metal }) => [key, count.deposits, count.parts, metal.length])).toEqual([
    ['chagai', 1, 0, 1],
    ['kharan', 0, 1, 0],
  ])
})

test('by commodity a row holds its own metal alone', () => {
  const both = record('a', { commodities: ['copper', 'gold'], resource: estimate(100, [copper(1), gold(1)]) })
  const { rows } = summaryOf([both], 'commodity')
  expect(rows.map(({ key, metal }) => [key, metal.map(({ commodity }) => commodity)])).toEqual([
    ['copper', ['copper']],
    ['gold', ['gold']],
  ])
})

test('a hexagon holds the place that it was found by; a band its edge', () => {
  for (const resolution of [2, 3, 4, 5]) {
    const outline = hexagonOutline(hexagonAt([66.4, 28.2], resolution))
    expect(covers([outline.coordinates], [66.4, 28.2])).toBe(true)
  }
  expect([0, 25, 25.01, 50, 99, 100, 101].map(bandOf)).toEqual([
    '0-25',
    '0-25',
    '25-50',
    '25-50',
    '50-100',
    '50-100',
    '100-',
  ])
})
