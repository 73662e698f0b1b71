/**
 * Urdu and Chinese say all that English says: no key missing or to spare, nothing left in English, the same placeholders,
 * the plural forms of the language. Topics fetched with their part (LATER) hold to the same, but for the page's catalogue.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '#client/i18n/catalogue.ts'
import { LOCALES } from '#client/i18n/translate.ts'
import { placeholdersIn, TOPICS, TRANSLATIONS, topicOf, topicsOf, wordsIn } from './catalogue-files.ts'

/** Topics that are not in the page's catalogue: client/i18n/topics names the file of each. */
const LATER: readonly string[] = readdirSync('client/i18n/topics').flatMap((file) => {
  const english = /'\.\.\/en\/([\w-]+)\.json'/.exec(readFileSync(`client/i18n/topics/${file}`, 'utf8'))?.[1]
  return english === undefined ? [] : [english]
})

/** Messages that read the same in a translation, and why. */
const SAME_AS_ENGLISH: Readonly<Record<string, string>> = {
  'app.name': 'the name of the atlas',
  'language.en': 'each language is named in itself',
  'language.ur': 'each language is named in itself',
  'language.zh': 'each language is named in itself',
  'reportingCode.NI43-101': 'the number of a Canadian instrument',
}

/** Latin words that stand in a translation: names and signs that no language translates. */
const LATIN = new Set(
  [
    ...[
      'Orelink',
      'QGIS',
      'ArcGIS',
      'Excel',
      'Google',
      'Earth',
      'OpenStreetMap',
      'GeoPackage',
      'GeoJSON',
      'CSV',
      'KML',
      'GPX',
      'JSON',
      'Shapefile',
    ],
    ...[
      'WebGL',
      'WGS',
      'CQL',
      'HS',
      'IATA',
      'ICAO',
      'ISO',
      'IUCN',
      'NI',
      'JORC',
      'MB',
      'PDF',
      'SVG',
      'PNG',
      'QR',
      'API',
    ],
    ...['Enter', 'Escape', 'Backspace', 'Esc', 'Ctrl', 'Shift', 'Tab'],
    ...['N', 'E', 'A4', 'TC', 'RC', 'USD', 'km', 'm', 't', 'Mt', 'CO', 'EPSG'],
  ].map((word) => word.toLowerCase()),
)
/** Latin words of single messages: what a reader types for a machine, and what is cited, are the same for every reader. */
const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  'ask.file.fault.columns': ['lon', 'lat', 'longitude', 'latitude', 'x', 'y'],
  'ask.file.how': ['lon', 'lat'],
  formulaSource: ['Goldie', 'Tredger', 'Geoscience', 'Canada'],
  'reason.bad-date': ['YYYY', 'MM', 'DD'],
  'reason.bad-text': ['U'],
  'reason.bad-timestamp': ['YYYY', 'MM', 'DDTHH', 'SSZ'],
  'reason.interval-function': ['INTERVAL', 'start', 'end'],
  'thing.connective': ['AND', 'OR'],
  'thing.escaped-text': ['a', 'b', 'f', 'n', 'r', 't', 'v'],
  'thing.json-literal': ['op', 'property', 'date', 'timestamp', 'interval', 'bbox'],
  'thing.json-operation': ['op', 'args'],
  'thing.json-value': ['true', 'false'],
  'help.text.cql2': ['OGC', 'Common', 'Query', 'Language', 'status', 'operating', 'AND', 'resourceMt'],
}
const SCRIPTS = { ur: /\p{Script=Arabic}/u, zh: /\p{Script=Han}/u } as const

/** Latin words of a message that no rule allows. */
function englishWords(message: string): string[] {
  const words = wordsIn(message).match(/[A-Za-z][A-Za-z0-9]*/g) ?? []
  return words.filter((word) => !LATIN.has(word.toLowerCase().replace(/\d+$/, '')) && !LATIN.has(word.toLowerCase()))
}

const namesOf = (message: string): string[] =>
  [...new Set(placeholdersIn(message).map(({ name, kind }) => `${name}: ${kind}`))].sort()

describe.each(TRANSLATIONS)('the translation %s', (language) => {
  const present = TOPICS.filter((topic) => topicOf(language, topic) !== null)

  test('has every topic', () => {
    expect(TOPICS.filter((topic) => !present.includes(topic))).toEqual([])
    expect(topicsOf(language).filter((topic) => !TOPICS.includes(topic))).toEqual([])
    expect(present.length).toBeGreaterThan(6)
  })

  test('has just the keys of English in each topic, and the page is given them', async () => {
    const catalogue: Readonly<Record<string, string>> = await loadCatalogue(language)
    for (const topic of present) {
      const messages = topicOf(language, topic) ?? {}
      expect(Object.keys(messages).sort(), topic).toEqual(Object.keys(topicOf('en', topic) ?? {}).sort())
      if (LATER.includes(topic)) continue
      for (const [key, message] of Object.entries(messages)) expect(catalogue[key], key).toBe(message)
    }
    const keys = TOPICS.filter((topic) => !LATER.includes(topic)).flatMap((topic) =>
      Object.keys(topicOf('en', topic) ?? {}),
    )
    expect(Object.keys(catalogue).sort()).toEqual(keys.sort())
  })

  test.each(present)('%s is in the script of the language, not left in English', (topic) => {
    const english = topicOf('en', topic) ?? {}
    for (const [key, message] of Object.entries(topicOf(language, topic) ?? {})) {
      expect(message.trim(), key).not.toBe('')
      if (Object.hasOwn(SAME_AS_ENGLISH, key)) continue
      // A message of placeholders and signs alone, such as a pair of names, has no words to translate.
      if (!/\p{L}/u.test(wordsIn(english[key] ?? ''))) continue
      expect(message, key).not.toBe(english[key])
      expect(wordsIn(message), key).toMatch(SCRIPTS[language])
      const left = englishWords(message).filter((word) => !SAMPLES[key]?.includes(word))
      expect(left, `${key}: ${message}`).toEqual([])
    }
  })

  test.each(present)('%s fills the same placeholders as English', (topic) => {
    const english = topicOf('en', topic) ?? {}
    for (const [key, message] of Object.entries(topicOf(language, topic) ?? {}))
      expect(namesOf(message), key).toEqual(namesOf(english[key] ?? ''))
  })

  test.each(present)('%s has the plural forms and choices that the language needs', (topic) => {
    const english = topicOf('en', topic) ?? {}
    const forms = new Intl.PluralRules(LOCALES[language]).resolvedOptions().pluralCategories
    for (const [key, message] of Object.entries(topicOf(language, topic) ?? {}))
      for (const { name, kind, options } of placeholdersIn(message)) {
        if (kind === 'plural') {
          // Urdu may say one and many alike, as Chinese always does; no form is missing and none is never met.
          expect(options, `${key} {${name}}`).toContain('other')
          const unmet = options.filter((option) => !option.startsWith('=') && !forms.some((form) => form === option))
          expect(unmet, `${key} {${name}}`).toEqual([])
          const lacking = forms.filter((form) => !options.includes(form))
          expect(lacking, `${key} {${name}}`).toEqual([])
        }
        if (kind === 'select') {
          const same = placeholdersIn(english[key] ?? '').find((other) => other.name === name)
          expect([...options].sort(), `${key} {${name}}`).toEqual([...(same?.options ?? [])].sort())
        }
      }
  })
})

test('each exception is still needed', async () => {
  const english: Readonly<Record<string, string>> = await loadCatalogue('en')
  const urdu: Readonly<Record<string, string>> = await loadCatalogue('ur')
  const chinese: Readonly<Record<string, string>> = await loadCatalogue('zh')
  const idle = Object.keys(SAME_AS_ENGLISH).filter((key) => {
    const isSame = (other: Readonly<Record<string, string>>) =>
      other[key] === english[key] || englishWords(other[key] ?? '').length > 0
    return !isSame(urdu) && !isSame(chinese)
  })
  expect(idle).toEqual([])
})

test('Urdu has no Arabic kaf or yeh, Chinese no traditional forms of the commonest words', async () => {
  for (const [key, message] of Object.entries(await loadCatalogue('ur')))
    expect(message, key).not.toMatch(/[\u0643\u064a]/)
  for (const [key, message] of Object.entries(await loadCatalogue('zh')))
    expect(message, key).not.toMatch(/[礦產儲鐵銅鋅鉛資圖數據與]/)
})
