/** The desk in the link: columns, order, sorts, groups, units, shortlist; nothing that a stranger writes breaks it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CHARTS, COLUMN_IDS, GROUPINGS } from '#client/features/desk/column-ids.ts'
import { type DeskState, decodeDesk, encodeDesk } from '#client/features/desk/desk-text.ts'
import { GRADE_UNITS, METAL_UNITS, ORE_UNITS } from '#geodata/deposit/mass-units.ts'

const FIRST = decodeDesk('')
const ids = fc.uniqueArray(fc.constantFrom('saindak', 'duddar', 'reko-diq', 'thar'), { maxLength: 4 })
const desk: fc.Arbitrary<DeskState> = fc.record({
  columns: fc.uniqueArray(fc.constantFrom(...COLUMN_IDS), { minLength: 1 }),
  pinned: fc.uniqueArray(fc.constantFrom(...COLUMN_IDS), { maxLength: 3 }),
  sorts: fc.array(fc.record({ id: fc.constantFrom(...COLUMN_IDS), desc: fc.boolean() }), { maxLength: 6 }),
  group: fc.option(fc.constantFrom(...GROUPINGS)),
  units: fc.record({
    ore: fc.constantFrom(...ORE_UNITS),
    metal: fc.constantFrom(...METAL_UNITS),
    grade: fc.constantFrom(...GRADE_UNITS),
  }),
  where: fc.constantFrom<DeskState['where']>([], [{ column: 'tonnage', kind: 'range', low: 10, high: null }]),
  isWhereLocal: fc.boolean(),
  chart: fc.constantFrom(...CHARTS),
  chartOf: fc.constantFrom(null, 'copper', 'kmRailway'),
  compare: ids,
  isDifferencesOnly: fc.boolean(),
  shortlist: fc.option(ids),
})

test('the first desk is no text', () => expect(encodeDesk(FIRST)).toBe(''))

test('every desk survives the link', () => {
  fc.assert(
    fc.property(desk, (one) => {
      expect(decodeDesk(encodeDesk(one))).toEqual(one)
    }),
  )
})

test('whatever the text, a desk is read that can be written', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = decodeDesk(text)
      expect(decodeDesk(encodeDesk(read))).toEqual(read)
    }),
  )
  expect(decodeDesk('c.nonsense_s.tonnage-,nobody_g.river')).toEqual({
    ...FIRST,
    sorts: [{ id: 'tonnage', desc: true }],
  })
})
