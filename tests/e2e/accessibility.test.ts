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

test.each(Object.entries(SCREENS))('%s, light and dark', async (_name, { path, settled }) => {
  const page = await atlas.open(`/?v=1${path}`, { colorScheme: 'light' })
  for (const theme of ['light', 'dark'] as const) {
    // The atlas follows the system until told otherwise.
    await page.emulateMedia({ colorScheme: theme })
    await page.locator(`html[data-theme="${theme}"]`).waitFor()
    await page.locator(settled).first().waitFor()
    await mapIdle(page)
    expect(await violations(page), theme).toEqual([])
  }
})

test('the dialog of files to take away, light and dark', async () => {
  const page = await atlas.open('/?v=1&sel=deposits/saindak', { colorScheme: 'light' })
  await page.getByRole('complementary', { name: 'Selected feature' }).getByRole('button', { name: 'Take away' }).click()
  await page.getByRole('dialog', { name: 'Take data away' }).getByRole('button', { name: 'Download' }).waitFor()
  expect(await violations(page), 'light').toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.locator('html[data-theme="dark"]').waitFor()
  expect(await violations(page), 'dark').toEqual([])
})

test('the readable page of the programming interface', async () => {
  const page = await atlas.open('/docs')
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  expect(await violations(page)).toEqual([])
})
