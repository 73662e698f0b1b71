/**
 * What stands side by side on the map stays apart without one kind of cone: classes of the ramps, shades over the land, and
 * the corridors' alignments. Where colour alone is not enough, dash and label tell; here the distance is measured (CIEDE2000).
 */
import { describe, expect, it } from 'vitest'
import { PALETTES } from '#geodata/style/palette.ts'
import { shadeClasses } from '#geodata/style/shade-classes.ts'
import { ciede2000, labOf, SIGHTS, type Sight, seenBy } from './colour-science.ts'

const FLAVOURS_ON_SCREEN = ['light', 'dark'] as const

const apart = (sight: Sight, a: string, b: string): number =>
  ciede2000(labOf(seenBy(sight, a)), labOf(seenBy(sight, b)))

/** A colour of the given opacity over another, as the screen mixes them. */
function over(top: string, opacity: number, below: string): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16)
  return `#${[1, 3, 5]
    .map((at) => Math.round(channel(top, at) * opacity + channel(below, at) * (1 - opacity)))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`
}

describe.each(FLAVOURS_ON_SCREEN)('%s', (flavour) => {
  const palette = PALETTES[flavour]
  describe.each(SIGHTS)('in %s sight', (sight) => {
    it.each(['peopleRamp', 'literacyRamp', 'seismicRamp'] as const)('neighbours of the %s', (ramp) => {
      const near = palette[ramp].slice(1).map((colour, index) => apart(sight, colour, palette[ramp][index] ?? colour))
      expect(Math.min(...near)).toBeGreaterThan(6)
    })
    it('neighbouring shades of an answer, and the land', () => {
      const shades = [0, ...shadeClasses([1, 2, 3, 4, 5]).map(({ opacity }) => opacity)].map((opacity) =>
        over(palette.accent, opacity, palette.land),
      )
      const near = shades.slice(1).map((colour, index) => apart(sight, colour, shades[index] ?? colour))
      expect(Math.min(...near)).toBeGreaterThan(6)
    })
    it('the four alignments', () => {
      const { western, central, eastern, kkh } = palette.corridor
      const lines = [western, central, eastern, kkh]
      const pairs = lines.flatMap((a, index) => lines.slice(index + 1).map((b) => apart(sight, a, b)))
      expect(Math.min(...pairs)).toBeGreaterThan(15)
    })
  })
})
