/** Filtering: copper in Balochistan; map, list, chips, counts and link agree with each other and with the data file. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { drawnIds, mapIdle } from './browser.ts'
import { countText, rawFeatures, wholeAndParts } from './count-independently.ts'
import { journey } from './harness.ts'

const atlas = journey()

const everything = rawFeatures('deposits')
const has = (value: unknown, wanted: string) => Array.isArray(value) && value.includes(wanted)
const copper = everything.filter(({ properties }) => has(properties.commodities, 'copper'))
const copperInBalochistan = copper.filter(({ properties }) => properties.province === 'balochistan')

const panel = (page: Page) => page.getByRole('complementary', { name: 'Layers, filters and corridors' })
const choice = (page: Page, name: RegExp) => panel(page).getByRole('checkbox', { name })

test('copper in Balochistan', async () => {
  expect(copperInBalochistan.length).toBeGreaterThan(5)
  expect(copperInBalochistan.length).toBeLessThan(copper.length)

  const page = await atlas.open()
  await page.getByRole('tab', { name: 'Filters' }).click()
  await panel(page)
    .getByText(countText(wholeAndParts(everything)), { exact: true })
    .waitFor()

  await choice(page, /^(Cu ?)?Copper/).check()
  await panel(page)
    .getByText(countText(wholeAndParts(copper)), { exact: true })
    .waitFor()
  // The count beside a choice is what one sees after choosing it.
  const offered = await panel(page).locator('label', { hasText: 'Balochistan' }).locator('.choice__count').textContent()
  await choice(page, /^Balochistan/).check()
  const both = wholeAndParts(copperInBalochistan)
  await panel(page).getByText(countText(both), { exact: true }).waitFor()
  expect(Number(offered)).toBe(both.deposits)
  expect(page.url()).toContain('commodity=copper')
  expect(page.url()).toContain('province=balochistan')

  // The list holds the same deposits.
  await page.getByRole('button', { name: 'Show list' }).click()
  const list = page.getByRole('region', { name: 'List of deposits' })
  await list.getByText(countText(both), { exact: true }).first().waitFor()

  // No symbol of any other deposit is left on the map.
  await mapIdle(page)
  const allowed = new Set(copperInBalochistan.map(({ id }) => id))
  const drawn = (await drawnIds(page, 'deposits')).filter((id) => id !== 'undefined')
  expect(drawn.filter((id) => !allowed.has(id))).toEqual([])

  // One click clears.
  await panel(page).getByRole('button', { name: 'Clear all filters' }).click()
  await panel(page)
    .getByText(countText(wholeAndParts(everything)), { exact: true })
    .waitFor()
  expect(page.url()).not.toContain('commodity=')
})

test('a filter that nothing matches says which one to leave out', async () => {
  const page = await atlas.open('/?v=1&commodity=copper&province=azad-jammu-kashmir&status=operating&panel=filters')
  await panel(page).getByText('No deposit matches all filters.').waitFor()
  const loosen = panel(page)
    .getByRole('button', { name: /^Leave out/ })
    .first()
  await loosen.click()
  await panel(page).getByText('No deposit matches all filters.').waitFor({ state: 'hidden' })
})

test('a chip removes its own filter and no other', async () => {
  const page = await atlas.open('/?v=1&commodity=copper&province=balochistan&panel=filters')
  await panel(page)
    .getByText(countText(wholeAndParts(copperInBalochistan)), { exact: true })
    .waitFor()
  await panel(page).getByRole('button', { name: 'Remove filter Province: Balochistan' }).click()
  await panel(page)
    .getByText(countText(wholeAndParts(copper)), { exact: true })
    .waitFor()
  expect(page.url()).toContain('commodity=copper')
})
