/**
 * The seven commodity groups stay apart in normal sight and without one kind of cone. Simulation of dichromacy: Viénot,
 * Brettel and Mollon 1999 for protan and deutan, Brettel, Viénot and Mollon 1997 for tritan. Distance: CIEDE2000.
 */
import { describe, expect, it } from 'vitest'
import { GROUP_ORDER } from '#geodata/style/image-id.ts'
import { FLAVOURS, GROUP_COLOURS, PALETTES } from '#geodata/style/palette.ts'
import { ciede2000, contrast, labOf, SIGHTS, seenBy } from './colour-science.ts'

describe('the commodity groups', () => {
  it('measures colour as published: pairs of Sharma, Wu and Dalal 2005', () => {
    expect(ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4)
    expect(ciede2000([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4)
    expect(ciede2000([22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619])).toBeCloseTo(2.0373, 4)
  })

  it('simulates as it should: greys stay grey, red and green close in on each other', () => {
    for (const sight of SIGHTS) {
      const [r, g, b] = seenBy(sight, '#808080')
      expect(Math.max(r, g, b) - Math.min(r, g, b)).toBeLessThan(0.02)
    }
    const far = ciede2000(labOf(seenBy('normal', '#c04040')), labOf(seenBy('normal', '#5f7a20')))
    const near = ciede2000(labOf(seenBy('deutan', '#c04040')), labOf(seenBy('deutan', '#5f7a20')))
    expect(near).toBeLessThan(far / 2)
  })

  for (const sight of SIGHTS)
    it(`differ by CIEDE2000 20 or more, pair by pair, in ${sight} sight`, () => {
      const close: string[] = []
      GROUP_ORDER.forEach((a, index) => {
        for (const b of GROUP_ORDER.slice(index + 1)) {
          const distance = ciede2000(
            labOf(seenBy(sight, GROUP_COLOURS[a].fill)),
            labOf(seenBy(sight, GROUP_COLOURS[b].fill)),
          )
          if (distance < 20) close.push(`${a} ${b} ${distance.toFixed(1)}`)
        }
      })
      expect(close).toEqual([])
    })

  it('carry letters that can be read', () => {
    for (const group of GROUP_ORDER) {
      const { fill, glyph } = GROUP_COLOURS[group]
      expect(contrast(fill, glyph), group).toBeGreaterThanOrEqual(4.5)
    }
  })
})

describe('each flavour', () => {
  for (const flavour of FLAVOURS) {
    const palette = PALETTES[flavour]
    it(`${flavour}: labels stand out from land and sea`, () => {
      expect(contrast(palette.label, palette.land)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(palette.label, palette.sea)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(palette.labelQuiet, palette.land)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(palette.labelProvince, palette.land)).toBeGreaterThanOrEqual(3.5)
    })
    it(`${flavour}: corridors, markers and the accent stand out from the land`, () => {
      const marks = [
        palette.accent,
        palette.port,
        palette.border,
        palette.power,
        palette.zone,
        palette.project,
        palette.rail,
      ]
      for (const colour of [...Object.values(palette.corridor), ...marks])
        expect(contrast(colour, palette.land), colour).toBeGreaterThanOrEqual(3)
    })
  }
})
