/** A first visit: the map draws, nothing leaves the machine, the security policy is strict and holds. */
import { expect, test } from 'vitest'
import { drawnIds, mapIdle } from './browser.ts'
import { countColours } from './compare-pictures.ts'
import { journey } from './harness.ts'

const atlas = journey()

test('the default view draws the atlas and asks only its own server', async () => {
  const page = await atlas.open()
  await mapIdle(page)
  const picture = await page.locator('.map').screenshot()
  expect(countColours(picture)).toBeGreaterThan(40)
  expect((await drawnIds(page, 'deposits')).length).toBeGreaterThan(3)
  const hosts = new Set(
    atlas
      .requests()
      .filter((url) => url.startsWith('http'))
      .map((url) => new URL(url).origin),
  )
  expect([...hosts]).toEqual([atlas.server.address])
  expect(atlas.requests().some((url) => /\/tiles\/.+\.mvt/.test(url))).toBe(true)
})

test('the policy allows no inline script and no other host', async () => {
  const answer = await fetch(atlas.server.address)
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  // WebAssembly may be compiled (GeoPackages are read by SQLite); no text may be run.
  expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval'(;|$)/)
  expect(policy).not.toMatch(/'unsafe-(inline|eval)|https?:|\*/)
})

test('it says which view of the boundaries it shows', async () => {
  const page = await atlas.open()
  await mapIdle(page)
  expect(await page.locator('.map-frame').innerText()).toMatch(/international view/i)
})
