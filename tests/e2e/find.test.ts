/** Finding: by a Chinese name, by a misspelling, by coordinates. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { cameraOf, mapIdle } from './browser.ts'
import { rawFeatures } from './count-independently.ts'
import { journey } from './harness.ts'

const atlas = journey()

const sheet = (page: Page) => page.getByRole('complementary', { name: 'Selected feature' })
const search = (page: Page) => page.getByRole('combobox', { name: 'Search the atlas' })
const results = (page: Page) => page.getByRole('listbox', { name: 'Search the atlas' }).getByRole('option')

function positionOf(id: string): number[] {
  return rawFeatures('deposits').find((feature) => feature.id === id)?.geometry?.coordinates as number[]
}

/** What a reader sees lies under the free part of the map: the place is on the screen and near. */
async function expectCameraNear(page: Page, [lon = 0, lat = 0]: number[]) {
  await mapIdle(page)
  const camera = await cameraOf(page)
  expect(Math.abs(camera.lon - lon)).toBeLessThan(1)
  expect(Math.abs(camera.lat - lat)).toBeLessThan(1)
  expect(camera.zoom).toBeGreaterThan(7)
}

test('Saindak by its Chinese name', async () => {
  const page = await atlas.open()
  await mapIdle(page)
  expect(await sheet(page).count()).toBe(0)
  await search(page).fill('山达克')
  await results(page).filter({ hasText: 'Saindak' }).first().click()
  await sheet(page)
    .getByRole('heading', { level: 2, name: /Saindak/ })
    .waitFor()
  expect(await sheet(page).getByText('山达克').count()).toBeGreaterThan(0)
  expect(page.url()).toContain('sel=deposits/saindak')
  await expectCameraNear(page, positionOf('saindak'))
})

test.each(['Dodar', 'Dudher', 'Duddar', 'dudder'])('Duddar typed as %s', async (typed) => {
  const page = await atlas.open()
  await search(page).fill(typed)
  await results(page).first().filter({ hasText: 'Duddar' }).waitFor()
  await search(page).press('Enter')
  await sheet(page)
    .getByRole('heading', { level: 2, name: /Duddar/ })
    .waitFor()
  expect(page.url()).toContain('sel=deposits/duddar')
  // A figure, its source and straight-line distances stand in the sheet.
  await sheet(page).getByRole('heading', { name: 'Nearest' }).waitFor()
  expect(
    await sheet(page)
      .getByText(/straight line/i)
      .count(),
  ).toBeGreaterThan(0)
  await expectCameraNear(page, positionOf('duddar'))
})

test.each([
  ['29.25, 61.61', [61.61, 29.25]],
  ['25°07′35″N 62°19′21″E', [62.3225, 25.12639]],
])('coordinates %s', async (typed, position) => {
  const page = await atlas.open()
  await search(page).fill(typed)
  await results(page).filter({ hasText: 'Position' }).waitFor()
  await search(page).press('Enter')
  await expectCameraNear(page, position)
})

test('nothing found says so and gives examples', async () => {
  const page = await atlas.open()
  await search(page).fill('qqqqzzzzxxxx')
  await page.getByText('Nothing found for “qqqqzzzzxxxx”.').waitFor()
  expect(await results(page).count()).toBe(0)
})
