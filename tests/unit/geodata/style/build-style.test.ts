/** Every style that the atlas can build passes MapLibre's own validator, and layers, sources and slots fit together. */
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { BOUNDARY_VIEWS } from '#geodata/style/boundary-view.ts'
import { buildStyle, type StyleChoices } from '#geodata/style/build-style.ts'
import { DEFAULT_LAYERS, OVERLAYS } from '#geodata/style/layers/index.ts'
import { FLAVOURS } from '#geodata/style/palette.ts'

const choices: StyleChoices = {
  language: 'en',
  flavour: 'light',
  boundaries: 'international',
  baseUrl: 'https://atlas.example',
  deposits: 'tiles',
}
const everything = OVERLAYS.map(({ id }) => ({ id, opacity: 0.5 }))
const clusters = { clusters: 'https://atlas.example/api/deposits/map' }

describe('buildStyle', () => {
  for (const flavour of FLAVOURS)
    for (const language of ['en', 'ur', 'zh'] as const)
      it(`is valid in ${flavour} and ${language}, with everything on`, () => {
        for (const boundaries of BOUNDARY_VIEWS)
          for (const deposits of ['tiles', clusters] as const) {
            const style = buildStyle({ ...choices, flavour, language, boundaries, deposits, layers: everything })
            expect(validateStyleMin(style).map((fault) => fault.message)).toEqual([])
          }
      })

  it('gives every layer a name of its own and a source that exists', () => {
    const style = buildStyle({ ...choices, layers: everything, deposits: clusters })
    const ids = style.layers.map((layer) => layer.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const layer of style.layers) {
      if (layer.type === 'background' || !('source' in layer)) continue
      expect(Object.keys(style.sources)).toContain(layer.source)
    }
  })

  it('draws overlays in the order of the reader', () => {
    const order = (layers: { id: string; opacity: number }[]) =>
      buildStyle({ ...choices, layers }).layers.map((layer) => layer.id.split('/')[0])
    const one = order([
      { id: 'roads', opacity: 1 },
      { id: 'railways', opacity: 1 },
    ])
    const other = order([
      { id: 'railways', opacity: 1 },
      { id: 'roads', opacity: 1 },
    ])
    expect(one.indexOf('roads')).toBeLessThan(one.indexOf('railways'))
    expect(other.indexOf('railways')).toBeLessThan(other.indexOf('roads'))
  })

  it('keeps deposits above the labels of the ground and all else below them', () => {
    const ids = buildStyle({ ...choices, layers: everything }).layers.map((layer) => layer.id)
    const labels = ids.indexOf('basemap/place-names')
    expect(ids.indexOf('corridors/alignment-western-traced')).toBeLessThan(labels)
    expect(ids.indexOf('ports/points')).toBeLessThan(labels)
    expect(ids.indexOf('deposits/symbols')).toBeGreaterThan(labels)
  })

  it('ignores a layer that an older link names and that is gone', () => {
    const with404 = buildStyle({ ...choices, layers: [{ id: 'no-such-layer', opacity: 1 }] })
    expect(with404.layers).toEqual(buildStyle({ ...choices, layers: [] }).layers)
  })

  it('shows on a first visit what the layers say is on', () => {
    expect(DEFAULT_LAYERS.map(({ id }) => id)).toEqual(OVERLAYS.filter((one) => one.defaultOn).map(({ id }) => id))
    expect(DEFAULT_LAYERS.map(({ id }) => id)).toContain('deposits')
  })

  it('marks the chosen view of the boundaries', () => {
    const filters = BOUNDARY_VIEWS.map((boundaries) => {
      const style = buildStyle({ ...choices, boundaries })
      const layer = style.layers.find(({ id }) => id === 'basemap/borders')
      return JSON.stringify(layer && 'filter' in layer ? layer.filter : null)
    })
    expect(new Set(filters).size).toBe(3)
  })
})
