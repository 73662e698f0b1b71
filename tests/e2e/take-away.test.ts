/** Taking data away: the file of a filtered list holds the rows of the list; cancel and failure are said in words. */
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import type { Download, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { countText, rawFeatures, wholeAndParts } from './count-independently.ts'
import { journey } from './harness.ts'

const atlas = journey()

const copperInBalochistan = rawFeatures('deposits').filter(
  ({ properties: { commodities, province } }) =>
    Array.isArray(commodities) && commodities.includes('copper') && province === 'balochistan',
)
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Take data away' })

async function rowsOf(file: Download): Promise<Record<string, string>[]> {
  const text = readFileSync(await file.path(), 'utf8').replace('\uFEFF', '')
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data
}

test('copper in Balochistan as CSV: as many rows as the list shows', async () => {
  const page = await atlas.open('/?commodity=copper&province=balochistan&drawer=list')
  const list = page.getByRole('region', { name: 'List of deposits' })
  await list
    .getByText(countText(wholeAndParts(copperInBalochistan)), { exact: true })
    .first()
    .waitFor()
  await list.getByRole('button', { name: 'Take away' }).click()
  await dialog(page).getByText(`${copperInBalochistan.length} records`).waitFor()
  await dialog(page).getByRole('radio', { name: /^CSV/ }).check()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('button', { name: 'Download' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^orelink-deposits_commodity-copper_province-balochistan_data-.*\.csv$/)
  const rows = await rowsOf(file)
  expect(rows.map(({ id }) => id).sort()).toEqual(copperInBalochistan.map(({ id }) => id).sort())
  expect(rows.some(({ name_ur }) => /\p{Script=Arabic}/u.test(name_ur ?? ''))).toBe(true)
  expect(rows.some(({ name_zh }) => /\p{Script=Han}/u.test(name_zh ?? ''))).toBe(true)
  await dialog(page).getByText('Saved: orelink-deposits_commodity-copper').waitFor()
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'hidden' })
})

test('one deposit from its sheet, a whole dataset from its layer', async () => {
  const page = await atlas.open('/?sel=deposits/duddar')
  const sheet = page.getByRole('complementary', { name: 'Selected feature' })
  await sheet.getByRole('button', { name: 'Take away' }).click()
  await dialog(page)
    .getByText(/: 1 record$/)
    .waitFor()
  // A single record is chosen, not looked for on the map.
  expect(await dialog(page).getByRole('checkbox').count()).toBe(0)
  await dialog(page).getByRole('button', { name: 'Close' }).click()

  const layers = page.getByRole('complementary', { name: 'Layers, filters and corridors' })
  await layers.getByText('Legend, opacity, source').first().click()
  await layers.getByRole('button', { name: 'Take away' }).first().click()
  await dialog(page).getByRole('checkbox', { name: 'Only what the map shows now' }).check()
  await dialog(page)
    .getByRole('radio', { name: /^GeoJSON/ })
    .check()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('button', { name: 'Download' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/_box-.*\.geojson$/)
  expect(JSON.parse(readFileSync(await file.path(), 'utf8')).features.length).toBeGreaterThan(0)
})

test('a slow file can be cancelled, a failed one is told in words and tried again', async () => {
  const page = await atlas.open('/?sel=deposits/duddar')
  await page.getByRole('button', { name: 'Take away' }).last().click()
  await dialog(page)
    .getByText(/: 1 record$/)
    .waitFor()
  let isHeld = true
  await page.route('**/api/export/deposits.gpkg*', async (route) => {
    if (isHeld) return
    await route.fulfill({
      status: 429,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        ...{ type: 'urn:orelink:problem:too-many-requests', code: 'too-many-requests', title: 'x', status: 429 },
        ...{ detail: 'x', requestId: 'r-1' },
      }),
    })
  })
  await dialog(page).getByRole('button', { name: 'Download' }).click()
  await dialog(page).getByText('Preparing the file…').waitFor()
  await dialog(page).getByRole('button', { name: 'Cancel' }).click()
  await dialog(page).getByRole('button', { name: 'Download' }).waitFor()

  atlas.expectFaults(/429/)
  isHeld = false
  await dialog(page).getByRole('button', { name: 'Download' }).click()
  await dialog(page).getByText('Too many requests in a short time. Wait a moment and try again.').waitFor()
  await page.unroute('**/api/export/deposits.gpkg*')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('button', { name: 'Try again' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^orelink-deposits_only-duddar_data-.*\.gpkg$/)
})
