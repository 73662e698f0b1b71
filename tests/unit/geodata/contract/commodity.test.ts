/** The commodity registry: every commodity can be told apart and is named in three scripts. */
import { expect, test } from 'vitest'
import { COMMODITIES, CRITICAL_MINERALS } from '#geodata/contract/commodity.ts'

const all = Object.entries(COMMODITIES)

test('no two commodities share a glyph', () => {
  const glyphs = all.map(([, { glyph }]) => glyph)
  expect(glyphs.filter((glyph, index) => glyphs.indexOf(glyph) !== index)).toEqual([])
})

test('names are in Latin, Arabic and Chinese script', () => {
  for (const [code, { name }] of all) {
    expect(name.en, code).toMatch(/^[\x20-\x7e]+$/)
    expect(name.ur, code).toMatch(/\p{Script=Arabic}/u)
    // Arabic kaf and yeh are not the Urdu letters.
    expect(name.ur, code).not.toMatch(/[\u0643\u064a]/)
    expect(name.zh, code).toMatch(/\p{Script=Han}/u)
  }
})

test('the critical list of Regulation (EU) 2024/1252 holds copper and phosphate, not gold, iron or chromite', () => {
  const critical: readonly string[] = CRITICAL_MINERALS.codes
  expect(critical).toEqual(expect.arrayContaining(['copper', 'phosphate', 'antimony', 'fluorite', 'lithium', 'barite']))
  for (const code of ['gold', 'silver', 'iron', 'chromite', 'zinc', 'lead', 'coal', 'uranium'])
    expect(critical).not.toContain(code)
})
