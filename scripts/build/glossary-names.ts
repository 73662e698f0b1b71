/**
 * Names that the table of a dataset leaves out, from the glossary: where it has a place of the very same English name
 * (`Port of Karachi` is the glossary's `Karachi Port`). A name that a table states is never replaced.
 */
import type { BuiltFeature, Inputs } from './builder.ts'

type Term = Readonly<{ ur: string | null; zh: string | null }>

/** Terms of places by English name in lower case. */
export function glossaryPlaces(inputs: Pick<Inputs, 'csv'>): ReadonlyMap<string, Term> {
  const places = inputs.csv('facts/glossary/glossary.csv').filter(({ category }) => category === 'place')
  return new Map(places.map(({ en, ur = null, zh = null }) => [plain(en ?? ''), { ur, zh }]))
}

export function withGlossaryName(feature: BuiltFeature, places: ReadonlyMap<string, Term>): BuiltFeature {
  const { name } = feature.properties
  const term = name.en === null ? undefined : places.get(plain(name.en))
  if (!term) return feature
  const filled = { en: name.en, ur: name.ur ?? term.ur, zh: name.zh ?? term.zh }
  return { ...feature, properties: { ...feature.properties, name: filled } }
}

function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/^port of (.+)$/, '$1 port')
}
