/** The print of the present view: what an official takes into a hall has title, legend, scale, north, date, sources and boundary note. */
import { expect, test } from 'vitest'
import { mapIdle } from './browser.ts'
import { countColours } from './compare-pictures.ts'
import { journey } from './harness.ts'

const atlas = journey()

test('the sheet carries all that a map on paper needs, and is one page', async () => {
  const page = await atlas.open('/?v=1&theme=light&at=65.2,28.6,6&commodity=copper&panel=none')
  await mapIdle(page)
  // The browser's own dialogue would wait for a person.
  await page.evaluate(() => Reflect.set(window, 'print', () => document.body.setAttribute('data-printed', '1')))
  await page.getByRole('button', { name: 'Print this view' }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('Copper of the west')
  expect(await page.locator('.print-sheet').count()).toBe(0)
  await page.getByRole('button', { name: 'Print', exact: true }).click()
  await page.locator('body[data-printed]').waitFor({ state: 'attached', timeout: 60_000 })

  await page.emulateMedia({ media: 'print' })
  const sheet = page.locator('.print-sheet')
  await sheet.getByRole('heading', { level: 1, name: 'Copper of the west' }).waitFor()
  const text = await sheet.innerText()
  expect(text).toContain(new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date()))
  expect(text).toContain('Mineral deposits')
  expect(text).toContain('Base metals')
  expect(text).toMatch(/\d+ km/)
  expect(text).toContain('International view')
  expect(text).toContain('© OpenStreetMap contributors')
  expect(text).toContain('commodity=copper')
  await sheet.getByRole('img', { name: 'North' }).waitFor()
  expect(countColours(await sheet.locator('.print-sheet__map').screenshot())).toBeGreaterThan(20)
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBe(1)

  await page.emulateMedia({ media: 'screen' })
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await sheet.waitFor({ state: 'detached' })
})
