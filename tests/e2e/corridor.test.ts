/** The western alignment: its sections, and the deposits within 50 km, counted again from the data files. */
import { expect, test } from 'vitest'
import { mapIdle } from './browser.ts'
import { countText, distancesKm, rawFeatures, wholeAndParts } from './count-independently.ts'
import { journey } from './harness.ts'

const atlas = journey()

const line = rawFeatures('corridors').find(({ id }) => id === 'cpec-western')
const deposits = rawFeatures('deposits')

test('deposits within 25, 50 and 100 km of the western alignment', async () => {
  if (!line) throw new Error('there is no western alignment in the corridors')
  const distances = distancesKm(line, deposits)
  const within = (km: number) => deposits.filter(({ id }) => (distances.get(id) ?? Number.POSITIVE_INFINITY) <= km)
  // The comparison is exact: no deposit lies so near to the edge of a band that the step of the count could decide.
  for (const km of [25, 50, 100])
    for (const distance of distances.values()) expect(Math.abs(distance - km)).toBeGreaterThan(0.001)
  expect(within(50).length).toBeGreaterThan(within(25).length)

  const page = await atlas.open()
  await page.getByRole('tab', { name: 'Corridors' }).click()
  await page.getByRole('button', { name: /CPEC western alignment/ }).click()
  const sheet = page.getByRole('complementary', { name: 'Selected feature' })
  await sheet
    .getByRole('heading', { name: /western alignment/i })
    .first()
    .waitFor()
  await sheet.getByText(countText(wholeAndParts(within(50))), { exact: true }).waitFor()
  const listed = await sheet
    .getByRole('heading', { name: 'Deposits along it' })
    .locator('xpath=ancestor::section[1]')
    .getByRole('listitem')
    .count()
  expect(listed).toBe(within(50).length)

  await sheet.getByRole('button', { name: /^25 km/ }).click()
  await sheet.getByText(countText(wholeAndParts(within(25))), { exact: true }).waitFor()
  await sheet.getByRole('button', { name: /^100 km/ }).click()
  await sheet.getByText(countText(wholeAndParts(within(100))), { exact: true }).waitFor()

  const sections = sheet.getByRole('heading', { name: 'Sections' }).locator('xpath=ancestor::section[1]')
  expect(await sections.locator('ol').getByRole('listitem').count()).toBe((line.properties.sections as string[]).length)
  await mapIdle(page)
  expect(page.url()).toContain('sel=corridors/cpec-western')
})
