/** The server goes away and comes back: the page says so, keeps what it has, and recovers by itself. */
import { expect, test } from 'vitest'
import { mapIdle } from './browser.ts'
import { journeyOnOwnServer } from './harness.ts'

const atlas = journeyOnOwnServer()

test('a restart of the server is survived', async () => {
  const page = await atlas.open('/?v=1&panel=filters')
  await mapIdle(page)
  const alert = page.getByRole('alert').filter({ hasText: 'What is already here stays usable' })
  expect(await alert.count()).toBe(0)

  atlas.expectFaults(
    /ERR_CONNECTION_REFUSED|Failed to fetch|Failed to load resource|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/,
  )
  await atlas.server.stop()
  await page.getByRole('checkbox', { name: /^(Cu ?)?Copper/ }).check()
  await alert.waitFor()
  // What was there stays: the panel and the map are still on the page.
  await page.locator('.map canvas').waitFor()

  await atlas.server.start()
  await alert.waitFor({ state: 'hidden', timeout: 30_000 })
  await page.getByText('Connected again.').waitFor()
  await page.getByRole('button', { name: /^Remove filter Commodity: Copper/ }).waitFor()
  const copper = page.getByRole('complementary', { name: 'Layers, filters and corridors' }).locator('.filters__count')
  await expect.poll(async () => (await copper.innerText()).trim(), { timeout: 20_000 }).toMatch(/^\d+ deposits/)
  await mapIdle(page)
})
