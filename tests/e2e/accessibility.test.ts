/** axe-core on the main screens, light and dark: nothing serious, nothing critical. */
import { expect, test } from 'vitest'
import { violations } from './axe.ts'
import { mapIdle } from './browser.ts'
import { journey } from './harness.ts'

const atlas = journey()

const SCREENS: Record<string, { path: string; settled: string }> = {
  'default view': { path: '', settled: '.panel--left' },
  filters: { path: '&panel=filters&commodity=copper', settled: '.filters__count' },
  corridors: { path: '&panel=corridors', settled: '.corridor-row' },
  'deposit sheet and list': { path: '&sel=deposits/saindak&drawer=list', settled: '.sheet h2' },
  ask: { path: '&panel=ask&commodity=copper&ask=score', settled: '.ask__ranked li' },
  'ask for a place': { path: '&panel=ask&ask=near&ask.place=ports/gwadar&ask.km=300', settled: '.ask__list li' },
  'ask for a summary': { path: '&panel=ask&ask=summary&ask.by=hexagon', settled: '.ask__table td' },
  'corridor sheet': { path: '&sel=corridors/cpec-western', settled: '.sheet h2' },
  'Gwadar sheet': { path: '&sel=ports/gwadar', settled: '.sheet h2' },
}

for (const theme of ['light', 'dark'])
  test.each(Object.entries(SCREENS))(`%s, ${theme}`, async (_name, { path, settled }) => {
    const page = await atlas.open(`/?v=1&theme=${theme}${path}`)
    await page.locator(settled).first().waitFor()
    await mapIdle(page)
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe(theme)
    expect(await violations(page)).toEqual([])
  })

test.each(['light', 'dark'])('the dialog of files to take away, %s', async (theme) => {
  const page = await atlas.open(`/?v=1&theme=${theme}&sel=deposits/saindak`)
  await page.getByRole('complementary', { name: 'Selected feature' }).getByRole('button', { name: 'Take away' }).click()
  await page.getByRole('dialog', { name: 'Take data away' }).getByRole('button', { name: 'Download' }).waitFor()
  expect(await violations(page)).toEqual([])
})

test('the readable page of the programming interface', async () => {
  const page = await atlas.open('/docs')
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  expect(await violations(page)).toEqual([])
})
