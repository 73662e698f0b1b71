/** The panel's filter and its CQL2 text are one thing: each way and back. */
import { describe, expect, test } from 'vitest'
import { filterOfText, textOfFilter } from '#client/features/filters/cql2-filter.ts'

describe('a filter as text', () => {
  test.each([
    [{}, ''],
    [{ commodity: ['gold', 'copper'] }, "commodities IN ('copper', 'gold')"],
    [
      { commodity: ['copper'], province: ['balochistan'], resource: 'yes' },
      "commodities = 'copper' AND province = 'balochistan' AND resource_category IS NOT NULL",
    ],
    [
      { critical: 'yes', confidence: ['low'], filter: 'importance > 3 OR startYear IS NULL' },
      "isCritical = TRUE AND confidence = 'low' AND (importance > 3 OR startYear IS NULL)",
    ],
    [
      { status: ['operating'], filter: "importance > 3 AND name_en LIKE 'S%'" },
      "status = 'operating' AND importance > 3 AND name_en LIKE 'S%'",
    ],
  ] as const)('%j', (filter, text) => {
    const plain = JSON.parse(JSON.stringify(filter))
    expect(textOfFilter(plain)).toBe(text)
    const read = filterOfText(text)
    if (!('filter' in read)) throw read.refusal
    expect(textOfFilter(read.filter)).toBe(text)
    expect(Object.keys(read.filter).sort()).toEqual(Object.keys(plain).sort())
  })
})

describe('text as a filter', () => {
  test('takes what the panel knows as choices, in whatever order, and leaves the rest a condition', () => {
    expect(filterOfText("importance >= 4 AND province IN ('sindh', 'punjab') AND resource_category IS NULL")).toEqual({
      filter: { province: ['punjab', 'sindh'], resource: 'no', filter: 'importance >= 4' },
    })
  })

  test.each([
    ['a second condition on the same facet', "status = 'operating' AND status = 'prospect'"],
    ['a value that the panel does not know', "status = 'abandoned'"],
    ['a choice within OR', "status = 'operating' OR importance > 3"],
    ['a negated choice', "NOT (commodities = 'copper')"],
  ])('keeps %s a condition', (_, text) => {
    const read = filterOfText(text)
    expect('filter' in read && read.filter.filter).toBeTruthy()
    expect('filter' in read && textOfFilter(read.filter)).toBe(text)
  })

  test('says where it fails', () => {
    const read = filterOfText("status = 'operating' AND height > 5")
    expect('refusal' in read && read.refusal.reason).toBe('unknown-property')
    expect('refusal' in read && read.refusal.place).toEqual({ encoding: 'text', offset: 25 })
    expect(filterOfText('   ')).toEqual({ filter: {} })
  })

  test('may be JSON, which becomes text', () => {
    const json = JSON.stringify({
      op: 'and',
      args: [
        { op: '=', args: [{ property: 'status' }, 'operating'] },
        { op: '>', args: [{ property: 'importance' }, 3] },
      ],
    })
    expect(filterOfText(json)).toEqual({ filter: { status: ['operating'], filter: 'importance > 3' } })
  })

  test('of a link that cannot be read stands as it is, to be mended', () => {
    expect(textOfFilter({ status: ['operating'], filter: 'importance >' })).toBe(
      "status = 'operating' AND (importance >)",
    )
    expect(textOfFilter({ filter: 'importance >' })).toBe('importance >')
  })
})
