/** The link: the same state and the same picture elsewhere; back and forward; links that are old, odd or hostile. */
import { expect, test } from 'vitest'
import { cameraOf, mapIdle } from './browser.ts'
import { countColours, differingShare } from './compare-pictures.ts'
import { journey } from './harness.ts'

const atlas = journey()

test('a shared link gives a colleague the same state and the same picture', async () => {
  const page = await atlas.open()
  await page.getByRole('tab', { name: 'Filters' }).click()
  await page.getByRole('checkbox', { name: /^(Cr ?)?Chromite/ }).check()
  await page.getByRole('combobox', { name: 'Search the atlas' }).fill('Muslim Bagh')
  await page.getByRole('listbox', { name: 'Search the atlas' }).getByRole('option').first().click()
  await page.getByRole('complementary', { name: 'Selected feature' }).getByRole('heading', { level: 2 }).waitFor()
  await mapIdle(page)
  await page.getByRole('button', { name: 'Copy link to this view' }).click()
  await page.getByText('Link copied. It restores this very view.').waitFor()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await page.mouse.move(1, 1)
  await mapIdle(page)
  const mine = await page.screenshot()
  const myCamera = await cameraOf(page)

  const theirs = await atlas.open(link.slice(atlas.server.address.length))
  await theirs.getByRole('complementary', { name: 'Selected feature' }).getByRole('heading', { level: 2 }).waitFor()
  await theirs.mouse.move(1, 1)
  await mapIdle(theirs)
  expect(await theirs.getByRole('checkbox', { name: /^(Cr ?)?Chromite/ }).isChecked()).toBe(true)
  const camera = await cameraOf(theirs)
  expect(camera.lon).toBeCloseTo(myCamera.lon, 4)
  expect(camera.lat).toBeCloseTo(myCamera.lat, 4)
  expect(camera.zoom).toBeCloseTo(myCamera.zoom, 1)
  expect(theirs.url()).toBe(link)
  const picture = await theirs.screenshot()
  expect(countColours(picture)).toBeGreaterThan(40)
  expect(differingShare(mine, picture)).toBeLessThan(0.01)
})

test('back and forward walk through what was chosen', async () => {
  const page = await atlas.open()
  const first = await page.getByRole('tab', { name: 'Layers' }).getAttribute('aria-selected')
  expect(first).toBe('true')
  await page.getByRole('tab', { name: 'Filters' }).click()
  const coal = page.getByRole('checkbox', { name: /^(C ?)?Coal/ })
  await coal.check()
  expect(page.url()).toContain('commodity=coal')
  await page.goBack()
  await expect.poll(() => page.url()).not.toContain('commodity=coal')
  expect(await coal.isChecked()).toBe(false)
  await page.goForward()
  await expect.poll(() => page.url()).toContain('commodity=coal')
  expect(await coal.isChecked()).toBe(true)
})

test('a link without a version still works, one from a newer version says so', async () => {
  const old = await atlas.open('/?commodity=copper&panel=filters')
  await old.getByRole('button', { name: /^Remove filter Commodity: Copper/ }).waitFor()
  const newer = await atlas.open('/?v=99&commodity=copper&panel=filters')
  await newer.getByText('This link was made by a newer version.', { exact: false }).waitFor()
  await newer.getByRole('button', { name: /^Remove filter Commodity: Copper/ }).waitFor()
})

test('script in a link is shown or dropped, never run', async () => {
  const evil = encodeURIComponent('<img src=x onerror=document.title="owned">')
  const page = await atlas.open(`/?v=1&commodity=${evil}&at=999,999,99&sel=deposits/${evil}&layers=${evil}&lang=xx`)
  await page.getByText('Part of the link could not be read', { exact: false }).waitFor()
  await mapIdle(page)
  expect(await page.title()).toContain('Orelink')
})

test('a withdrawn deposit is named and the way on is shown', async () => {
  const page = await atlas.open('/?v=1&sel=deposits/no-such-deposit')
  atlas.expectFaults(/404/)
  await page.getByText('There is no record “no-such-deposit” in this atlas.', { exact: false }).waitFor()
})
