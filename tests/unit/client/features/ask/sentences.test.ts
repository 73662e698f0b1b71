/** Answers as sentences, and the report that carries them. */
import { expect, test } from 'vitest'
import { reportText } from '#client/features/ask/report-text.ts'
import {
  bandSentence,
  conditionsInWords,
  conditionsSentence,
  nearSentence,
  withinSentence,
} from '#client/features/ask/sentences.ts'
import { whatInWords } from '#client/features/ask/use-asked.ts'
import { loadCatalogue } from '#client/i18n/catalogue.ts'
import { ENGLISH } from '#client/i18n/en/index.ts'
import { createMessages } from '#client/i18n/translate.ts'
import { DATASETS } from '#geodata/datasets/catalogue.ts'

const messages = createMessages('en', ENGLISH)
const copper = (count: number) => ({ count, parts: 0, what: count === 1 ? 'copper deposit' : 'copper deposits' })
const nearest = { name: 'Battagram', distanceKm: 12.4, bearingDeg: 91 }

test('how many lie within a distance, and which is nearest', () => {
  const place = 'the western alignment'
  expect(nearSentence(messages, { place, withinKm: 50, counted: copper(7), nearest })).toBe(
    '7 copper deposits lie within 50 km of the western alignment; the nearest is Battagram at 12.4 km.',
  )
  expect(nearSentence(messages, { place, withinKm: 50, counted: { ...copper(1), parts: 2 }, nearest })).toBe(
    '1 copper deposit (and 2 parts of deposits) lies within 50 km of the western alignment; the nearest is Battagram at 12.4 km.',
  )
  expect(nearSentence(messages, { place, withinKm: 1.5, counted: copper(0), nearest: null })).toBe(
    'No copper deposits lie within 1.5 km of the western alignment.',
  )
  expect(nearSentence(messages, { place, withinKm: 0, counted: null, nearest })).toBe(
    'The nearest to the western alignment is Battagram at 12.4 km, east.',
  )
})

test('inside, along and under conditions', () => {
  expect(withinSentence(messages, copper(3), 'Sindh', 'within')).toBe('3 copper deposits lie wholly inside Sindh.')
  expect(withinSentence(messages, copper(1), 'Sindh', 'intersects')).toBe(
    '1 copper deposit lies inside or on the edge of Sindh.',
  )
  const band = { counted: copper(4), place: 'N-40', withinKm: 30 }
  expect(bandSentence(messages, { ...band, firstKm: 3.2, lastKm: 512.9 })).toBe(
    '4 copper deposits lie within 30 km of N-40, from km 3 to km 513 along it.',
  )
  expect(bandSentence(messages, { ...band, counted: copper(0), firstKm: null, lastKm: null })).toBe(
    'No copper deposits lie within 30 km of N-40.',
  )
  const words = conditionsInWords(messages, { grid: 50, railway: 100 }, { protectedArea: 0, settlement: 5 })
  expect(words).toBe(
    'within 100 km of the nearest railway, within 50 km of the nearest power grid, more than 5 km from the nearest town, outside protected areas',
  )
  expect(conditionsSentence(messages, copper(2), words)).toBe(`2 copper deposits lie ${words}.`)
  expect(conditionsInWords(messages, {}, {})).toBe('anywhere in Pakistan')
})

test('the same in Urdu and Chinese, in their own order and number', async () => {
  const urdu = createMessages('ur', await loadCatalogue('ur'))
  const whatInUrdu = (count: number) => whatInWords(urdu, ['deposits'], { commodity: ['copper'] }, count)
  const near = (count: number) => ({ count, parts: 0, what: whatInUrdu(count) })
  const band = { place: 'این-40', withinKm: 30, firstKm: 3.2, lastKm: 512.9 }
  expect(bandSentence(urdu, { ...band, counted: near(4) })).toBe(
    'این-40 سے 30 کلومیٹر کے اندر 4 ذخائر (تانبا) ہیں، راہداری کے کلومیٹر 3 سے کلومیٹر 513 تک۔',
  )
  expect(bandSentence(urdu, { ...band, counted: { ...near(1), parts: 2 } })).toBe(
    'این-40 سے 30 کلومیٹر کے اندر 1 ذخیرہ (تانبا) (اور ذخائر کے 2 حصے) ہے، راہداری کے کلومیٹر 3 سے کلومیٹر 513 تک۔',
  )
  const chinese = createMessages('zh', await loadCatalogue('zh'))
  const counted = { count: 7, parts: 1, what: whatInWords(chinese, ['deposits'], { commodity: ['copper'] }, 7) }
  expect(nearSentence(chinese, { place: '西线', withinKm: 50, counted, nearest })).toBe(
    '距西线 50 公里以内有 7 个铜矿床（另有 1 个矿床组成部分）；最近的是Battagram，距离 12.4 公里。',
  )
  const words = conditionsInWords(chinese, { grid: 50, railway: 100 }, { protectedArea: 0 })
  expect(conditionsSentence(chinese, { ...counted, parts: 0 }, words)).toBe(
    '有 7 个铜矿床符合条件：距最近的铁路不超过 100 公里、距最近的电网不超过 50 公里和位于保护区之外。',
  )
})

test('a report names question, answer, lines, filter, sources, day and link', () => {
  const info = DATASETS.filter(({ id }) => id === 'deposits' || id === 'ports').map((dataset) => ({
    ...dataset,
    ...{
      sources: [],
      licence: { id: dataset.licence, title: dataset.licence, url: null },
      featureCount: 1,
      version: 'x',
      tiles: null,
    },
    attribution: [...dataset.attribution],
  }))
  const text = reportText(
    { asked: 'What is near?', sentence: 'Nothing.', lines: ['Duddar, 3 km', 'Saindak, 5 km'], datasets: ['deposits'] },
    info,
    { date: new Date('2026-11-24T12:00:00Z'), link: 'https://atlas.example/?v=1', filter: 'Copper' },
    messages,
  )
  const lines = text.split('\n')
  expect(lines.slice(0, 4)).toEqual([
    'Orelink, 24 Nov 2026',
    'Question: What is near?',
    'Filter: Copper',
    'Answer: Nothing.',
  ])
  expect(lines).toContain('2. Saindak, 5 km')
  expect(lines.at(-1)).toBe('Link: https://atlas.example/?v=1')
  const sources = lines.find((line) => line.startsWith('Sources: ')) ?? ''
  expect(sources).toContain('Mineral deposits')
  expect(sources).not.toContain('orts')
})
