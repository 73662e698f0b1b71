/** Catalogues: every message compiles, translations know only English keys and use only the values that English uses. */
import '#client/features/ask/messages.ts'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import '#client/i18n/connect-messages.ts'
import { ENGLISH, isMessageKey, loadCatalogue } from '#client/i18n/catalogue.ts'
import { createMessages } from '#client/i18n/translate.ts'
import { CommodityGroup } from '#geodata/contract/commodity.ts'
import { DepositStatus, DepositType, ProvinceId } from '#geodata/contract/deposit.ts'
import { FACETS } from '#geodata/contract/filter.ts'
import { GeometryQuality } from '#geodata/contract/geo.ts'
import { PROBLEMS } from '#geodata/contract/problem.ts'
import { WorksStatus } from '#geodata/contract/works-status.ts'

/** Names of the values in a message, found in its syntax tree: `{deposits, plural, …}` uses `deposits`. */
function valuesIn(message: string): Set<string> {
  const names = new Set<string>()
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const item of node) visit(item)
    else if (typeof node === 'object' && node !== null) {
      // Types 1–6 of the parser are arguments; 0 is literal text and 7 the `#` of a plural.
      if ('type' in node && 'value' in node && typeof node.type === 'number' && node.type >= 1 && node.type <= 6)
        names.add(String(node.value))
      for (const value of Object.values(node)) visit(value)
    }
  }
  visit(new IntlMessageFormat(message, 'en').getAst())
  return names
}

describe.each(['en', 'ur', 'zh'] as const)('the catalogue %s', (language) => {
  test('holds messages that compile, under keys of the English catalogue', async () => {
    const catalogue = await loadCatalogue(language)
    const entries = Object.entries(catalogue)
    expect(entries.length).toBeGreaterThan(60)
    for (const [key, message] of entries) {
      expect(isMessageKey(key), key).toBe(true)
      if (!isMessageKey(key)) continue
      expect(message, key).not.toBe('')
      const known = valuesIn(ENGLISH[key] ?? '')
      for (const value of valuesIn(message)) expect(known, `${key} uses {${value}}`).toContain(value)
    }
  })
})

test('the script of a translation is its own', async () => {
  for (const [language, script] of [
    ['ur', /\p{Script=Arabic}/u],
    ['zh', /\p{Script=Han}/u],
  ] as const) {
    for (const [key, message] of Object.entries(await loadCatalogue(language)))
      if (!/^language\.|^app\.name$|^reportingCode\.|^unit\.|^ask\.says\.end$/.test(key))
        expect(message, `${language} ${key}`).toMatch(script)
  }
})

test('questions of the map are asked and answered whole in Urdu and Chinese', async () => {
  const asked = Object.keys(ENGLISH).filter((key) => key.startsWith('ask.'))
  expect(asked.length).toBeGreaterThan(100)
  for (const language of ['ur', 'zh'] as const) {
    const catalogue = await loadCatalogue(language)
    expect(asked.filter((key) => !Object.hasOwn(catalogue, key))).toEqual([])
  }
})

test('Urdu has no Arabic kaf or yeh', async () => {
  for (const [key, message] of Object.entries(await loadCatalogue('ur')))
    expect(message, key).not.toMatch(/[\u0643\u064a]/)
})

test('every value of a closed vocabulary has its words', () => {
  const wanted = [
    ...DepositStatus.options.map((value) => `status.${value}`),
    ...DepositType.options.map((value) => `type.${value}`),
    ...ProvinceId.options.map((value) => `province.${value}`),
    ...CommodityGroup.options.map((value) => `group.${value}`),
    ...GeometryQuality.options.map((value) => `quality.${value}`),
    ...WorksStatus.options.map((value) => `works.${value}`),
    ...FACETS.map((value) => `facet.${value}`),
    ...Object.keys(PROBLEMS).map((value) => `problem.${value}`),
  ]
  expect(wanted.filter((key) => !isMessageKey(key))).toEqual([])
})

describe('messages', () => {
  test('fall back to English key by key, numbers in the locale of the language', () => {
    const messages = createMessages('zh', { 'tab.layers': '图层' })
    expect(messages.t('tab.layers')).toBe('图层')
    expect(messages.t('tab.filters')).toBe(ENGLISH['tab.filters'])
    expect(messages.dir).toBe('ltr')
    expect(createMessages('ur', {}).dir).toBe('rtl')
    expect(createMessages('en', ENGLISH).number(1234567.8)).toBe('1,234,567.8')
  })

  test('count deposits and parts apart, in the right number', () => {
    const { t } = createMessages('en', ENGLISH)
    expect(t('count.depositsAndParts', { deposits: 26, parts: 5 })).toBe('26 deposits + 5 parts')
    expect(t('count.depositsAndParts', { deposits: 1, parts: 1 })).toBe('1 deposit + 1 part')
  })

  test('made at run time fall back to what they are given', () => {
    const { tOr } = createMessages('en', ENGLISH)
    expect(tOr('status.operating', 'x')).toBe('Operating')
    expect(tOr('status.levitating', 'Levitating')).toBe('Levitating')
    expect(tOr('toString', 'x')).toBe('x')
  })
})
