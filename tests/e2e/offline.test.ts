/** The installed atlas: what was seen opens again without a server, says how old it is, and takes up the server when it is back. */
import { expect, test } from 'vitest'
import { mapIdle } from './browser.ts'
import { journeyOnOwnServer } from './harness.ts'

const atlas = journeyOnOwnServer()

test('opens without a server with the last data and says since when', async () => {
  const page = await atlas.open('/?v=1&panel=filters&sel=deposits/duddar', { serviceWorkers: 'allow' })
  await mapIdle(page)
  await page.getByText('The atlas now opens without a network too').waitFor({ timeout: 60_000 })
  // What came before the service worker took over is fetched through it now.
  await page.reload()
  await mapIdle(page)
  await page.getByRole('heading', { name: 'Duddar' }).first().waitFor()

  atlas.expectFaults(
    /ERR_CONNECTION_REFUSED|Failed to fetch|Failed to load resource|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|50[24]/,
  )
  await atlas.server.stop()
  await page.reload()
  await page.getByRole('heading', { name: 'Duddar' }).first().waitFor()
  await page.locator('.map canvas').waitFor()
  const kept = page.getByRole('alert').filter({ hasText: /Offline\. What is shown was fetched/ })
  await kept.waitFor()
  expect(await kept.innerText()).toContain(String(new Date().getFullYear()))

  await atlas.server.start()
  await kept.waitFor({ state: 'hidden', timeout: 40_000 })
})

test('can be installed: a manifest with a name, a start and an icon', async () => {
  const page = await atlas.open('/?v=1&panel=none')
  const href = await page.locator('link[rel=manifest]').getAttribute('href')
  const manifest = await page.evaluate(async (address) => (await fetch(address)).json(), href ?? '')
  expect(manifest).toMatchObject({ name: 'Orelink', start_url: '/', display: 'standalone' })
  const icons: { src: string }[] = manifest.icons
  expect(icons.length).toBeGreaterThan(0)
  for (const { src } of icons) {
    const icon = await page.evaluate(async (address) => (await fetch(address)).ok, src)
    expect(icon, src).toBe(true)
  }
})
