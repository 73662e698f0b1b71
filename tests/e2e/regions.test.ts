/** Provinces and districts: reached by search, from a deposit and from the map; shaded by a figure; compared in a table. */
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { mapIdle } from './browser.ts'
import { journey } from './harness.ts'

const atlas = journey()

interface Region {
  region: { count: { deposits: number; parts: number }; census: { population: number | null } }
}
const regionOf = async (path: string): Promise<Region> =>
  (await (await fetch(`${atlas.server.address}/api/regions/${path}`)).json()) as Region

// The first question joins every feature to its district, which a loaded machine may take longer for than a question has.
beforeAll(async () => {
  for (let tries = 0; tries < 20; tries += 1)
    if ((await fetch(`${atlas.server.address}/api/regions/districts`)).ok) return
  throw new Error('the regions were not answered')
}, 130_000)

const sheet = (page: Page) => page.getByRole('complementary', { name: 'Selected feature' })

test('search leads to a district: deposits, ore by category, people, what stands there', async () => {
  const page = await atlas.open('/?v=1&theme=light&panel=none')
  await page.getByRole('combobox', { name: /search/i }).fill('Chagai')
  await page.getByRole('option').filter({ hasText: 'District' }).filter({ hasText: 'Chagai' }).first().click()
  await sheet(page).getByRole('heading', { level: 2, name: 'Chagai' }).waitFor()
  expect(page.url()).toContain('sel=districts/chagai')
  const { region } = await regionOf('districts/chagai')
  expect(region.count.deposits).toBeGreaterThan(3)
  const text = await sheet(page).innerText()
  expect(text).toContain(`${region.count.deposits} deposits and ${region.count.parts} parts`)
  expect(text).toMatch(/Copper Resource · \d+ deposits?/)
  expect(text).toContain(new Intl.NumberFormat('en-GB').format(region.census.population ?? 0))
  expect(text).toContain('Corridors through it')

  await sheet(page).getByRole('button', { name: 'Balochistan', exact: true }).click()
  await sheet(page).getByRole('heading', { level: 2, name: 'Balochistan' }).waitFor()
  expect(page.url()).toContain('sel=provinces/balochistan')
  await sheet(page).getByRole('button', { name: 'Gwadar' }).first().waitFor()
})

test('a deposit names its district and province, and both open', async () => {
  const page = await atlas.open('/?v=1&theme=light&panel=none&sel=deposits/duddar')
  await sheet(page).getByRole('button', { name: 'Lasbela', exact: true }).click()
  await sheet(page)
    .getByRole('heading', { level: 2, name: /Lasbela/ })
    .waitFor()
  await page.goBack()
  await sheet(page).getByRole('button', { name: 'Balochistan', exact: true }).click()
  await sheet(page).getByRole('heading', { level: 2, name: 'Balochistan' }).waitFor()
})

test('districts are shaded by a figure, the link says which, and a click on the map opens one', async () => {
  const page = await atlas.open('/?v=1&theme=light&panel=none&layers=&at=67.5,28.5,6&sel=districts/quetta')
  const choice = sheet(page).getByRole('combobox', { name: 'Shade the map by' })
  const shaded = () =>
    page.evaluate(() => {
      const { __map: map } = document.querySelector('.map') as unknown as {
        __map: { getLayer(id: string): unknown; queryRenderedFeatures(o: object): unknown[] }
      }
      return map.getLayer('answer/shade') ? map.queryRenderedFeatures({ layers: ['answer/shade'] }).length : 0
    })
  await choice.waitFor()
  await mapIdle(page)
  expect(await shaded()).toBe(0)
  await choice.selectOption('population')
  await expect.poll(shaded).toBeGreaterThan(5)
  expect(page.url()).toContain('shade=population')
  await sheet(page).getByText('No data', { exact: true }).waitFor()
  await mapIdle(page)

  await page.mouse.click(400, 600)
  await expect.poll(() => page.url()).toMatch(/sel=districts\/(?!quetta)/)
  await page.keyboard.press('Escape')
  await expect.poll(shaded).toBe(0)
})

test('provinces side by side, sorted by any figure; a name opens its sheet', async () => {
  const page = await atlas.open('/?v=1&theme=light&sel=provinces/sindh')
  await sheet(page).getByRole('button', { name: 'Compare provinces' }).click()
  const table = page.getByRole('region', { name: 'Provinces and territories side by side' })
  await table.getByRole('row').nth(7).waitFor()
  expect(page.url()).toContain('page=provinces')
  const first = () => table.getByRole('row').nth(1).getByRole('rowheader').innerText()
  const before = await first()
  await table.getByRole('button', { name: 'Area, km²' }).click()
  expect(await first()).toBe('Balochistan')
  await table.getByRole('button', { name: 'People', exact: true }).click()
  expect(await first()).toBe('Punjab')
  expect(before).not.toBe('Punjab')
  const ajk = await table.getByRole('row').filter({ hasText: 'Azad' }).innerText()
  expect(ajk).toContain('Not reported')
  await table.getByRole('button', { name: 'Punjab' }).click()
  await sheet(page).getByRole('heading', { level: 2, name: 'Punjab' }).waitFor()
  expect(page.url()).not.toContain('page=')
})

const SCREENS: Record<string, { path: string; settled: string }> = {
  'a province, light': { path: '&theme=light&sel=provinces/balochistan&shade=deposits', settled: '.region__legend' },
  'a province, dark': { path: '&theme=dark&sel=provinces/balochistan', settled: '.region__shade' },
  'a district in Urdu': { path: '&theme=light&lang=ur&sel=districts/chagai', settled: '.region__shade' },
  'the comparison': { path: '&theme=light&page=provinces', settled: '.provinces td' },
  'the comparison, dark': { path: '&theme=dark&page=provinces', settled: '.provinces td' },
}
test.each(Object.entries(SCREENS))('axe finds nothing: %s', async (_name, { path, settled }) => {
  const page = await atlas.open(`/?v=1${path}`)
  await page.locator(settled).first().waitFor({ timeout: 60_000 })
  expect(await violations(page)).toEqual([])
})
