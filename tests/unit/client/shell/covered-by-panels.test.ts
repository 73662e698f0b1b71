/** What panels cover follows the reading direction and never more than leaves a map to see. */
import { describe, expect, test } from 'vitest'
import { coveredByPanels, type OpenPanels } from '#client/shell/covered-by-panels.ts'

const WIDE: OpenPanels = {
  layout: 'wide',
  dir: 'ltr',
  hasPanel: true,
  hasSheet: true,
  drawerHeightPx: 300,
  sheetStop: 'peek',
}

describe('the map that panels cover', () => {
  test('is at the start and the end, which Urdu turns round', () => {
    const english = coveredByPanels(WIDE, 900)
    const urdu = coveredByPanels({ ...WIDE, dir: 'rtl' }, 900)
    expect(english.left).toBeLessThan(english.right)
    expect([urdu.left, urdu.right]).toEqual([english.right, english.left])
    expect(english.bottom).toBe(300)
  })
  test('is nothing when nothing is open', () => {
    expect(coveredByPanels({ ...WIDE, hasPanel: false, hasSheet: false, drawerHeightPx: 0 }, 900)).toEqual({
      top: 0,
      right: 0,
      bottom: 0,
      left: 0,
    })
  })
  test('is at most half of a phone', () => {
    const phone = { ...WIDE, layout: 'narrow' as const, sheetStop: 'full' as const }
    expect(coveredByPanels(phone, 844).bottom).toBe(422)
  })
})
