/** Problems speak the reader's language: title and detail by Accept-Language, code and status the same in all. */
import request from 'supertest'
import { expect, test } from 'vitest'
import { PROBLEMS, Problem, ProblemCode } from '#geodata/contract/problem.ts'
import { languageOf, problemDetail, problemTitle } from '#server/http/problem-words.ts'
import { openAtlas } from './atlas-app.ts'

const atlas = await openAtlas()

test.each([
  ['en', 'en', /nothing|dataset/],
  ['ur-PK,ur;q=0.9,en;q=0.5', 'ur', /اس پتے پر کچھ نہیں۔ \u2068No dataset/],
  ['zh-CN,zh;q=0.9', 'zh', /此地址没有内容。 \u2068No dataset/],
  ['de-DE,de', 'en', /^No dataset/],
])('a reader who asks for %s is told in %s', async (header, language, detail) => {
  const answer = await request(atlas.app).get('/api/names/nowhere').set('Accept-Language', header)
  expect(answer.status).toBe(404)
  expect(answer.headers['content-language']).toBe(language)
  expect(answer.headers.vary).toContain('Accept-Language')
  const problem = Problem.parse(answer.body)
  expect(problem.code).toBe('not-found')
  expect(problem.detail).toMatch(detail)
})

test('tiles refuse in the reader’s language too', async () => {
  const answer = await request(atlas.app).get('/tiles/nowhere/0/0/0.mvt').set('Accept-Language', 'zh')
  expect(answer.headers['content-language']).toBe('zh')
  expect(Problem.parse(answer.body).title).toBe(problemTitle('not-found', 'zh'))
})

test('every problem has its own words in each language', () => {
  expect(ProblemCode.options.length).toBe(Object.keys(PROBLEMS).length)
  for (const language of ['en', 'ur', 'zh'] as const) {
    const titles = ProblemCode.options.map((code) => problemTitle(code, language))
    expect(new Set(titles).size, language).toBe(titles.length)
    const script = { en: /^[A-Z]/, ur: /^\p{Script=Arabic}/u, zh: /^\p{Script=Han}/u }[language]
    for (const title of titles) expect(title).toMatch(script)
  }
  expect(problemDetail('not-found', 'No port.', 'en')).toBe('No port.')
})

test('weights decide, what is refused or unreadable is passed over', () => {
  expect(languageOf('en;q=0.2, zh;q=0.8')).toBe('zh')
  expect(languageOf('ur;q=0, zh;q=0.1')).toBe('zh')
  expect(languageOf(undefined)).toBe('en')
  expect(languageOf('*')).toBe('en')
  expect(languageOf(`${'x,'.repeat(50_000)}ur`)).toBe('en')
})

test('names come in three languages, and a dataset of more than a thousand is refused', async () => {
  const answer = await request(atlas.app).get('/api/names/provinces')
  expect(answer.body.names).toContainEqual({
    id: 'balochistan',
    name: expect.objectContaining({ ur: 'بلوچستان', zh: '俾路支省' }),
  })
  expect((await request(atlas.app).get('/api/names/built-up')).status).toBe(400)
})
