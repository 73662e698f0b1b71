/** Connect, the other questions: N-25 closed, a railway opened, a road clicked shut, reach, one smelter sited, a phone in Urdu. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { MapElement } from '#client/map/map-store.ts'
import { mapIdle } from './browser.ts'
import { journey } from './harness.ts'

const atlas = journey()
const SLOW = { timeout: 60_000 }
const open = (rest: string, lang = 'en') => atlas.open(`/?panel=connect&lang=${lang}&${rest}`)

/** How many features the map holds in a source of the panel. */
function drawn(page: Page, source: string): Promise<number> {
  return page.evaluate(
    (id) => document.querySelector<MapElement>('.map')?.__map?.querySourceFeatures(id).length ?? 0,
    source,
  )
}

test('what if N-25 were closed: a sentence, provinces, deposits, before beside after, a workbook', async () => {
  const page = await open('how=what-if')
  await page.getByRole('button', { name: 'A road by number' }).click()
  await page.getByRole('combobox', { name: 'Number of the road or railway' }).fill('N-25')
  await page.getByRole('button', { name: 'Apply' }).click()
  const sentence = page.getByTestId('scenario-sentence')
  await sentence.waitFor(SLOW)
  expect(await sentence.innerText()).toMatch(/\d+ deposits of \d+ change their way/)
  expect(page.url()).toContain('changes=cN-25')
  const balochistan = page.getByTestId('provinces').getByRole('row', { name: /Balochistan/ })
  expect(Number((await balochistan.getByRole('cell').first().innerText()).split('/')[0])).toBeGreaterThan(0)
  expect(await page.getByTestId('deposits').locator('tbody tr').count()).toBeGreaterThan(0)
  const line = page.getByRole('slider', { name: 'Line between before and after' })
  await line.waitFor(SLOW)
  const at = Number(await line.getAttribute('aria-valuenow'))
  await line.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => Number(await line.getAttribute('aria-valuenow'))).toBeGreaterThan(at)
  expect(page.url()).toContain(`swipe=${await line.getAttribute('aria-valuenow')}`)
  await expect.poll(() => drawn(page, 'connect-ways')).toBeGreaterThan(10)
  await page.getByRole('button', { name: 'After', exact: true }).click()
  await line.waitFor({ state: 'detached' })
  expect(page.url()).toContain('side=after')
  const download = page.waitForEvent('download', SLOW)
  await page.getByRole('button', { name: 'Excel' }).click()
  expect((await download).suggestedFilename()).toMatch(/^orelink-scenario_.*\.xlsx$/)
  await page.getByRole('button', { name: /^Take back: Closed: N-25/ }).click()
  await page.getByText('Nothing is changed yet').waitFor()
  expect(page.url()).not.toContain('changes=')
})

test('a planned railway opened brings Saindak cheaper to Gwadar, and the route shows it', async () => {
  const page = await open('how=what-if&from=deposits/saindak&to=ports/gwadar')
  await page.getByRole('button', { name: 'Open a planned link' }).click()
  await page.getByRole('button', { name: /^Open Gwadar-Mastung/ }).click(SLOW)
  await page.getByTestId('scenario-sentence').waitFor(SLOW)
  const row = page.getByTestId('deposits').getByRole('row', { name: /Saindak/ })
  const [before = '', after = ''] = await row.getByRole('cell').allInnerTexts()
  expect(Number.parseFloat(after)).toBeLessThan(Number.parseFloat(before))
  await page.getByRole('tab', { name: 'Route', exact: true }).click()
  await page.getByText('1 drawn change is in force.').waitFor()
  await page.getByTestId('route-cost').waitFor(SLOW)
  expect(await page.getByTestId('route-cost').innerText()).toContain(`${Number.parseFloat(after)}`)
})

test('a road clicked on the map is closed, named, and can be closed throughout', async () => {
  const page = await open('how=what-if&from=deposits/duddar&to=ports/karachi&at=66.6,26,8')
  await mapIdle(page)
  await page.getByRole('button', { name: 'Close a road on the map' }).click()
  await page
    .locator('.map canvas')
    .first()
    .click({ position: { x: 900, y: 450 } })
  await page
    .getByRole('listitem')
    .filter({ hasText: /^Closed: a stretch of/ })
    .waitFor(SLOW)
  expect(page.url()).toMatch(/changes=e6\d\.\d+,2\d\.\d+/)
  await page.getByTestId('scenario-sentence').waitFor(SLOW)
})

test('a flood is drawn corner by corner', async () => {
  const page = await open('how=what-if&from=deposits/duddar&to=ports/karachi&at=66.9,26,7.5')
  await mapIdle(page)
  await page.getByRole('button', { name: 'Draw a flood' }).click()
  await page.getByRole('button', { name: 'Rectangle' }).click()
  await page.getByText('Click one corner, then the opposite one.').waitFor()
  await expect
    .poll(() =>
      page.evaluate(() =>
        document
          .querySelector<MapElement>('.map')
          ?.__map?.getLayersOrder()
          .some((id) => id.startsWith('td')),
      ),
    )
    .toBe(true)
  await page.mouse.click(800, 350)
  await page.mouse.move(950, 500, { steps: 4 })
  await page.mouse.click(1000, 550)
  await page
    .getByRole('listitem')
    .filter({ hasText: /^Flood: \d/ })
    .waitFor(SLOW)
  expect(page.url()).toMatch(/changes=f/)
})

test('within reach of Gwadar: areas on the map, their legend with what lies inside, larger with the budget', async () => {
  const page = await open('how=reach&by=time&from=ports/gwadar&budget=6,24')
  const legend = page.getByRole('region', { name: 'Within reach' })
  await legend.waitFor(SLOW)
  const people = (await legend.locator('tbody td:nth-child(2)').allInnerTexts()).map((text) =>
    Number(text.replaceAll(',', '')),
  )
  expect(people.length).toBe(2)
  expect(people[0]).toBeLessThanOrEqual(people[1] ?? 0)
  await expect.poll(() => drawn(page, 'connect-reach')).toBeGreaterThan(1)
  // Roads that a drawn change closes are closed here too.
  const cut = await open('how=reach&by=time&from=ports/gwadar&budget=6,24&changes=cN-10|cM-8')
  await cut.getByText('1 drawn change is in force.').or(cut.getByText('2 drawn changes are in force.')).waitFor()
  const fewer = cut.getByRole('region', { name: 'Within reach' }).locator('tbody td:nth-child(2)')
  await fewer.last().waitFor(SLOW)
  expect(Number((await fewer.last().innerText()).replaceAll(',', ''))).toBeLessThan(people[1] ?? 0)
})

test('one copper smelter for Saindak, Reko Diq and Siah Dik, and the choice with one built at Gwadar', async () => {
  const page = await open(
    'how=siting&from=deposits/saindak;deposits/reko-diq;deposits/siah-dik&market=ports/gwadar&yield=0.3',
  )
  const sites = page.getByTestId('sites').getByRole('listitem')
  await sites.first().waitFor(SLOW)
  expect(await sites.count()).toBe(1)
  expect(await sites.first().innerText()).toMatch(/serves 3 deposits/)
  await expect.poll(() => drawn(page, 'connect-sites')).toBeGreaterThan(3)
  const standing = await open(
    'how=siting&from=deposits/saindak;deposits/reko-diq;deposits/siah-dik&market=ports/gwadar&yield=0.3&standing=processing/gwadar-copper-smelter',
  )
  await standing.getByTestId('siting-shift').waitFor(SLOW)
  expect(await standing.getByTestId('sites').getByText('stands already').count()).toBe(1)
})

test('critical stretches of two deposits, each to be looked at; deposits by their number of ways', async () => {
  const page = await open('how=critical&from=deposits/saindak;deposits/duddar&to=ports/karachi')
  const losses = page.getByTestId('losses').getByRole('button')
  await losses.first().waitFor(SLOW)
  expect(await losses.count()).toBeGreaterThan(3)
  await losses.first().click()
  expect(await losses.first().getAttribute('aria-pressed')).toBe('true')
  await expect.poll(() => drawn(page, 'connect-critical')).toBeGreaterThan(1)
})

test('on a phone in Urdu: the panel from right to left, targets of 44 px', async () => {
  const page = await atlas.open('/?panel=connect&lang=ur&from=deposits/duddar&to=ports/karachi', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  })
  await page.getByTestId('route-cost').waitFor({ ...SLOW, state: 'attached' })
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
  const heights = await page
    .locator('.connect :is(button, summary, select, input[type=search])')
    .evaluateAll((all) =>
      all.filter((one) => one.clientHeight > 0).map((one) => Math.round(one.getBoundingClientRect().height)),
    )
  expect(heights.length).toBeGreaterThan(8)
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44)
})
