/** What ties the desk to the rest: a stroke in a chart and the map, the map and the table, link, Excel and paper. */
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { drawnIds, mapIdle } from './browser.ts'
import { rawFeatures } from './count-independently.ts'
import { journey } from './harness.ts'
import { routingReady } from './warm-up.ts'

const atlas = journey()
const FRESH = '/?v=1&theme=light&panel=none&layers=deposits'
beforeAll(() => routingReady(atlas.server.address), 130_000)

const desk = (page: Page) => page.getByRole('region', { name: 'List of deposits' })
const grid = (page: Page) => desk(page).getByRole('grid')
const chosenIds = (page: Page) => new URL(page.url()).searchParams.get('id')?.split(',') ?? []

test('a stroke across grade and tonnage keeps what lies within, on the map too; the panel of filters lets it go', async () => {
  const page = await atlas.open(`${FRESH}&drawer=charts&desk=k.gradeTonnage_q.copper`)
  const canvas = desk(page).locator('.chart__canvas canvas').first()
  await canvas.waitFor()
  await mapIdle(page)
  // The whole diagram in view: the drawer is pulled up by its keys.
  await page.getByRole('separator', { name: 'Height of the list' }).focus()
  for (let step = 0; step < 10; step += 1) await page.keyboard.press('ArrowUp')
  await expect.poll(async () => (await canvas.boundingBox())?.height ?? 0).toBeGreaterThan(400)
  await mapIdle(page)
  const box = await canvas.boundingBox()
  if (!box) throw new Error('the chart has no box')
  // The right half of the diagram: the larger deposits.
  await page.mouse.move(box.x + box.width * 0.55, box.y + 70)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.8, box.y + box.height * 0.5, { steps: 6 })
  await page.mouse.move(box.x + box.width - 30, box.y + box.height - 70, { steps: 6 })
  await page.mouse.up()
  await expect.poll(() => chosenIds(page).length).toBeGreaterThan(0)
  const ids = chosenIds(page)
  const large = rawFeatures('deposits').filter(({ id }) => ids.includes(id))
  for (const { properties } of large)
    expect((properties.resource as { tonnageMt: number | null } | null)?.tonnageMt ?? 0).toBeGreaterThan(100)
  expect(ids).toContain('reko-diq')
  await mapIdle(page)
  const drawn = (await drawnIds(page, 'deposits')).filter((id) => id !== 'undefined')
  expect(drawn.filter((id) => !ids.includes(id))).toEqual([])

  await page.keyboard.press('f')
  await page.getByRole('button', { name: /^Let go of the \d+ deposits? chosen/ }).click()
  await expect.poll(() => chosenIds(page)).toEqual([])
})

test('a deposit selected elsewhere stands in view in the table, and a row under the pointer is marked on the map', async () => {
  const page = await atlas.open(`${FRESH}&drawer=list&sort=name,asc&sel=deposits/thar`)
  const row = grid(page).locator('[role=row][aria-selected=true]')
  await row.waitFor()
  expect(await row.innerText()).toContain('Thar')
  const isInView = () =>
    row.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect()
      const box = element.closest('.desk-table__scroller')?.getBoundingClientRect()
      return box !== undefined && top >= box.top && bottom <= box.bottom + 1
    })
  await expect.poll(isInView).toBe(true)
  await mapIdle(page)
  await row.hover()
  const marked = () =>
    page.evaluate(() => {
      const { __map: map } = document.querySelector('.map') as unknown as { __map: { getFilter(id: string): unknown } }
      return JSON.stringify(map.getFilter('deposits/hovered') ?? null)
    })
  await expect.poll(marked).toContain('thar')
})

test('units, groups, columns and their order are in the link and come back from it', async () => {
  const page = await atlas.open(`${FRESH}&drawer=list&id=saindak`)
  const cell = () => grid(page).locator('.desk-grid__row--body [aria-colindex="4"]').first().innerText()
  await expect.poll(cell).toBe('395')
  await desk(page).getByRole('combobox', { name: 'Ore' }).selectOption('kt')
  await expect.poll(cell).toBe('395,000')
  await desk(page).getByRole('combobox', { name: 'Metal' }).selectOption('oz')
  await desk(page).getByRole('combobox', { name: 'Grade' }).selectOption('g/t')
  await expect
    .poll(() => grid(page).locator('.desk-grid__row--body [aria-colindex="6"]').first().innerText())
    .toBe('3,800 g/t')
  await desk(page).getByRole('combobox', { name: 'Group' }).selectOption('commodity')
  await grid(page).getByText('Copper ore 395,000 kt (Resource)').waitFor()
  await desk(page).getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('button', { name: 'Move Status towards the start' }).click()
  await page.getByRole('button', { name: 'Hold Status at the start' }).click()
  const other = await atlas.open(new URL(page.url()).pathname + new URL(page.url()).search)
  await grid(other).getByText('Copper ore 395,000 kt (Resource)').waitFor()
  const heads = await grid(other).getByRole('columnheader').allInnerTexts()
  expect(heads.slice(0, 3).map((head) => head.trim().split('\n')[0])).toEqual(['Name', 'Status', 'Main commodity'])
  expect(await grid(other).locator('[role=columnheader][data-pinned]').count()).toBe(2)
})

test('the table as an Excel file has its figures as numbers and its sources on a sheet of their own', async () => {
  const page = await atlas.open(`${FRESH}&drawer=list&id=saindak,duddar&sort=name,asc`)
  await grid(page).getByRole('rowheader').nth(1).waitFor()
  await desk(page).getByRole('button', { name: 'This table as a file' }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Excel/ }).click(),
  ])
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(await file.path())
  const [table, sources] = book.worksheets
  if (!table || !sources) throw new Error('two sheets were expected')
  const head = (table.getRow(1).values as unknown[]).map(String)
  expect(head[1]).toBe('id')
  const ore = head.indexOf('Ore (Mt)')
  expect(table.getRow(2).getCell(1).value).toBe('duddar')
  expect(table.getRow(2).getCell(ore).value).toBe(14.48)
  expect(table.getRow(3).getCell(ore).value).toBe(395)
  expect(sources.rowCount).toBeGreaterThan(3)
})

test('the comparison is printed alone: figures, sketch of the ways, sources', async () => {
  const page = await atlas.open(`${FRESH}&drawer=compare&to=ports/karachi&desk=v.saindak,duddar`)
  await desk(page).locator('.sketch__way').nth(1).waitFor({ timeout: 60_000 })
  await page.evaluate(() => {
    window.print = () => {}
  })
  await desk(page).getByRole('button', { name: 'Print' }).click()
  await page.emulateMedia({ media: 'print' })
  expect(await desk(page).getByRole('table', { name: 'Deposits side by side' }).isVisible()).toBe(true)
  expect(await desk(page).getByRole('list').last().isVisible()).toBe(true)
  expect(await page.locator('.stage').isVisible()).toBe(false)
  expect(await desk(page).getByRole('button', { name: 'Print' }).isVisible()).toBe(false)
})
