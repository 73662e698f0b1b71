/** Citations: longest opening wins, folders first, remarks join, memory is memory, nothing leads nowhere. */
import { expect, test } from 'vitest'
import { GENERAL_KNOWLEDGE } from '#geodata/contract/provenance.ts'
import {
  bareCitation,
  citationsWithin,
  resolveCitations,
  type SourceRecord,
  splitCitations,
} from '#scripts/build/citations.ts'

const source = (id: string, short: string, folder = ''): SourceRecord => ({
  id,
  short,
  folder,
  publisher: null,
  year: null,
  kind: null,
  url: null,
  note: null,
})
const sources = [
  source('dawn', 'Dawn'),
  source('dawn-2019', 'Dawn 2019-12-29'),
  source('tdmi', 'TDMI news'),
  source('tdmi-2', 'TDMI news', 'projects'),
]
const ids = (cell: string, folder?: string) =>
  resolveCitations(cell, sources, folder).map((citation) => citation.source)

test('the longest opening words win, whatever the case and punctuation', () => {
  expect(ids('Dawn 2019-12-29 (500,000 t)')).toEqual(['dawn-2019'])
  expect(ids('DAWN, 2019 12 29')).toEqual(['dawn-2019'])
  expect(ids('Dawn 967891')).toEqual(['dawn'])
})

test('opening words end at a word: "Dawnson" is not Dawn', () => {
  expect(ids('Dawnson 2010')).toEqual(['cited-dawnson-2010'])
})

test('the list of the folder wins over the main one', () => {
  expect(ids('TDMI news')).toEqual(['tdmi'])
  expect(ids('TDMI news', 'projects')).toEqual(['tdmi-2'])
})

test('semicolons inside brackets do not split', () => {
  expect(splitCitations('Dawn (a; b); TDMI news')).toEqual(['Dawn (a; b)', 'TDMI news'])
})

test('memory resolves to the record of memory, a remark joins the citation before it', () => {
  expect(ids('position: general knowledge, unverified')).toEqual([GENERAL_KNOWLEDGE])
  expect(resolveCitations('Dawn; derived 3/4', sources)).toEqual([{ text: 'Dawn; derived 3/4', source: 'dawn' }])
})

test('two remarks about one unlisted source lead to one record', () => {
  expect(ids('Nobody 2020 (page 3); Nobody 2020 (page 9)')).toEqual(['cited-nobody-2020', 'cited-nobody-2020'])
  expect(bareCitation('Nobody 2020 (page 3)')).toBe('Nobody 2020')
})

test('citations are found however deep they lie', () => {
  const citation = { text: 'Dawn', source: 'dawn' }
  expect(citationsWithin({ a: [{ b: { citations: [citation] } }], c: 1 })).toEqual([citation])
})
