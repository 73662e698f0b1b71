/** Links by example: as written in mails, old, partly wrong, from a newer version. */
import { describe, expect, test } from 'vitest'
import { NO_CONNECT } from '#client/state/connect-state.ts'
import { decodeLink, encodeLink, type LinkedState } from '#client/state/link.ts'
import { FIRST_QUESTION } from '#client/state/question.ts'

const DEFAULTS: LinkedState = {
  camera: { lon: 69.3, lat: 30.2, zoom: 4.9, bearing: 0, pitch: 0 },
  layers: [{ id: 'deposits', opacity: 1 }],
  filter: {},
  selection: null,
  language: 'en',
  theme: 'light',
  boundaries: 'international',
  panel: 'layers',
  drawer: null,
  page: null,
  sort: { key: 'importance', order: 'desc' },
  question: null,
  connect: NO_CONNECT,
  desk: '',
  economics: null,
  shade: null,
}

const WRITTEN =
  'v=1&at=61.61,29.25,9.5&layers=corridors:0.7,deposits&commodity=copper,gold&province=balochistan&sel=deposits/saindak&lang=ur&theme=dark&view=china&panel=filters&drawer=list&page=fact-sheet&sort=resource,desc'

describe('a link', () => {
  test('reads as a person would read it, and is written the same way', () => {
    const { state, faults } = decodeLink(WRITTEN, DEFAULTS)
    expect(faults).toEqual([])
    expect(state).toEqual({
      camera: { lon: 61.61, lat: 29.25, zoom: 9.5, bearing: 0, pitch: 0 },
      layers: [
        { id: 'corridors', opacity: 0.7 },
        { id: 'deposits', opacity: 1 },
      ],
      filter: { commodity: ['copper', 'gold'], province: ['balochistan'] },
      selection: { dataset: 'deposits', id: 'saindak' },
      language: 'ur',
      theme: 'dark',
      boundaries: 'china',
      panel: 'filters',
      drawer: 'list',
      page: 'fact-sheet',
      sort: { key: 'resource', order: 'desc' },
      question: null,
      connect: NO_CONNECT,
      desk: '',
      economics: null,
      shade: null,
    })
    expect(encodeLink(state)).toBe(WRITTEN)
  })

  test('carries the terms of a deposit’s economics', () => {
    const set =
      'v=1&at=69.3,30.2,4.9&layers=deposits&sel=deposits/saindak&lang=en&theme=light&panel=layers&econ=saindak&econ.metal=copper&econ.terms=price:9000,royalty:5'
    const { state, faults } = decodeLink(set, DEFAULTS)
    expect(faults).toEqual([])
    expect(state.economics).toEqual({ deposit: 'saindak', metal: 'copper', terms: 'price:9000,royalty:5' })
    expect(encodeLink(state)).toBe(set)
    expect(decodeLink('econ=saindak&econ.terms=price', DEFAULTS).faults).toEqual(['econ.terms'])
  })

  test('carries a condition in CQL2 as it was written, readable or not', () => {
    const condition = "CASEI(name_en) LIKE CASEI('%dik%') AND S_DWITHIN(geometry, POINT(66.6 27.8), 200, 'km')"
    const written = encodeLink({ ...DEFAULTS, filter: { commodity: ['copper'], filter: condition } })
    expect(written).toContain('&commodity=copper&filter=CASEI')
    expect(decodeLink(written, DEFAULTS).state.filter).toEqual({ commodity: ['copper'], filter: condition })
    expect(decodeLink('filter=importance >', DEFAULTS)).toMatchObject({ state: { filter: { filter: 'importance >' } } })
    const tooLong = decodeLink(`filter=${'x'.repeat(20_000)}`, DEFAULTS)
    expect([tooLong.faults, tooLong.state.filter]).toEqual([['filter'], {}])
  })

  test('carries a question', () => {
    const asked =
      'v=1&at=69.3,30.2,4.9&layers=deposits&commodity=copper&lang=en&theme=light&panel=ask&ask=conditions&ask.within=railway:100,grid:50&ask.beyond=protectedArea:0'
    const { state, faults } = decodeLink(asked, DEFAULTS)
    expect(faults).toEqual([])
    expect(state.question).toEqual({
      ...FIRST_QUESTION,
      kind: 'conditions',
      within: { railway: 100, grid: 50 },
      beyond: { protectedArea: 0 },
    })
    expect(encodeLink(state)).toBe(asked)
  })

  test('with a broken question keeps what is whole of it', () => {
    const { state, faults } = decodeLink(
      'ask=near&ask.km=far&ask.shape=A66,30_67,x&ask.data=ports&ask.weights=1,2',
      DEFAULTS,
    )
    expect(faults.sort()).toEqual(['ask.km', 'ask.shape', 'ask.weights'])
    expect(state.question).toEqual({ ...FIRST_QUESTION, datasets: ['ports'] })
    expect(decodeLink('ask=everything', DEFAULTS)).toEqual({ state: DEFAULTS, faults: ['ask'] })
  })

  test('without a version is of the first one', () => {
    const { state, faults } = decodeLink('sel=ports/gwadar&panel=none', DEFAULTS)
    expect(faults).toEqual([])
    expect(state).toEqual({ ...DEFAULTS, selection: { dataset: 'ports', id: 'gwadar' }, panel: null })
  })

  test('of a newer version says so and keeps what is understood', () => {
    const { state, faults } = decodeLink('v=7&lang=zh&hologram=on', DEFAULTS)
    expect(faults).toEqual(['v'])
    expect(state.language).toBe('zh')
  })

  test.each([
    ['at=abc', 'at'],
    ['at=200,30,5', 'at'],
    ['at=69,30', 'at'],
    ['at=,,', 'at'],
    ['at=69.3,30.2,NaN', 'at'],
    ['layers=deposits,deposits', 'layers'],
    ['layers=deposits:2', 'layers'],
    ['layers=<script>', 'layers'],
    ['commodity=unobtainium', 'commodity'],
    ['sel=../../etc/passwd', 'sel'],
    ['sel=deposits', 'sel'],
    ['lang=fr', 'lang'],
    ['theme=pink', 'theme'],
    ['view=moon', 'view'],
    ['panel=x', 'panel'],
    ['drawer=x', 'drawer'],
    ['sort=name', 'sort'],
    ['v=latest', 'v'],
  ])('with %s leaves that at its default and names it', (query, fault) => {
    expect(decodeLink(query, DEFAULTS)).toEqual({ state: DEFAULTS, faults: [fault] })
  })

  test('keeps the good fields of a filter beside a bad one', () => {
    const { state, faults } = decodeLink('commodity=unobtainium&province=sindh', DEFAULTS)
    expect(state.filter).toEqual({ province: ['sindh'] })
    expect(faults).toEqual(['commodity'])
  })

  test('can say that no layer is on', () => {
    const none = { ...DEFAULTS, layers: [] }
    expect(decodeLink(encodeLink(none), DEFAULTS).state.layers).toEqual([])
  })
})
