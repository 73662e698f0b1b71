/** The whole way by keyboard: search, sheet, filter, list, help, and back to the map. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { cameraOf, mapIdle } from './browser.ts'
import { journey } from './harness.ts'

const atlas = journey()

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.id || document.activeElement?.className || '')

test('without a pointer', async () => {
  const page = await atlas.open()
  await mapIdle(page)

  // The first stop leads past the bar to the map.
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the map')

  await page.keyboard.press('/')
  expect(await focused(page)).toContain('search-input')
  // Enter takes a result only once the whole text has been answered.
  const answered = page.waitForResponse((response) => /[?&]q=Reko(\+|%20)Diq(&|$)/.test(response.url()))
  await page.keyboard.type('Reko Diq')
  await answered
  const options = page.getByRole('listbox', { name: 'Search the atlas' }).getByRole('option')
  await options.first().filter({ hasText: 'Reko Diq' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('complementary', { name: 'Selected feature' })
  await sheet.getByRole('heading', { level: 2, name: /Reko Diq/ }).waitFor()
  await page
    .getByRole('status')
    .filter({ hasText: /^Selected: Reko Diq/ })
    .waitFor()

  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  // The focus is back on the map, where arrows move it.
  await mapIdle(page)
  const before = await cameraOf(page)
  await page.keyboard.press('ArrowRight')
  await page.waitForTimeout(400)
  await mapIdle(page)
  expect((await cameraOf(page)).lon).toBeGreaterThan(before.lon)

  await page.keyboard.press('f')
  const copper = page.getByRole('checkbox', { name: /^(Cu ?)?Copper/ })
  await copper.waitFor()
  await copper.focus()
  await expect.poll(() => copper.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.press('Space')
  await expect.poll(() => copper.isChecked()).toBe(true)

  await page.keyboard.press('t')
  await page.getByRole('region', { name: 'List of deposits' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('region', { name: 'List of deposits' }).waitFor({ state: 'detached' })

  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Help' })
  await help.waitFor()
  await page.keyboard.press('Escape')
  await help.waitFor({ state: 'hidden' })
})

test('every stop of Tab shows where it is', async () => {
  const page = await atlas.open()
  await mapIdle(page)
  const unseen: string[] = []
  for (let stop = 0; stop < 25; stop += 1) {
    await page.keyboard.press('Tab')
    const seen = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return null
      const style = getComputedStyle(element)
      const shows = style.outlineStyle !== 'none' || style.boxShadow !== 'none'
      return { shows, what: element.outerHTML.slice(0, 120) }
    })
    if (seen && !seen.shows) unseen.push(seen.what)
  }
  expect(unseen).toEqual([])
})
