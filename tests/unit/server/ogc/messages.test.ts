/** The texts of the pages: complete in three languages, readable by their formatter, with the same values in each. */
import { expect, test } from 'vitest'
import { EN, type MessageKey } from '#server/ogc/messages/en.ts'
import { textIn } from '#server/ogc/messages/text-in.ts'
import { UR } from '#server/ogc/messages/ur.ts'
import { ZH } from '#server/ogc/messages/zh.ts'

const keys = Object.keys(EN) as MessageKey[]
const VALUES = { count: 3, title: 'Ports', returned: 3, matched: 12, from: 2, to: 9 }
const namesIn = (text: string) => [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name))].sort()

test('each language has every text, and every text its values', () => {
  for (const catalogue of [UR, ZH])
    for (const key of keys) {
      expect(catalogue[key]?.length, key).toBeGreaterThan(0)
      expect(namesIn(catalogue[key]), key).toEqual(namesIn(EN[key]))
    }
  expect(keys.length).toBeGreaterThan(80)
})

test('each text can be written', () => {
  for (const language of ['en', 'ur', 'zh'] as const)
    for (const key of keys) expect(textIn(language)(key, VALUES), `${language} ${key}`).not.toMatch(/[{}]/)
  expect(textIn('en')('collections.features', { count: 1 })).toBe('1 feature')
})
