/** Search forgives: one typing error in a deposit's name, any script's spelling variants, and still finds it among everything. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DATASETS } from '#geodata/datasets/catalogue.ts'
import { gramsOf, normaliseName } from '#geodata/search/grams.ts'
import { likeness, rankCandidates } from '#geodata/search/rank.ts'
import { openStorage } from '#server/storage/open-storage.ts'
import type { Feature, Storage } from '#server/storage/storage.ts'

const DATA = resolve(import.meta.dirname, '../../geodata/datasets')
/** The real names that compete with each other: all deposits against ports, places, districts and the rest of the index. */
const searched = DATASETS.filter(({ searchable }) => searchable)
const featuresOf = (dataset: string): Feature[] =>
  (JSON.parse(readFileSync(resolve(DATA, dataset, 'features.geojson'), 'utf8')) as { features: Feature[] }).features

let storage: Storage
beforeAll(async () => {
  const datasets = searched.map((definition) => ({ ...definition, tiles: null }))
  storage = await openStorage(':memory:', { datasets, tilesets: {}, create: true })
  for (const { id } of searched) await storage.replaceDataset(id, featuresOf(id))
})
afterAll(() => storage.close())

async function find(query: string): Promise<string[]> {
  const hits = rankCandidates(query, await storage.searchCandidates(query, 300), 5)
  return hits.map(({ ref }) => `${ref.dataset}/${ref.id}`)
}

describe('real names', () => {
  test.each([
    ['Dodar', 'deposits/duddar'],
    ['Duddr', 'deposits/duddar'],
    ['DUDDAR', 'deposits/duddar'],
    ['saindk', 'deposits/saindak'],
    ['山达克', 'deposits/saindak'],
    ['Reko Dik', 'deposits/reko-diq'],
    ['雷科迪克', 'deposits/reko-diq'],
    ['گوادر', 'ports/gwadar'],
    ['كوادر', 'ports/gwadar'],
    ['Khunjrab', 'border-crossings/khunjerab'],
    ['karachi', 'places/karachi-pk'],
  ])('%s finds %s first', async (query, expected) => {
    expect((await find(query))[0]).toBe(expected)
  })

  test('gwadr finds Gwadar', async () => {
    expect((await find('gwadr'))[0]).toMatch(/\/gwadar/)
  })

  test('nothing is found for nothing', async () => {
    expect(await find(' – ')).toEqual([])
    expect(await find('zzzzqqqq')).toEqual([])
  })

  test('what a full-text index would read as a command is read as a name', async () => {
    for (const query of ['" OR grams : *', 'NEAR(a b)', "a' --", '^"', 'NOT', '*'])
      await expect(find(query)).resolves.toBeInstanceOf(Array)
  })
})

/** One letter of a word of three or more left out, doubled, exchanged with its neighbour, or replaced. Numbers stay. */
function mistyped(name: string, at: number, kind: number, letter: string): string {
  const letters = [...name]
  const places = [...name.matchAll(/\p{L}{3,}/gu)].flatMap(({ index, 0: word }) => [...word].map((_, i) => index + i))
  const index = places[at % places.length] ?? 0
  const [here = '', next = ''] = letters.slice(index, index + 2)
  const change = [[next], [here, here, next], [next, here], [letter, next]][kind % 4] ?? []
  return [...letters.slice(0, index), ...change, ...letters.slice(index + 2)].join('')
}

test('one typing error in a deposit name of five letters or more still finds it among the first five', async () => {
  const names = featuresOf('deposits').flatMap(({ id, properties }) =>
    [properties.name.en, properties.name.ur].flatMap((name) =>
      name !== null && (name.match(/\p{L}/gu)?.length ?? 0) >= 5 ? [{ id, name }] : [],
    ),
  )
  expect(names.length).toBeGreaterThan(150)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      fc.nat(60),
      fc.nat(3),
      fc.constantFrom(...'aeioknrst'),
      async ({ id, name }, at, kind, letter) => {
        const query = mistyped(name, at, kind, letter)
        expect(await find(query), `${query} for ${name}`).toContain(`deposits/${id}`)
      },
    ),
    { numRuns: 400 },
  )
})

describe('normalising', () => {
  test('doing it twice changes nothing, and every name with a letter has grams', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normaliseName(text)
        expect(normaliseName(once)).toBe(once)
        if (/\p{L}|\p{N}/u.test(once)) expect(gramsOf(once).length).toBeGreaterThan(0)
        else expect(gramsOf(once)).toEqual([])
      }),
    )
  })

  test('spelling variants of one name are one name', () => {
    for (const [a, b] of [
      ['Koh-i-Sultān', 'koh i sultan'],
      ['پاكستان', 'پاکستان'],
      ['علي', 'علی'],
      ['Ja‘far', "Ja'far"],
      ['ML-1', 'ml 1'],
      ['بلاک ۵', 'بلاک 5'],
    ] as const)
      expect(likeness(a, b), `${a} ~ ${b}`).toBe(1)
  })

  test('likeness is between 0 and 1, and 1 only for the same name', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const value = likeness(a, b)
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value === 1).toBe(normaliseName(a) === normaliseName(b) && normaliseName(a) !== '')
      }),
    )
  })
})
