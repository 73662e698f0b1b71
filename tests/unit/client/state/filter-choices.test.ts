/** Choices on and off: one click is undone by the next; one field never touches another. */
import { describe, expect, test } from 'vitest'
import { choicesOf, filterQuery, toggleChoice, withoutFacet } from '#client/state/filter-choices.ts'

describe('a choice', () => {
  test('is put on, joined by a second, and taken off', () => {
    const copper = toggleChoice({}, { facet: 'commodity', value: 'copper' })
    expect(copper).toEqual({ commodity: ['copper'] })
    const both = toggleChoice(copper, { facet: 'commodity', value: 'gold' })
    expect(both).toEqual({ commodity: ['copper', 'gold'] })
    expect(toggleChoice(both, { facet: 'commodity', value: 'copper' })).toEqual({ commodity: ['gold'] })
    expect(toggleChoice(copper, { facet: 'commodity', value: 'copper' })).toEqual({})
  })

  test('of a field with one value replaces the other', () => {
    const published = toggleChoice({}, { facet: 'resource', value: 'yes' })
    expect(toggleChoice(published, { facet: 'resource', value: 'no' })).toEqual({ resource: 'no' })
    expect(toggleChoice(published, { facet: 'resource', value: 'yes' })).toEqual({})
  })

  test('that no schema knows changes nothing', () => {
    const filter = { province: ['sindh' as const] }
    expect(toggleChoice(filter, { facet: 'commodity', value: 'unobtainium' })).toEqual(filter)
  })

  test('is listed in the order of the panel, and one field can be left out', () => {
    const filter = { status: ['operating' as const], commodity: ['zinc' as const], critical: 'yes' as const }
    expect(choicesOf(filter).map(({ facet }) => facet)).toEqual(['commodity', 'critical', 'status'])
    expect(withoutFacet(filter, 'commodity')).toEqual({ status: ['operating'], critical: 'yes' })
  })

  test('reads the same in a call whatever the order of choosing', () => {
    const one = toggleChoice(toggleChoice({}, { facet: 'commodity', value: 'zinc' }), {
      facet: 'commodity',
      value: 'lead',
    })
    const other = toggleChoice(toggleChoice({}, { facet: 'commodity', value: 'lead' }), {
      facet: 'commodity',
      value: 'zinc',
    })
    expect(filterQuery(one)).toEqual(filterQuery(other))
  })
})
