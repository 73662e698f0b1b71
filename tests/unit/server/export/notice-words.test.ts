/** What a file says of itself, in the reader's language: every heading its own words, the columns' names left alone. */
import { expect, test } from 'vitest'
import { DATASETS } from '#geodata/datasets/catalogue.ts'
import { noticeOf, noticeRows } from '#server/export/notice.ts'
import { NOTICE_WORDS } from '#server/export/notice-words.ts'

const deposits = DATASETS.find(({ id }) => id === 'deposits')
if (!deposits) throw new Error('there is no dataset of deposits')
const rest = { selection: null, featureCount: 3, takenOn: '2026-11-24T00:00:00Z', origin: 'https://atlas.example' }
const state = { id: 'deposits', version: 'v1', featureCount: 3, loadedAt: '2026-11-24', bbox: null }

test.each([
  ['ur', /^\p{Script=Arabic}/u, 'سب کچھ'],
  ['zh', /^\p{Script=Han}/u, '全部'],
  ['en', /^[A-Z]/, 'everything'],
] as const)('in %s', (language, script, everything) => {
  const notice = noticeOf(deposits, state, { language, ...rest })
  const rows = noticeRows(notice)
  for (const [label] of rows) expect(label).toMatch(script)
  expect(notice.title).toContain(deposits.title[language])
  expect(rows.find(([label]) => label === NOTICE_WORDS[language].selection)?.[1]).toBe(everything)
  const labels = Object.values(NOTICE_WORDS[language])
  expect(new Set(labels).size).toBe(labels.length)
})
