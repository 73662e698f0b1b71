/** Every reason for refusing a filter has its words in each language, with the values that English has. */
import { describe, expect, test } from 'vitest'
import { refusalText } from '#client/features/filters/cql2-words.ts'
import { translator } from '#client/i18n/topic.ts'
import { CQL2_WORDS } from '#client/i18n/topics/cql2.ts'
import { createMessages } from '#client/i18n/translate.ts'
import { Cql2Refusal, REASONS, THINGS } from '#geodata/cql2/refusal.ts'

const valuesIn = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name).sort()
const place = { encoding: 'text', offset: 27 } as const

describe.each(['en', 'ur', 'zh'] as const)('in %s', (language) => {
  test('the catalogue is whole', async () => {
    const [english, texts] = [CQL2_WORDS.english, await CQL2_WORDS.load(language)]
    expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort())
    for (const [key, text] of Object.entries(texts))
      expect(valuesIn(text), key).toEqual(valuesIn(Reflect.get(english, key)))
    const script = { en: /\p{Script=Latin}/u, ur: /\p{Script=Arabic}/u, zh: /\p{Script=Han}/u }[language]
    for (const [key, text] of Object.entries(texts)) expect(text, key).toMatch(script)
    if (language === 'ur')
      for (const [key, text] of Object.entries(texts)) expect(text, key).not.toMatch(/[\u0643\u064a]/)
  })

  test('a refusal names its place and what stands there', async () => {
    const word = translator(await CQL2_WORDS.load(language), language)
    const messages = createMessages(language, {})
    const refusal = new Cql2Refusal('unknown-property', place, { name: '‘importanc’', nearest: '‘importance’' })
    const text = refusalText(word, messages, refusal)
    for (const piece of ['28', '‘importanc’', '‘importance’']) expect(text).toContain(piece)
    const typed = new Cql2Refusal('expected-here', place, { expected: ['number', 'text'] })
    expect(refusalText(word, messages, typed)).toContain(`${word('thing.number')} / ${word('thing.text')}`)
  })
})

test('English says what the server says', () => {
  const texts = CQL2_WORDS.english
  for (const [reason, text] of Object.entries(REASONS)) expect(Reflect.get(texts, `reason.${reason}`)).toBe(text)
  for (const [thing, text] of Object.entries(THINGS)) expect(Reflect.get(texts, `thing.${thing}`)).toBe(text)
  expect(Object.keys(texts)).toHaveLength(8 + Object.keys(REASONS).length + Object.keys(THINGS).length)
})
