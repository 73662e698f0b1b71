/** Languages: Urdu turns the page around, Chinese names the parts, the choice is in the link. */
import { expect, test } from 'vitest'
import { mapIdle } from './browser.ts'
import { journey } from './harness.ts'

const atlas = journey()

test('Urdu is right to left, and the choice is in the link', async () => {
  const page = await atlas.open()
  const direction = () => page.evaluate(() => [document.documentElement.dir, document.documentElement.lang])
  expect(await direction()).toEqual(['ltr', 'en'])
  const panelBefore = await page.locator('.panel--left').boundingBox()
  await page.getByRole('combobox', { name: 'Language' }).selectOption('ur')
  await expect.poll(direction).toEqual(['rtl', 'ur'])
  expect(page.url()).toContain('lang=ur')
  // The panel changes sides, the map stays as it is.
  const panelAfter = await page.locator('.panel--left').boundingBox()
  expect(panelBefore?.x).toBeLessThan(100)
  expect(panelAfter?.x).toBeGreaterThan(900)
  await mapIdle(page)

  const other = await atlas.open(page.url().slice(atlas.server.address.length))
  await expect.poll(() => other.evaluate(() => document.documentElement.dir)).toBe('rtl')
})

test('Chinese words are on the page', async () => {
  const page = await atlas.open('/?v=1&lang=zh&sel=deposits/saindak')
  await page.getByRole('heading', { level: 2, name: '山达克' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toMatch(/^zh/)
  await mapIdle(page)
})
