/** Connect, routes: Saindak, Duddar and Thar to ports, a smelter and a power plant; alternatives, rates, ranking; all in the link. */
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
    const chosen = features.filter(({ properties }) => properties.isChosen)
    return [...new Set(chosen.map(({ properties }) => properties.mode))]
  })
}

const link = (from: string, to: string, rest = '') => `/?panel=connect&lang=en&from=${from}&to=${to}${rest}`

test('Saindak to Gwadar: chosen in the panel, drawn, told leg by leg, kept in the link', async () => {
  const page = await atlas.open('/?panel=connect&lang=en&sel=deposits/saindak')
  await page.getByRole('button', { name: 'Start from what is selected' }).click()
  await page.getByRole('combobox', { name: 'To' }).selectOption('ports/gwadar')
  await page.getByTestId('route-cost').waitFor()
  expect(await baseCost(page)).toBeGreaterThan(10)
  expect(page.url()).toContain('from=deposits/saindak')
  expect(page.url()).toContain('to=ports/gwadar')
  await expect.poll(() => drawnModes(page)).toContain('road')
  const route = page.getByRole('region', { name: 'Route', exact: true })
  expect(await route.getByRole('listitem').count()).toBeGreaterThan(0)
  await route.getByRole('button', { name: 'What this rests on' }).first().click()
  await page.locator(':popover-open').getByText('from memory').first().waitFor()

  const again = await atlas.open(new URL(page.url()).pathname + new URL(page.url()).search)
  await again.getByTestId('route-cost').waitFor()
  expect(await baseCost(again)).toBe(await baseCost(page))
})

test('an assumption is changed where a figure opens it, and the figure follows', async () => {
  const page = await atlas.open(link('deposits/saindak', 'ports/gwadar'))
  await page.getByTestId('route-cost').waitFor()
  const before = await baseCost(page)
  await page.getByTestId('route-cost').getByRole('button', { name: 'What this rests on' }).click()
  const rate = page.locator(':popover-open').getByRole('textbox', { name: /Truck haul, flat/ })
  await rate.fill('0.09')
  await rate.press('Enter')
  await expect.poll(() => baseCost(page)).toBeGreaterThan(before)
  expect(page.url()).toContain('rates=roadRate:0.09')
  await page.locator(':popover-open').getByText('set by you').first().waitFor()
})

test('Saindak to Karachi: five ways compared, the next best explained, cost along the way read by keys', async () => {
  const page = await atlas.open(link('deposits/saindak', 'ports/karachi'))
  await page.getByTestId('route-cost').waitFor()
  const best = await baseCost(page)
  const route = page.getByRole('region', { name: 'Route', exact: true })
  expect(await route.locator('.why').innerText()).toMatch(/Why this way: .*The next best: \+[\d.]+ USD\/t/)
  const ways = route.getByRole('button', { name: /^Way \d$/ })
  expect(await ways.count()).toBeGreaterThan(2)
  await ways.nth(1).click()
  await expect.poll(() => baseCost(page)).toBeGreaterThanOrEqual(best)
  expect(page.url()).toContain('way=1')
  await route.getByText('Against the best way:').waitFor()
  const reader = route.getByRole('slider', { name: 'Read the cost at a kilometre' })
  await reader.focus()
  await page.keyboard.press('Home')
  await route.getByText(/At km 0: 0 USD\/t spent/).waitFor()
})

test('Saindak to Jinchang, found by its name: by sea through a Chinese port, and overland over the Khunjerab', async () => {
  const bySea = await atlas.open('/?panel=connect&lang=en&from=deposits/saindak')
  await bySea.getByRole('searchbox', { name: 'Or search another place' }).fill('Jinchang')
  await bySea.getByRole('button', { name: /^Jinchang/ }).click()
  expect(bySea.url()).toContain('to=network-places/jinchang')
  await bySea.getByTestId('route-cost').waitFor({ timeout: 60_000 })
  await expect.poll(() => drawnModes(bySea)).toContain('sea')
  const overland = await atlas.open(link('deposits/saindak', 'network-places/jinchang', '&modes=road,rail'))
  await overland.getByTestId('route-cost').waitFor({ timeout: 60_000 })
  await expect.poll(() => drawnModes(overland)).toContain('road')
  expect(await drawnModes(overland)).not.toContain('sea')
  const km = async (page: Page): Promise<number> => {
    const figures = await page.locator('.route__figures').innerText()
    return Number(/([\d,]+)\s*km/.exec(figures)?.[1]?.replaceAll(',', ''))
  }
  expect(await km(bySea)).toBeGreaterThan(2 * (await km(overland)))
  await overland.getByText(/Trusted least: .* \(straight line between places\)/).waitFor()
  // A smelter to which no road of the atlas leads is reached all the same, and the way says what it rests on.
  await overland.getByRole('button', { name: 'Take out Jinchang' }).click()
  await overland.getByRole('combobox', { name: 'To' }).selectOption('processing/cn-guixi')
  await overland.getByTestId('route-cost').waitFor({ timeout: 60_000 })
})

test('Thar coal to a power plant and to Port Qasim: both in one table, each way a click away', async () => {
  const page = await atlas.open(link('deposits/thar', 'power-plants/engro-thar;ports/port-qasim'))
  const table = page.getByRole('region', { name: 'Delivered cost' })
  await table.waitFor({ timeout: 60_000 })
  const cells = table.locator('tbody button')
  expect(await cells.count()).toBe(2)
  const [plant = 0, port = 0] = (await cells.allInnerTexts()).map(Number)
  expect(plant).toBeLessThan(port)
  await cells.nth(1).click()
  await page.getByTestId('route-cost').waitFor({ timeout: 60_000 })
  expect(await baseCost(page)).toBeCloseTo(port, 1)
  expect(page.url()).toContain('pair=deposits/thar;ports/port-qasim')
})

test('all filtered deposits to two markets: cheapest first, the best ways drawn, taken away as a workbook', async () => {
  const page = await atlas.open(link('', 'ports/gwadar;ports/karachi', '&commodity=copper').replace('from=&', ''))
  await page.getByRole('button', { name: /Take all \d+ filtered deposits/ }).click()
  expect(page.url()).toContain('from=filter')
  const rows = page.getByRole('region', { name: 'Delivered cost' }).locator('tbody tr')
  await rows.first().waitFor({ timeout: 60_000 })
  expect(await rows.count()).toBeGreaterThan(5)
  const cheapest = (await rows.locator('[data-best]').allInnerTexts()).map((text) => Number(text.replaceAll(',', '')))
  expect(cheapest).toEqual([...cheapest].sort((a, b) => a - b))
  await expect
    .poll(() =>
      page.evaluate(() => document.querySelector<MapElement>('.map')?.__map?.querySourceFeatures('route').length ?? 0),
    )
    .toBeGreaterThan(3)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Excel' }).click()
  expect((await download).suggestedFilename()).toMatch(/^orelink-matrix_.*\.xlsx$/)
})

test('Duddar to Karachi: N-25 closed costs more or leaves no way, and opening it again gives the first answer', async () => {
  const page = await atlas.open(link('deposits/duddar', 'ports/karachi'))
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
  await page.getByText('Conditions', { exact: false }).first().click()
  await page.getByRole('button', { name: 'Open N-25 again' }).click()
  await expect.poll(() => baseCost(page)).toBe(before)
  // A closed road that leaves no way is a problem that the server reports as such.
  atlas.expectFaults(/404|no-route/)
})

test('a dearer truck raises the cost while the slider moves, and the link keeps it', async () => {
  const page = await atlas.open(link('deposits/duddar', 'ports/karachi'))
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
  await cells.first().waitFor({ timeout: 60_000 })
  const costs = (await cells.allInnerTexts()).map((text) => Number(/^[\d,.]+/.exec(text)?.[0].replaceAll(',', '')))
  expect(costs.length).toBeGreaterThan(3)
  expect(costs).toEqual([...costs].sort((a, b) => a - b))
})
