/** Coordinates written any way a person would are read back as the same place; other text is not taken for a place. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Position } from '#geodata/contract/geo.ts'
import { parseCoordinates } from '#geodata/search/coordinates.ts'

const SAINDAK: Position = [61.61, 29.25]

test.each([
  '29.25, 61.61',
  '29.25 61.61',
  '61.61, 29.25',
  '29.25N 61.61E',
  '61.61E 29.25N',
  'N29.25 E61.61',
  'E 61.61, N 29.25',
  '29.25°N, 61.61°E',
  '29°15′N 61°36.6′E',
  '29°15\'00"N 61°36\'36"E',
  '29° 15′ 00″ N, 61° 36′ 36″ E',
  "29°15'0''N 61°36'36''E",
  '29 15 00 N 61 36 36 E',
  '29°15′00″ 61°36′36″',
  '۲۹٫۲۵، ۶۱٫۶۱',
  '٢٩.٢٥ ، ٦١.٦١',
  '29.25 شمال 61.61 مشرق',
  '北纬29.25 东经61.61',
  '北纬29度15分 东经61度36.6分',
  '２９．２５，６１．６１',
  '+29.25 / +61.61',
])('%s is Saindak', (text) => {
  const found = parseCoordinates(text)
  expect(found?.[0]).toBeCloseTo(SAINDAK[0], 6)
  expect(found?.[1]).toBeCloseTo(SAINDAK[1], 6)
})

test.each([
  'Saindak',
  '29.25',
  '29.25, ',
  '91, 200',
  '29.25N 61.61N',
  '29°61′N 61°00′E',
  '29.5°15′N 61°E',
  'M-8',
  '500 kV',
  '1, 2, 3',
  '29 15, 61 36',
  '-29.25S 61.61E',
  "29'15°N 61°E",
  '',
])('%s is not a place', (text) => {
  expect(parseCoordinates(text)).toBeNull()
})

test('the southern and western halves keep their sign', () => {
  expect(parseCoordinates('33.9S 18.4E')).toEqual([18.4, -33.9])
  expect(parseCoordinates('-33.9, -70.6')).toEqual([-70.6, -33.9])
  expect(parseCoordinates('0°30′S 0°30′W')).toEqual([-0.5, -0.5])
})

test('out of Pakistan and out of range only the other way round, longitude may come first', () => {
  expect(parseCoordinates('116.4, 39.9')).toEqual([116.4, 39.9])
  expect(parseCoordinates('39.9, 116.4')).toEqual([116.4, 39.9])
})

const degrees = (most: number) => fc.integer({ min: -most * 1e5, max: most * 1e5 }).map((value) => value / 1e5)

test('decimal degrees with hemispheres read back, in either order', () => {
  fc.assert(
    fc.property(degrees(90), degrees(180), fc.boolean(), (lat, lon, isLonFirst) => {
      const texts = [`${Math.abs(lat)}${lat < 0 ? 'S' : 'N'}`, `${Math.abs(lon)}${lon < 0 ? 'W' : 'E'}`]
      const found = parseCoordinates((isLonFirst ? texts.reverse() : texts).join(' '))
      expect(found?.[0]).toBeCloseTo(lon, 9)
      expect(found?.[1]).toBeCloseTo(lat, 9)
    }),
  )
})

test('degrees, minutes and seconds read back', () => {
  const dms = (value: number) => {
    const seconds = Math.round(Math.abs(value) * 3600)
    return `${Math.floor(seconds / 3600)}°${Math.floor((seconds % 3600) / 60)}′${seconds % 60}″`
  }
  fc.assert(
    fc.property(degrees(90), degrees(180), (lat, lon) => {
      const found = parseCoordinates(`${dms(lat)}${lat < 0 ? 'S' : 'N'}, ${dms(lon)}${lon < 0 ? 'W' : 'E'}`)
      expect(Math.abs((found?.[0] ?? 999) - lon)).toBeLessThan(1 / 3600)
      expect(Math.abs((found?.[1] ?? 999) - lat)).toBeLessThan(1 / 3600)
    }),
  )
})

test('any text gives a place on Earth or nothing, and never fails', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const found = parseCoordinates(text)
      if (found) expect(Math.abs(found[0]) <= 180 && Math.abs(found[1]) <= 90).toBe(true)
    }),
  )
})
