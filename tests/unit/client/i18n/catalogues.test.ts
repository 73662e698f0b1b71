/** Messages at work: keys to text, numbers and dates by locale, order of names, words for every closed vocabulary. */
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '#client/i18n/catalogue.ts'
import { ENGLISH } from '#client/i18n/en/index.ts'
import { createMessages, LOCALES } from '#client/i18n/translate.ts'
import { CommodityGroup } from '#geodata/contract/commodity.ts'
import { DepositStatus, DepositType, ProvinceId } from '#geodata/contract/deposit.ts'
import { FACETS } from '#geodata/contract/filter.ts'
import { GeometryQuality } from '#geodata/contract/geo.ts'
import { PROBLEMS } from '#geodata/contract/problem.ts'
import { WorksStatus } from '#geodata/contract/works-status.ts'

describe.each(['en', 'ur', 'zh'] as const)('the catalogue %s', (language) => {
  test('holds messages that compile', async () => {
    const entries = Object.entries(await loadCatalogue(language))
    expect(entries.length).toBeGreaterThan(600)
    for (const [key, message] of entries)
      expect(() => new IntlMessageFormat(message, LOCALES[language]), key).not.toThrow()
  })
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
  expect(wanted.filter((key) => !Object.hasOwn(ENGLISH, key))).toEqual([])
})

describe('messages', () => {
  test('speak the language, and show a bare key rather than nothing', () => {
    const messages = createMessages('zh', { 'tab.layers': '图层' })
    expect(messages.t('tab.layers')).toBe('图层')
    expect(messages.t('tab.filters')).toBe('tab.filters')
    expect(messages.dir).toBe('ltr')
    expect(createMessages('ur', {}).dir).toBe('rtl')
  })

  test('write numbers and dates by locale', () => {
    const [en, ur, zh] = (['en', 'ur', 'zh'] as const).map((language) => createMessages(language, {}))
    expect(en?.number(1234567.8)).toBe('1,234,567.8')
    expect(ur?.number(1234567.8)).toBe('1,234,567.8')
    expect(zh?.number(1234567.8)).toBe('1,234,567.8')
    expect(en?.date('2026-11-24T12:00:00Z')).toBe('24 Nov 2026')
    expect(ur?.date('2026-11-24T12:00:00Z')).toContain('نومبر')
    expect(zh?.date('2026-11-24T12:00:00Z')).toBe('2026年11月24日')
  })

  test('order names as readers of the language do', () => {
    const sorted = (language: 'en' | 'ur' | 'zh', names: string[]) =>
      names.sort(createMessages(language, {}).compare).join(' ')
    expect(sorted('en', ['Block 10', 'Block 2', 'alpha'])).toBe('alpha Block 2 Block 10')
    // By sound: andong, beijing, zhongguo; by code point 中 would come first.
    expect(sorted('zh', ['中国', '安东', '北京'])).toBe('安东 北京 中国')
    // The Urdu alphabet has پ after ب and before ت, which code points do not.
    expect(sorted('ur', ['تربت', 'پسنی', 'بدین'])).toBe('بدین پسنی تربت')
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
