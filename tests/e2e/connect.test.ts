/** Connect: from a deposit to a port, what a closed road does, and a rate under the finger; all of it in the link. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { MapElement } from '#client/map/map-store.ts'
import { journey } from './harness.ts'

const atlas = journey()

/** Base cost of the route shown, USD a tonne. */
async function baseCost(page: Page): Promise<number> {
  const text = await page.getByTestId('route-cost').innerText()
  const [, base] = /([\d.,]+) with the usual rates/.exec(text.replace(/\u00a0|\u202f/g, ' ')) ?? []
  return Number(base?.replaceAll(',', ''))
}

/** Modes of the lines that the map draws for the chosen route. */
function drawnModes(page: Page): Promise<unknown[]> {
  return page.evaluate(() => {
    const map = document.querySelector<MapElement>('.map')?.__map
    const features = map?.querySourceFeatures('route') ?? []
    return [...new Set(features.map(({ properties }) => properties.mode))]
  })
}

test('Saindak to Gwadar: chosen in the panel, drawn, told leg by leg, kept in the link', async () => {
  const page = await atlas.open('/?panel=connect&lang=en&sel=deposits/saindak')
  await page.getByRole('button', { name: 'Start from what is selected' }).click()
  await page.getByRole('combobox', { name: 'To' }).selectOption('ports/gwadar')
  await page.getByTestId('route-cost').waitFor()
  expect(await baseCost(page)).toBeGreaterThan(10)
  expect(page.url()).toContain('from=deposits/saindak')
  expect(page.url()).toContain('to=ports/gwadar')
  await expect.poll(() => drawnModes(page)).toContain('road')
  const route = page.getByRole('region', { name: 'Route' })
  expect(await route.getByRole('listitem').count()).toBeGreaterThan(0)
  await route.getByRole('button', { name: 'What this rests on' }).first().click()
  await page.locator(':popover-open').getByText('from memory').first().waitFor()

  const again = await atlas.open(new URL(page.url()).pathname + new URL(page.url()).search)
  await again.getByTestId('route-cost').waitFor()
  expect(await baseCost(again)).toBe(await baseCost(page))
})

test('Duddar to Karachi: N-25 closed costs more or leaves no way, and opening it again gives the first answer', async () => {
  const page = await atlas.open('/?panel=connect&lang=en&from=deposits/duddar&to=ports/karachi')
  await page.getByTestId('route-cost').waitFor()
  const before = await baseCost(page)
  await page
    .getByText(/\d+ stretch/)
    .first()
    .click()
  await page.getByRole('button', { name: 'Close N-25' }).first().click()
  expect(page.url()).toContain('closed=N-25')
  const noWay = page.getByRole('alert')
  await expect
    .poll(async () => ((await noWay.count()) > 0 ? Number.POSITIVE_INFINITY : baseCost(page)))
    .toBeGreaterThan(before)
  await page.getByRole('button', { name: 'Open N-25 again' }).click()
  await expect.poll(() => baseCost(page)).toBe(before)
  // A closed road that leaves no way is a problem that the server reports as such.
  atlas.expectFaults(/404|no-route/)
})

test('a dearer truck raises the cost while the slider moves, and the link keeps it', async () => {
  const page = await atlas.open('/?panel=connect&lang=en&from=deposits/duddar&to=ports/karachi')
  await page.getByTestId('route-cost').waitFor()
  const before = await baseCost(page)
  await page.getByText('Rates and speeds').click()
  const slider = page.getByRole('slider', { name: /Truck haul, flat/ })
  await slider.focus()
  for (let press = 0; press < 20; press++) await page.keyboard.press('ArrowRight')
  await expect.poll(() => baseCost(page)).toBeGreaterThan(before)
  expect(page.url()).toMatch(/rates=roadRate:0\.0\d+/)
})

test('deposits ranked by delivered cost, cheapest first', async () => {
  const page = await atlas.open('/?panel=connect&lang=en&to=ports/gwadar&commodity=copper')
  await page.getByText('Deposits by delivered cost').click()
  const cells = page.locator('table.ranking tbody td:nth-child(2)')
  await cells.first().waitFor()
  const costs = (await cells.allInnerTexts()).map((text) => Number(/^[\d,.]+/.exec(text)?.[0].replaceAll(',', '')))
  expect(costs.length).toBeGreaterThan(3)
  expect(costs).toEqual([...costs].sort((a, b) => a - b))
})
