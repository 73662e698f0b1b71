/** A phone: one sheet at the bottom, targets for a finger, nothing wider than the screen. */
import { expect, test } from 'vitest'
import { mapIdle } from './browser.ts'
import { journey } from './harness.ts'

const atlas = journey()
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }

test('search, read and filter on a phone', async () => {
  const page = await atlas.open('/', PHONE)
  await mapIdle(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)

  await page.getByRole('combobox', { name: 'Search the atlas' }).fill('Dodar')
  await page
    .getByRole('listbox', { name: 'Search the atlas' })
    .getByRole('option')
    .filter({ hasText: 'Duddar' })
    .first()
    .tap()
  const sheet = page.getByRole('complementary', { name: 'Selected feature' })
  await sheet.getByRole('heading', { level: 2, name: /Duddar/ }).waitFor()
  const half = (await sheet.boundingBox())?.height ?? 0
  expect(half).toBeGreaterThan(200)
  expect(half).toBeLessThan(700)
  await sheet.getByRole('button', { name: /^Panel height/ }).tap()
  await expect.poll(async () => (await sheet.boundingBox())?.height ?? 0).toBeGreaterThan(half + 100)
  await sheet.getByRole('button', { name: 'Close sheet' }).tap()

  await page.getByRole('tab', { name: 'Filters' }).tap()
  await page.getByRole('checkbox', { name: /^(Cu ?)?Copper/ }).check()
  expect(page.url()).toContain('commodity=copper')
})

test('what a finger presses is at least 44 px high', async () => {
  const page = await atlas.open('/', PHONE)
  await mapIdle(page)
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('header button, header select, [role=tab], .bottom-sheet__grip, .map-frame button')]
      // What only a screen reader meets is pressed by no finger.
      .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden'))
      .map((element) => ({ height: element.getBoundingClientRect().height, html: element.outerHTML.slice(0, 100) }))
      .filter(({ height }) => height > 0 && height < 43.5),
  )
  expect(small).toEqual([])
})

test('320 px wide, nothing is cut off', async () => {
  const page = await atlas.open('/', { ...PHONE, viewport: { width: 320, height: 640 } })
  await mapIdle(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})
