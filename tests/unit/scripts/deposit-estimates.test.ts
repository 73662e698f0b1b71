/** Rival tonnages are read out of notes and citations; sums, outputs and other areas are not. */
import { expect, test } from 'vitest'
import type { SourceRecord } from '#scripts/build/citations.ts'
import { resourceOf, rivalsOf } from '#scripts/build/deposit-estimates.ts'
import { depositTypeOf } from '#scripts/build/deposit-types.ts'

const sources: SourceRecord[] = ['The News 2016-01-04', 'MEED'].map((short) => ({
  id: short.toLowerCase().replaceAll(' ', '-'),
  short,
  folder: '',
  publisher: null,
  year: null,
  kind: null,
  url: null,
  note: null,
}))
const rivals = (note: string | null, source = 'The News 2016-01-04', resourceMt = '100') => {
  const row = { id: 'x', note, source, resource_mt: resourceMt }
  const resource = resourceOf(row, [{ text: source, source: 'a' }], 'high')
  return rivalsOf(row, resource, sources, 'high')
}
const tonnages = (note: string) => rivals(note).map((rival) => rival.tonnageMt)

test('tonnage, grades, category, year and the verbatim sentence', () => {
  expect(rivals('Old works. Earlier resource 10.3 Mt at 11.4% Zn, 2.1% Pb in 1996 (MEED).')).toEqual([
    {
      tonnageMt: 10.3,
      category: 'resource',
      grades: [
        { commodity: 'zinc', value: 11.4, unit: '%' },
        { commodity: 'lead', value: 2.1, unit: '%' },
      ],
      gradeText: null,
      reportingCode: null,
      year: 1996,
      citations: [{ text: 'Earlier resource 10.3 Mt at 11.4% Zn, 2.1% Pb in 1996 (MEED).', source: 'meed' }],
      confidence: 'medium',
      text: 'Earlier resource 10.3 Mt at 11.4% Zn, 2.1% Pb in 1996 (MEED).',
    },
  ])
})

test('units: Gt, billion tonnes, thousands separators, both ends of a range but not the main figure', () => {
  expect(tonnages('M&I 3.0 Gt plus 2.9 Gt inferred.')).toEqual([3000, 2900])
  expect(tonnages('Wikipedia says about 200 bn t.')).toEqual([200000])
  expect(tonnages('Rivals: 4,700 Mt.')).toEqual([4700])
  expect(tonnages('Reported tonnage varies 100-610 Mt.')).toEqual([610])
})

test('rates, national totals, sums of several deposits and contained metal are no rivals', () => {
  for (const note of [
    'Plant 45 Mt/y ore.',
    'Punjab total 235 Mt.',
    'The three rows add up to 460 Mt.',
    '166 Mt is shared with Pezu.',
    '992,400 t Zn contained.',
    'National exports of 1.37 Mt.',
  ])
    expect(tonnages(note), note).toEqual([])
})

test('a reserve is called reserve only where the words say so', () => {
  expect(rivals('In-pit reserve 78.5 Mt at 0.43% Cu.')[0]?.category).toBe('reserve')
  expect(rivals('TDMI quotes 250 Mt.')[0]?.category).toBe('unclassified')
})

test('a figure in the remark of a citation is cited to it', () => {
  expect(rivals(null, 'The News 2016-01-04 (610 Mt)')).toMatchObject([
    { tonnageMt: 610, year: 2016, citations: [{ source: 'the-news-2016-01-04' }] },
  ])
})

test('the main figure is cited to the documents that state it, else to all of the row', () => {
  const cite = (resourceMt: string) =>
    resourceOf(
      { id: 'x', resource_mt: resourceMt },
      [
        { text: 'A (165 Mt)', source: 'a' },
        { text: 'B (1.3 bn t)', source: 'b' },
      ],
      'high',
    )?.citations.map(({ source }) => source)
  expect(cite('165')).toEqual(['a'])
  expect(cite('1300')).toEqual(['b'])
  expect(cite('7')).toEqual(['a', 'b'])
})

test('a claim is of low confidence', () => {
  expect(rivals('Wikipedia claims 500 Mt.')[0]?.confidence).toBe('low')
})

test('an unknown deposit type is refused, not guessed', () => {
  expect(depositTypeOf('porphyry Cu-Au')).toBe('porphyry')
  expect(() => depositTypeOf('meteorite')).toThrow(/meteorite/)
})
