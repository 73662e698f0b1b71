/** Names from the glossary: the very same place by its English name; what a table states stays. */
import { expect, test } from 'vitest'
import { glossaryPlaces, withGlossaryName } from '#scripts/build/glossary-names.ts'

const places = glossaryPlaces({
  csv: () => [
    { category: 'place', en: 'Karachi Port', ur: 'کراچی بندرگاہ', zh: '卡拉奇港' },
    { category: 'commodity', en: 'Hub', ur: 'x', zh: 'y' },
  ],
})
const named = (en: string, ur: string | null = null) => ({
  ...{ id: 'a', geometry: null },
  properties: { name: { en, ur, zh: null }, geometryQuality: 'exact' as const },
})

test('fills what is missing, keeps what is stated', () => {
  expect(withGlossaryName(named('Port of Karachi', 'کراچی'), places).properties.name).toEqual({
    ...{ en: 'Port of Karachi', ur: 'کراچی', zh: '卡拉奇港' },
  })
  expect(withGlossaryName(named('karachi port'), places).properties.name.ur).toBe('کراچی بندرگاہ')
})

test('neither a term of another kind nor a longer name is taken for a place', () => {
  for (const name of ['Hub', 'Karachi Port Trust'])
    expect(withGlossaryName(named(name), places).properties.name.zh).toBeNull()
})
