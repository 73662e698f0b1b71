/** Gwadar: the port's own sheet with berths, draught, free zone, expressway, airport and distances. */
import { expect, test } from 'vitest'
import { rawFeatures } from './count-independently.ts'
import { journey } from './harness.ts'

const atlas = journey()

test('the port of Gwadar', async () => {
  const port = rawFeatures('ports').find(({ id }) => id === 'gwadar')
  if (!port) throw new Error('there is no Gwadar among the ports')
  const page = await atlas.open()
  await page.getByRole('combobox', { name: 'Search the atlas' }).fill('Gwadar Port')
  await page
    .getByRole('listbox', { name: 'Search the atlas' })
    .getByRole('option')
    .filter({ hasText: /port/i })
    .first()
    .click()
  const sheet = page.getByRole('complementary', { name: 'Selected feature' })
  await sheet.getByRole('heading', { level: 2, name: /Gwadar/ }).waitFor()
  expect(page.url()).toContain('sel=ports/gwadar')
  expect(await sheet.getByText('گوادر').count()).toBeGreaterThan(0)

  const text = (await sheet.innerText()).replace(/\u00a0|\u202f/g, ' ')
  expect(text).toContain(String(port.properties.maxDraughtM))
  expect(text).toMatch(/Free Zone/i)
  expect(text).toMatch(/Eastbay Expressway/i)
  expect(text).toMatch(/International Airport/i)
  expect(text).toMatch(/Reko Diq/)
  for (const title of ['Airports', 'Sea distances', 'Deposits', 'Power'])
    await sheet.getByRole('heading', { name: title, exact: true }).waitFor()
  expect(text).toMatch(/straight line/i)
})
