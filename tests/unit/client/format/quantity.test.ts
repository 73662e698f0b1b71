/** Numbers and names as text. */
import { describe, expect, test } from 'vitest'
import { fieldText } from '#client/format/field-value.ts'
import { localName, otherNames } from '#client/format/local-name.ts'
import { compassPoint, distanceText, figureOptions, positionText, wordsOf } from '#client/format/quantity.ts'
import { ENGLISH } from '#client/i18n/en/index.ts'
import { createMessages } from '#client/i18n/translate.ts'

const messages = createMessages('en', ENGLISH)

describe('a figure', () => {
  test('is no more exact than its confidence', () => {
    expect(messages.number(412.3871, figureOptions('high'))).toBe('412.4')
    expect(messages.number(412.3871, figureOptions('medium'))).toBe('412')
    expect(messages.number(412.3871, figureOptions('low'))).toBe('410')
  })
  test('of distance has tenths below 10 km only', () => {
    expect(distanceText(messages.number, 3.26)).toBe('3.3')
    expect(distanceText(messages.number, 139.19)).toBe('139')
    expect(distanceText(messages.number, 0.01)).toBe('< 0.1')
  })
})

describe('a position', () => {
  test('names its hemispheres and shows no more decimals than its accuracy bears', () => {
    expect(positionText([61.6119, 29.2494])).toBe('29.2494°\u00a0N, 61.6119°\u00a0E')
    expect(positionText([61.6119, 29.2494], 1)).toBe('29.25°\u00a0N, 61.61°\u00a0E')
    expect(positionText([61.6119, 29.2494], 25)).toBe('29.2°\u00a0N, 61.6°\u00a0E')
    expect(positionText([-0.5, -33])).toBe('33.0000°\u00a0S, 0.5000°\u00a0W')
  })
  test.each([
    [0, 'N'],
    [44, 'NE'],
    [180, 'S'],
    [337.6, 'N'],
    [-90, 'W'],
    [720, 'N'],
  ])('%d° is %s', (bearing, point) => {
    expect(compassPoint(bearing)).toBe(point)
  })
})

describe('a name', () => {
  const name = { en: 'Duddar', ur: 'دودر', zh: null }
  test('is in the language asked for, else English, else any', () => {
    expect(localName(name, 'ur')).toBe('دودر')
    expect(localName(name, 'zh')).toBe('Duddar')
    expect(localName({ en: null, ur: null, zh: '杜达' }, 'en')).toBe('杜达')
    expect(localName({ en: null, ur: null, zh: null }, 'en', 'N-25')).toBe('N-25')
  })
  test('does not stand among its own other names', () => {
    expect(otherNames(name, 'en')).toEqual([{ language: 'ur', text: 'دودر' }])
    expect(otherNames(name, 'zh')).toEqual([{ language: 'ur', text: 'دودر' }])
  })
})

describe('a property', () => {
  test('that is unknown is null, never zero or empty', () => {
    expect(fieldText(messages, 'berths', null)).toBeNull()
    expect(fieldText(messages, 'berths', '')).toBeNull()
    expect(fieldText(messages, 'berths', [])).toBeNull()
    expect(fieldText(messages, 'berths', 0)).toBe('0')
  })
  test('is worded by its vocabulary; years have no thousands', () => {
    expect(fieldText(messages, 'status', 'under_construction')).toBe('Under construction')
    expect(fieldText(messages, 'commodities', ['copper', 'gold'])).toBe('Copper, Gold')
    expect(fieldText(messages, 'openedYear', 2021)).toBe('2021')
    expect(fieldText(messages, 'population', 1234567)).toBe('1,234,567')
  })
  test('without a label is spelt out from its key', () => {
    expect(wordsOf('under_construction')).toBe('Under construction')
    expect(wordsOf('maxDraughtM')).toBe('Max draught m')
  })
})
