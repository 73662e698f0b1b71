/** The desk: an investor narrows all deposits to three, compares them, notes and takes them away; grid, charts and screens. */
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { drawnIds, mapIdle } from './browser.ts'
import { countText, rawFeatures, wholeAndParts } from './count-independently.ts'
import { journey } from './harness.ts'
import { routingReady } from './warm-up.ts'

const atlas = journey()
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const FRESH = '/?v=1&theme=light&panel=none&layers=deposits'

const everything = rawFeatures('deposits')
const tonnageOf = ({ properties: { resource } }: (typeof everything)[number]): number | null =>
  (resource as { tonnageMt: number | null } | null)?.tonnageMt ?? null
const copper = everything.filter(({ properties }) => (properties.commodities as string[]).includes('copper'))
const large = copper.filter((deposit) => (tonnageOf(deposit) ?? 0) >= 200)

beforeAll(() => routingReady(atlas.server.address), 130_000)

const desk = (page: Page) => page.getByRole('region', { name: 'List of deposits' })
const grid = (page: Page) => desk(page).getByRole('grid')
const rowCount = async (page: Page) => Number(await grid(page).getAttribute('aria-rowcount')) - 2

test('an investor narrows all deposits to three, compares them, notes, and takes them away', async () => {
  expect(large.length).toBeGreaterThan(3)
  const page = await atlas.open(`${FRESH}&drawer=list`)
  await desk(page)
    .getByText(countText(wholeAndParts(everything)), { exact: true })
    .waitFor()
  await desk(page)
    .getByRole('button', { name: /^Main commodity: all/ })
    .click()
  await desk(page)
    .getByRole('checkbox', { name: /^Copper/ })
    .check()
  await page.keyboard.press('Escape')
  await expect.poll(() => rowCount(page)).toBe(copper.length)
  const range = desk(page).getByRole('textbox', { name: /^Range of Ore \(Mt\)/ })
  await range.fill('200+')
  await range.press('Enter')
  await expect.poll(() => rowCount(page)).toBe(large.length)
  // The map holds the same deposits, and the link says which.
  const allowed = new Set(large.map(({ id }) => id))
  await mapIdle(page)
  const drawn = (await drawnIds(page, 'deposits')).filter((id) => id !== 'undefined')
  expect(drawn.filter((id) => !allowed.has(id))).toEqual([])
  const anyLarge = everything.filter((deposit) => (tonnageOf(deposit) ?? 0) >= 200).map(({ id }) => id)
  // The condition is of all deposits, so that it still holds when copper is let go.
  expect(new URL(page.url()).searchParams.get('id')?.split(',').sort()).toEqual(anyLarge.sort())

  await grid(page).getByRole('columnheader', { name: /^Ore/ }).getByRole('button').click()
  const largest = large.toSorted((a, b) => (tonnageOf(b) ?? 0) - (tonnageOf(a) ?? 0))
  const first = String((largest[0]?.properties.name as { en: string } | undefined)?.en)
  await expect.poll(() => grid(page).getByRole('rowheader').first().innerText()).toContain(first)
  for (let row = 0; row < 3; row += 1) await grid(page).locator('.desk-star').nth(row).click()
  await desk(page)
    .getByRole('tab', { name: /^Shortlist/ })
    .click()
  await desk(page).getByRole('heading', { name: 'Shortlist: 3 deposits' }).waitFor()
  await desk(page)
    .getByRole('textbox', { name: `Note on ${first}` })
    .fill('Ask for the 2024 study')
  await desk(page).getByRole('button', { name: 'Compare', exact: true }).click()
  const table = desk(page).getByRole('table', { name: 'Deposits side by side' })
  await table.getByRole('columnheader').nth(3).waitFor()
  // Grades of copper can be ranked; a tonnage of resources and one of reserves cannot.
  await table
    .getByRole('row', { name: /^Grade, main commodity/ })
    .getByText('best')
    .waitFor()
  expect(await table.getByRole('row', { name: /^Ore \(Mt\)/ }).innerText()).not.toMatch(/best|worst/)
  const lines = () => table.getByRole('row').count()
  const all = await lines()
  await desk(page).getByRole('checkbox', { name: 'Differences only' }).check()
  await expect.poll(lines).toBeLessThan(all)

  await desk(page).getByRole('tab', { name: 'Table' }).click()
  await desk(page).getByRole('button', { name: 'This table as a file' }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    desk(page).getByRole('button', { name: /^CSV/ }).click(),
  ])
  const text = readFileSync(await file.path(), 'utf8').replace('\uFEFF', '')
  const rows = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data
  expect(rows.map(({ id }) => id)).toEqual(largest.map(({ id }) => id))
  expect(rows[0]?.['Your notes']).toBe('Ask for the 2024 study')
  expect(rows.every(({ Sources, Licence }) => (Sources?.length ?? 0) > 5 && /ODbL|Open/.test(Licence ?? ''))).toBe(true)

  // A colleague opens the link: the same list, without the notes.
  const other = await atlas.open(`${new URL(page.url()).pathname}${new URL(page.url()).search}`)
  await desk(other)
    .getByRole('tab', { name: /^Shortlist/ })
    .click()
  await desk(other).getByRole('heading', { name: 'Shortlist: 3 deposits' }).waitFor()
  expect(
    await desk(other)
      .getByRole('textbox', { name: `Note on ${first}` })
      .inputValue(),
  ).toBe('')
})

test('keys walk the grid, sort by several, put on the shortlist and open', async () => {
  const page = await atlas.open(`${FRESH}&drawer=list`)
  await grid(page).getByRole('rowheader').first().waitFor()
  await grid(page).focus()
  const active = () => grid(page).getAttribute('aria-activedescendant')
  for (const [key, cell] of [
    ['ArrowDown', 'desk-cell-1-0'],
    ['End', 'desk-cell-1-11'],
    ['Control+Home', 'desk-cell-0-0'],
    ['Control+ArrowUp', 'desk-cell--2-0'],
  ] as const) {
    await page.keyboard.press(key)
    await expect.poll(active).toBe(cell)
  }
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+Enter')
  await expect
    .poll(() => grid(page).locator('[role=columnheader][aria-sort=ascending], [aria-sort=descending]').count())
    .toBe(2)
  await expect.poll(() => new URL(page.url()).searchParams.get('desk')).toContain('s.name,commodity')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Space')
  await desk(page)
    .getByRole('tab', { name: /^Shortlist.*1/ })
    .waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url()).toContain('sel=deposits/')
})

test('columns that the engine reckons fill in; a chosen commodity in a chart is the filter of the map', async () => {
  const columns = 'c.name,kmRailway,cost,bestPort,bestPortCost'
  const page = await atlas.open(`${FRESH}&drawer=list&id=saindak,duddar&to=ports/karachi&desk=${columns}`)
  for (const column of [2, 3, 4, 5])
    await expect
      .poll(() => grid(page).locator(`.desk-grid__row--body [aria-colindex="${column}"]`).first().innerText(), {
        timeout: 60_000,
      })
      .toMatch(column === 4 ? /Port|Gwadar|Karachi/ : /^\d/)

  const charts = await atlas.open(`${FRESH}&drawer=charts&desk=k.status`)
  await desk(charts).getByText('The figures as a table').click()
  await desk(charts)
    .getByRole('table')
    .getByRole('button', { name: /^Copper$/ })
    .click()
  await expect.poll(() => charts.url()).toContain('commodity=copper')
  for (const format of ['PNG', 'SVG', 'CSV']) {
    const [file] = await Promise.all([
      charts.waitForEvent('download'),
      desk(charts)
        .getByRole('button', { name: `Save ${format}` })
        .click(),
    ])
    const bytes = readFileSync(await file.path())
    expect(bytes.length).toBeGreaterThan(200)
    if (format === 'PNG') expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    else expect(bytes.toString()).toContain(format === 'SVG' ? '<svg' : 'source')
  }
})

test('a saved view is opened again by its name', async () => {
  const page = await atlas.open(`${FRESH}&drawer=shortlist&commodity=copper`)
  await desk(page).getByRole('textbox', { name: 'Name of this view' }).fill('Copper only')
  await desk(page).getByRole('button', { name: 'Save', exact: true }).click()
  const link = await desk(page).getByRole('link', { name: 'Copper only' }).getAttribute('href')
  expect(link).toContain('commodity=copper')
  await page.goto(`${atlas.server.address}/?v=1&drawer=shortlist&panel=none`)
  await desk(page).getByRole('link', { name: 'Copper only' }).click()
  await expect.poll(() => page.url()).toContain('commodity=copper')
})

const COMPARED = 'desk=v.saindak,duddar,reko-diq_l.saindak,duddar&to=ports/karachi'
const SCREENS: Record<string, { path: string; settled: string; options?: object }> = {
  table: { path: '&theme=light&drawer=list', settled: '.desk-grid__row--body' },
  'table, grouped, dark': { path: '&theme=dark&drawer=list&desk=g.province', settled: '.desk-grid__row--body' },
  'table in Urdu': { path: '&theme=light&lang=ur&drawer=list', settled: '.desk-grid__row--body' },
  'table on a phone': { path: '&theme=light&drawer=list', settled: '.desk-grid__row--body', options: PHONE },
  charts: { path: '&theme=light&drawer=charts', settled: '.chart__canvas canvas' },
  'charts in Urdu, dark': { path: '&theme=dark&lang=ur&drawer=charts&desk=k.status', settled: '.chart__canvas canvas' },
  comparison: { path: `&theme=light&drawer=compare&${COMPARED}`, settled: '.compare td' },
  'comparison in Urdu on a phone': {
    path: `&theme=light&lang=ur&drawer=compare&${COMPARED}`,
    settled: '.compare td',
    options: PHONE,
  },
  'shortlist, dark': { path: `&theme=dark&drawer=shortlist&${COMPARED}`, settled: '.shortlist textarea' },
  'shortlist on a phone': {
    path: `&theme=light&drawer=shortlist&${COMPARED}`,
    settled: '.shortlist textarea',
    options: PHONE,
  },
}
test.each(Object.entries(SCREENS))('axe finds nothing, nothing scrolls sideways: %s', async (_name, screen) => {
  const page = await atlas.open(`/?v=1&panel=none${screen.path}`, screen.options)
  await page.locator(screen.settled).first().waitFor({ timeout: 60_000 })
  const [needed, given] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
  expect(needed).toBeLessThanOrEqual(given ?? 0)
  expect(await violations(page)).toEqual([])
})
