/** Texts of single topics: complete in three languages, compiled, in their own script, with the same values, and all used. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { defineTopic, translator } from '#client/i18n/topic.ts'
import { DESK } from '#client/i18n/topics/desk.ts'
import { ECONOMICS } from '#client/i18n/topics/economics.ts'
import { FACT_SHEET } from '#client/i18n/topics/fact-sheet.ts'
import { REGIONS } from '#client/i18n/topics/regions.ts'

const ROOT = resolve(import.meta.dirname, '../../../..')
const TOPICS = { 'fact-sheet': FACT_SHEET, economics: ECONOMICS, regions: REGIONS, desk: DESK }

/** Symbols, separators and abbreviations that no language translates. */
const WITHOUT_WORDS = new Set(['separator', 'value'])

function valuesIn(message: string): string[] {
  const names = new Set<string>()
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const item of node) visit(item)
    else if (typeof node === 'object' && node !== null) {
      // Types 1–6 of the parser are arguments.
      if ('type' in node && 'value' in node && typeof node.type === 'number' && node.type >= 1 && node.type <= 6)
        names.add(String(node.value))
      for (const value of Object.values(node)) visit(value)
    }
  }
  visit(new IntlMessageFormat(message, 'en').getAst())
  return [...names].sort()
}

const sources = (folder: string): string =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(ROOT, folder, name), 'utf8'))
    .join('\n')

describe.each(Object.entries(TOPICS))('%s', (_name, topic) => {
  test.each(['ur', 'zh'] as const)('is complete in %s, in its script, with the values of English', async (language) => {
    const texts: Readonly<Record<string, string>> = await topic.load(language)
    expect(Object.keys(texts).sort()).toEqual(Object.keys(topic.english).sort())
    for (const [key, english] of Object.entries(topic.english)) {
      const own = texts[key] ?? ''
      expect(valuesIn(own), key).toEqual(valuesIn(english))
      if (WITHOUT_WORDS.has(key)) continue
      expect(own, `${language} ${key}`).toMatch(language === 'ur' ? /\p{Script=Arabic}/u : /\p{Script=Han}/u)
      if (language === 'ur') expect(own, key).not.toMatch(/[\u0643\u064a]/)
    }
  })

  test('holds no text that nothing shows', () => {
    const text = sources('client/features')
    const heads = [...text.matchAll(/`([a-z][A-Za-z]*(?:\.[A-Za-z]+)*\.)\$\{/g)].map((match) => match[1] ?? '')
    // Units of mass and the like are keys that a function returns.
    const returned = ['Mt', 'kt', 't']
    const unused = Object.keys(topic.english).filter(
      (key) => !text.includes(`'${key}'`) && !heads.some((head) => key.startsWith(head)) && !returned.includes(key),
    )
    expect(unused).toEqual([])
  })
})

describe('a topic', () => {
  test('is shown in English where another language cannot be fetched, and is asked for once', async () => {
    let asked = 0
    const refuse = () => {
      asked += 1
      return Promise.reject(new Error('the server is away'))
    }
    const topic = defineTopic({ greeting: 'Good day, {name}' }, { ur: refuse, zh: refuse })
    const texts = await topic.load('ur')
    expect(await topic.load('ur')).toBe(texts)
    expect(asked).toBe(1)
    expect(translator(texts, 'ur')('greeting', { name: 'Sana' })).toBe('Good day, Sana')
  })
})
