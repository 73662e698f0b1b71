/** What the reader's system asks for: less motion, more contrast, its own colours. And the planner's work by keys alone. */
import { expect, test } from 'vitest'
import { violations } from './axe.ts'
import { cameraOf, mapIdle } from './browser.ts'
import { journey } from './harness.ts'

const atlas = journey()

test('less motion: the camera arrives at once and nothing glides', async () => {
  const page = await atlas.open('/?v=1&lang=en&panel=none', { reducedMotion: 'reduce' })
  await mapIdle(page)
  const before = await cameraOf(page)
  await page.getByRole('combobox', { name: 'Search the atlas' }).fill('Duddar')
  await page.getByRole('option').filter({ hasText: 'Duddar' }).first().click()
  await page.getByRole('heading', { level: 2, name: 'Duddar' }).waitFor()
  await mapIdle(page)
  expect((await cameraOf(page)).zoom).toBeGreaterThan(before.zoom)
  const moving = await page.evaluate(
    () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
  )
  expect(moving).toBe(0)
  const glides = await page
    .locator('.icon-button')
    .first()
    .evaluate((element) => getComputedStyle(element).transitionDuration)
  expect(Number.parseFloat(glides)).toBe(0)
})

test.each(['light', 'dark'] as const)('more contrast, %s: text at seven to one', async (theme) => {
  const page = await atlas.open(`/?v=1&lang=en&theme=${theme}&panel=filters`, { contrast: 'more' })
  await page.locator('.filters__count').waitFor()
  const contrasts = await page.evaluate(() => {
    const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
    const luminance = (token: string) => {
      // #abc is #aabbcc.
      const hex = token.trim().replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3')
      const [r = 0, g = 0, b = 0] = (hex.match(/[0-9a-f]{2}/gi) ?? []).map((part) =>
        channel(Number.parseInt(part, 16) / 255),
      )
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const token = (name: string) => luminance(getComputedStyle(document.documentElement).getPropertyValue(name))
    const surface = token('--surface')
    return ['--text', '--text-soft', '--text-muted', '--accent'].map((name) => {
      const ink = token(name)
      return (Math.max(ink, surface) + 0.05) / (Math.min(ink, surface) + 0.05)
    })
  })
  expect(Math.min(...contrasts)).toBeGreaterThan(7)
  expect(await violations(page)).toEqual([])
})

test('the system’s own colours: what is chosen is told by a line', async () => {
  const page = await atlas.open('/?v=1&lang=en&panel=layers', { forcedColors: 'active' })
  const tab = page.getByRole('tab', { name: 'Layers' })
  await tab.waitFor()
  expect(await tab.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid')
  const other = page.getByRole('tab', { name: 'Corridors' })
  expect(await other.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('none')
  const toggle = page.getByRole('switch').first()
  expect(await toggle.evaluate((element) => getComputedStyle(element).appearance)).not.toBe('none')
})

test('a way to market, asked, read and taken back by keys alone', async () => {
  const page = await atlas.open('/?v=1&lang=en&panel=layers')
  await mapIdle(page)
  const tabs = page.getByRole('tablist').first()
  await tabs.getByRole('tab', { name: 'Layers' }).focus()
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight')
  expect(await tabs.getByRole('tab', { name: 'Connect' }).getAttribute('aria-selected')).toBe('true')

  const from = page.locator('.connect__end input').first()
  await from.focus()
  await page.keyboard.type('Duddar')
  const hit = page.locator('.connect__hits button').first()
  await hit.waitFor()
  await hit.focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url()).toContain('from=deposits/duddar')
  const market = page.getByRole('combobox', { name: 'To', exact: true })
  await market.focus()
  await market.selectOption('ports/karachi')
  await page.getByTestId('route-cost').waitFor()

  // From a field, where a stroke of '/' belongs to the text.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Gwadar Port')
  const results = page.getByRole('listbox', { name: 'Search the atlas' })
  await results.getByRole('option').filter({ hasText: 'Gwadar Port' }).first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('complementary', { name: 'Selected feature' }).getByRole('heading', { level: 2 }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('complementary', { name: 'Selected feature' }).waitFor({ state: 'detached' })
  // The map is told in words too: a list of what is in view.
  expect(await page.getByRole('region', { name: 'In view on the map' }).innerText()).toMatch(/\d+ points? in view/)

  await page.keyboard.press('Control+z')
  await expect.poll(() => page.url()).not.toContain('to=ports/karachi')
})
