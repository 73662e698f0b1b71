/** Urdu and Chinese names by English name, from the place rows of the glossary. */
import { slugOf } from '#geodata/contract/filter.ts'
import type { LocalName } from '#geodata/contract/provenance.ts'
import type { Inputs } from './builder.ts'

/** Spellings of the boundary and place data → key of the glossary. */
const SPELLINGS: Readonly<Record<string, string>> = {
  abbotabad: 'abbottabad',
  'azad-jammu-kashmir': 'azad-kashmir',
  'dera-ismail-khan': 'd-i-khan',
  diamir: 'diamir',
  'islamabad-capital-territory': 'islamabad',
  'kachhi-bolan': 'kachhi',
  'musa-khel': 'musakhel',
  'musa-khel-bazar': 'musakhel',
  'qila-abdullah': 'killa-abdullah',
  'qila-saifullah': 'killa-saifullah',
  umarkot: 'umer-kot',
  umerkot: 'umer-kot',
  indus: 'indus-river',
  'attock-city': 'attock',
  'nok-kundi': 'nok-kundi',
  'gwadar-city': 'gwadar',
  nagir: 'nagar',
  zahidan: 'zahedan',
  'hub-chowki': 'hub',
}

/** The name in three languages; a language without a known form is null. */
export function openNames(inputs: Inputs): (english: string) => LocalName {
  const rows = inputs.csv('facts/glossary/glossary.csv').filter((row) => row.category === 'place')
  const byKey = new Map(rows.map((row) => [row.key ?? '', row]))
  return (english) => {
    const slug = slugOf(english)
    const row = byKey.get(SPELLINGS[slug] ?? slug)
    return { en: english, ur: row?.ur ?? null, zh: row?.zh ?? null }
  }
}
