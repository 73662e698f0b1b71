/** The economics on a deposit's sheet: screening in plain words, sliders answered at once, what is missing said, all in the link. */
import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { journey } from './harness.ts'
import { routingReady } from './warm-up.ts'

const atlas = journey()
beforeAll(() => routingReady(atlas.server.address), 130_000)

const sheetOf = (id: string, more = '') => `/?v=1&theme=light&panel=none&sel=deposits/${id}${more}`

async function opened(page: Page): Promise<Locator> {
  const economics = page.locator('.economics')
  await economics.locator('.economics__body h4').first().waitFor({ timeout: 60_000 })
  return economics
}

/** Base case of a total, as a number. */
async function baseOf(economics: Locator, name: string): Promise<number> {
  const text = await economics.getByTestId(`return-${name}`).innerText()
  return Number(/base case ([−-]?[\d,.]+)/.exec(text)?.[1]?.replace(/,/g, ''))
}

test('Saindak: value in the ground, return, forms of sale; a moved price moves them and the link', async () => {
  const page = await atlas.open(sheetOf('saindak'))
  await page.getByText('Economics (screening)').click()
  const economics = await opened(page)
  expect(await economics.innerText()).toMatch(/Screening only/)
  expect(page.url()).toContain('econ=saindak')
  // 395 Mt at 0.38 % are 1.5 Mt of copper; at 8,287 to 9,380 USD/t 12.4 to 14.1 billion.
  await economics.getByText('12.4 to 14.1').waitFor()
  await economics.getByText('price of 2025-04-08').first().waitFor()

  const before = await baseOf(economics, 'per-dmt')
  expect(before).toBeGreaterThan(500)
  expect(await baseOf(economics, 'per-ore')).toBeGreaterThan(1)
  expect(await economics.innerText()).toMatch(/Left out, since not known: .*Penalties/)
  const forms = economics.getByRole('region', { name: 'As concentrate, blister or cathode' })
  expect(await forms.getByRole('row', { name: /^Left for processing/ }).innerText()).toMatch(/\d/)

  const price = economics.getByRole('slider', { name: 'Price of the metal' })
  await price.focus()
  await page.keyboard.press('End')
  await expect.poll(() => baseOf(economics, 'per-dmt')).toBeGreaterThan(before * 2)
  await expect.poll(() => page.url()).toContain('econ.terms=price:30000')

  const other = await atlas.open(page.url().slice(atlas.server.address.length))
  const linked = await opened(other)
  await expect.poll(() => baseOf(linked, 'per-dmt')).toBe(await baseOf(economics, 'per-dmt'))
  await economics.getByRole('button', { name: 'All terms as they were' }).click()
  await expect.poll(() => baseOf(economics, 'per-dmt')).toBe(before)
})

test('Duddar: zinc without a published recovery has no return per tonne of ore, until one is set; lead lacks a charge', async () => {
  const page = await atlas.open(sheetOf('duddar', '&econ=duddar'))
  const economics = await opened(page)
  await economics.getByTestId('return-per-dmt').waitFor()
  expect(await economics.getByTestId('return-per-ore').count()).toBe(0)
  await economics.getByText('Not enough data. Missing: Recovery to concentrate.').waitFor()
  const recovery = economics.getByRole('slider', { name: 'Recovery to concentrate' })
  expect(await recovery.getAttribute('aria-valuetext')).toBe('not known')
  await recovery.focus()
  await page.keyboard.press('End')
  await economics.getByTestId('return-per-ore').waitFor()

  await economics.getByRole('radio', { name: 'Lead' }).click()
  await economics
    .getByText(/Not enough data\. Missing: Treatment charge \(TC\)/)
    .first()
    .waitFor()
  expect(await economics.getByTestId('return-per-dmt').count()).toBe(0)
})

test('Thar: coal has no smelter, and the sheet says so', async () => {
  const page = await atlas.open(sheetOf('thar', '&econ=thar'))
  const economics = await opened(page)
  await economics.getByText(/holds smelting terms of copper, zinc and lead concentrates only/).waitFor()
  await economics.getByText(/no tonnage with a grade/).waitFor()
})

test('every term says its date, confidence and source', async () => {
  const page = await atlas.open(sheetOf('saindak', '&econ=saindak'))
  const economics = await opened(page)
  const terms = economics.locator('.economics__term')
  await terms.first().waitFor()
  const silent = await terms.evaluateAll((rows) =>
    rows
      .filter((row) => !row.querySelector('input[data-unknown]'))
      .filter((row) => !row.querySelector('.confidence') || !row.querySelector('.source-mark'))
      .map((row) => row.querySelector('label')?.textContent),
  )
  expect(silent).toEqual([])
  expect(await terms.count()).toBeGreaterThan(15)
})

test.each([
  ['light', ''],
  ['dark', ''],
  ['light', '&lang=ur'],
])('axe finds nothing, %s %s', async (theme, language) => {
  const page = await atlas.open(sheetOf('saindak', `&econ=saindak${language}`).replace('theme=light', `theme=${theme}`))
  await opened(page)
  await page.locator('.economics__term').first().waitFor()
  await page.locator('.economics details').evaluate((lines) => lines.setAttribute('open', ''))
  expect(await violations(page)).toEqual([])
})
