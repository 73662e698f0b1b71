/** Every dataset with tiles is drawn or says why not; every legend names messages that exist and images that can be drawn. */
import { describe, expect, it } from 'vitest'
import { ENGLISH } from '#client/i18n/en/index.ts'
import { DATASETS } from '#geodata/datasets/catalogue.ts'
import { depositImage, hatchImage, markerImage, parseImageName } from '#geodata/style/image-id.ts'
import { DATASETS_WITHOUT_OVERLAY, OVERLAYS } from '#geodata/style/layers/index.ts'
import { FLAVOURS, PALETTES } from '#geodata/style/palette.ts'

describe('overlays', () => {
  it('draw every dataset that has tiles, or the list of exceptions says why not', () => {
    const drawn = new Set(OVERLAYS.flatMap((overlay) => overlay.datasets))
    const missing = DATASETS.filter(
      ({ id, tiles }) => tiles !== null && !drawn.has(id) && DATASETS_WITHOUT_OVERLAY[id] === undefined,
    ).map(({ id }) => id)
    expect(missing).toEqual([])
  })
  it('draw only datasets that exist', () => {
    const known = new Set(DATASETS.map(({ id }) => id))
    expect(OVERLAYS.flatMap(({ datasets }) => datasets).filter((id) => !known.has(id))).toEqual([])
  })
  it('use only properties that their tiles carry', () => {
    const always = ['id', 'name_en', 'name_ur', 'name_zh', 'quality', 'point_count']
    for (const flavour of FLAVOURS)
      for (const overlay of OVERLAYS) {
        const layers = overlay.build({ flavour, palette: PALETTES[flavour], language: 'en', hasImages: false })
        for (const layer of layers) {
          if (!('source' in layer) || typeof layer.source !== 'string') continue
          const tiles = DATASETS.find(({ id }) => id === layer.source)?.tiles
          const asked = [...JSON.stringify(layer).matchAll(/\["(?:get|has)","([a-zA-Z_]+)"\]/g)].map(
            (match) => match[1] ?? '',
          )
          // Status and numbers are asked of all lines alike; absence is a case of its own there.
          const unknown = asked.filter(
            (key) =>
              !always.includes(key) &&
              key !== 'status' &&
              key !== 'ref' &&
              !(tiles?.properties as readonly string[] | undefined)?.includes(key),
          )
          expect(unknown, layer.id).toEqual([])
        }
      }
  })
  it('have titles and legends in words', () => {
    const missing = OVERLAYS.flatMap((overlay) => [
      overlay.titleKey,
      ...overlay
        .legend({ flavour: 'light', palette: PALETTES.light, language: 'en', hasImages: true })
        .map(({ labelKey }) => labelKey),
    ]).filter((key) => !Object.hasOwn(ENGLISH, key))
    expect(missing).toEqual([])
  })
  it('ask in legends for images that can be drawn', () => {
    for (const overlay of OVERLAYS)
      for (const { symbol } of overlay.legend({
        flavour: 'dark',
        palette: PALETTES.dark,
        language: 'en',
        hasImages: true,
      }))
        if (symbol.kind === 'image') expect(parseImageName(symbol.id), symbol.id).toBeDefined()
  })
})

describe('image names', () => {
  it('read back as written', () => {
    expect(parseImageName(depositImage('dark', 'copper', 'operating', 'exact', 5))).toEqual({
      kind: 'deposit',
      flavour: 'dark',
      commodity: 'copper',
      status: 'operating',
      quality: 'exact',
      importance: 5,
    })
    expect(parseImageName(markerImage('anchor', 'half', '#123456', '#ffffff', 18))).toMatchObject({
      shape: 'anchor',
      form: 'half',
      sizePx: 18,
    })
    expect(parseImageName(hatchImage('dots', '#abcdef'))).toEqual({ kind: 'hatch', hatch: 'dots', colour: '#abcdef' })
  })
  it('of others are none of ours', () => {
    for (const id of ['', 'airport', 'marker|heart|full|#000|#fff|12', 'deposit|neon|copper|operating|exact|3'])
      expect(parseImageName(id)).toBeUndefined()
  })
})
