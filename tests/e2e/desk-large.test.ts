/** The desk over ten thousand deposits of a real database: only what is in view is in the page, and everything still answers. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { DATASETS, TILESETS } from '#geodata/datasets/catalogue.ts'
import { readFeatures } from '#scripts/load-datasets.ts'
import { openStorage } from '#server/storage/open-storage.ts'
import { syntheticDeposits } from '#tests/bench/synthetic-deposits.ts'
import { copyOfTemplate } from './atlas-server.ts'
import { journeyOnOwnServer } from './harness.ts'

const MANY = 10_000
/** A machine that others use draws ten thousand rows' worth of steps slowly. */
vi.setConfig({ testTimeout: 240_000 })
const folder = mkdtempSync(join(tmpdir(), 'orelink-desk-'))
const database = join(folder, 'many.sqlite')

beforeAll(async () => {
  copyOfTemplate(database)
  const definition = DATASETS.find(({ id }) => id === 'deposits')
  if (!definition) throw new Error('there is no dataset of deposits')
  const storage = await openStorage(database, { datasets: DATASETS, tilesets: TILESETS })
  await storage.replaceDataset('deposits', syntheticDeposits(readFeatures(definition), MANY))
  await storage.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const atlas = journeyOnOwnServer({ database, args: ['--data', join(folder, 'none')] })
const desk = (page: Page) => page.getByRole('region', { name: 'List of deposits' })
const grid = (page: Page) => desk(page).getByRole('grid')
const rowCount = async (page: Page) => Number(await grid(page).getAttribute('aria-rowcount')) - 2
/** The names of the first rows in the page, without the letters of their symbols. */
const names = async (page: Page) =>
  (await grid(page).getByRole('rowheader').allInnerTexts()).map((text) => text.split('\n').at(-1) ?? '')
const inPage = (page: Page) => grid(page).locator('.desk-grid__row--body').count()

test('ten thousand deposits from the server: scrolled, sorted, grouped and narrowed, with few rows in the page', async () => {
  const page = await atlas.open('/?v=1&theme=light&panel=none&layers=&drawer=list')
  await grid(page).getByRole('rowheader').first().waitFor({ timeout: 60_000 })
  const all = await rowCount(page)
  // A model without a point is left out, so that there may be a few less.
  expect(all).toBeGreaterThan(MANY * 0.95)
  expect(await inPage(page)).toBeLessThan(60)

  // The wheel goes on and on, and wherever it stops the rows are filled.
  await page.locator('.desk-table__scroller').hover()
  for (let turn = 0; turn < 40; turn += 1) await page.mouse.wheel(0, 900)
  await expect
    .poll(() => page.locator('.desk-table__scroller').evaluate((box) => box.scrollTop))
    .toBeGreaterThan(30_000)
  await expect.poll(async () => (await names(page)).every((name) => /\w .*\d$/.test(name))).toBe(true)
  expect(await inPage(page)).toBeLessThan(60)

  await grid(page).focus()
  await page.keyboard.press('Control+End')
  await grid(page)
    .locator(`[aria-rowindex="${all + 2}"]`)
    .waitFor()
  await grid(page).getByRole('columnheader', { name: /^Name/ }).getByRole('button').click()
  await grid(page).focus()
  await page.keyboard.press('Control+Home')
  await grid(page).locator('[aria-rowindex="3"]').waitFor()
  const first = (await names(page)).slice(0, 8)
  expect(first).toEqual(first.toSorted(new Intl.Collator('en').compare))

  await desk(page).getByRole('combobox', { name: 'Group' }).selectOption('province')
  await expect.poll(() => rowCount(page)).toBeGreaterThan(all)
  expect(await inPage(page)).toBeLessThan(60)
})

test('a condition that more deposits meet than a link can carry holds in the desk, and the page says what the map does', async () => {
  const page = await atlas.open('/?v=1&theme=light&panel=none&layers=&drawer=list')
  await grid(page).getByRole('rowheader').first().waitFor({ timeout: 60_000 })
  const all = await rowCount(page)
  const range = desk(page).getByRole('textbox', { name: /^Range of Ore \(Mt\)/ })
  await range.fill('> 0')
  await range.press('Enter')
  await page.getByRole('status').filter({ hasText: 'that a link can carry' }).waitFor({ timeout: 60_000 })
  await desk(page).getByText('The map does not follow').waitFor()
  const kept = await rowCount(page)
  expect(kept).toBeLessThan(all)
  expect(kept).toBeGreaterThan(200)
  expect(new URL(page.url()).searchParams.has('id')).toBe(false)
  await desk(page)
    .getByRole('button', { name: /^Remove condition Ore/ })
    .click()
  await expect.poll(() => rowCount(page)).toBe(all)
})
