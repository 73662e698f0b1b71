/** For everybody: the tour, help beside terms, the data about the data, undo and redo; by keyboard where it says so. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ROOT } from './atlas-server.ts'
import { violations } from './axe.ts'
import { mapIdle } from './browser.ts'
import { journey } from './harness.ts'

const atlas = journey()
const query = (page: Page, name: string) => new URL(page.url()).searchParams.get(name)

test('the tour is offered once, goes by keyboard, leaves all as it was and can be taken again', async () => {
  const page = await atlas.open('/')
  await page.getByRole('complementary', { name: 'Tour' }).getByRole('button', { name: 'Show me' }).click()
  const card = page.getByRole('dialog', { name: 'Tour' })
  const panel = query(page, 'panel')
  const texts = [await card.innerText()]
  expect(await violations(page)).toEqual([])
  for (let step = 2; step <= 7; step += 1) {
    await page.keyboard.press('ArrowRight')
    await card.getByText(`${step} of 7`).waitFor()
    await page.locator('.tour-ring').waitFor()
    texts.push(await card.innerText())
  }
  expect(new Set(texts).size).toBe(7)
  // Under a minute at 200 words a minute.
  expect(texts.join(' ').split(/\s+/).length).toBeLessThan(200)
  await page.keyboard.press('Escape')
  await card.waitFor({ state: 'detached' })
  expect(query(page, 'panel')).toBe(panel)
  expect(query(page, 'drawer')).toBeNull()

  await page.goto(`${atlas.server.address}/`)
  await mapIdle(page)
  expect(await page.getByRole('complementary', { name: 'Tour' }).count()).toBe(0)
  await page.keyboard.press('?')
  await page.getByRole('button', { name: 'Take the tour' }).press('Enter')
  await card.getByText('1 of 7').waitFor()
  await card.getByRole('button', { name: 'End' }).press('Enter')
  await card.waitFor({ state: 'detached' })
})

test('a term is explained where it stands', async () => {
  const page = await atlas.open('/?v=1&lang=en&panel=none&sel=deposits/saindak')
  const mark = page.getByRole('button', { name: 'What is meant: Resource and reserve' }).first()
  await mark.press('Enter')
  const open = page.locator(':popover-open')
  await open.getByText('can be mined at a profit').waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await open.waitFor({ state: 'hidden' })
  // The sheet stays: Esc closed only the topmost thing.
  await page.getByRole('heading', { level: 2, name: 'Saindak' }).waitFor()
})

test('about the data: gaps as counted from the files, sources with links, a report to send', async () => {
  const page = await atlas.open('/?v=1&lang=en&panel=none&sel=deposits/saindak')
  await page.getByRole('heading', { level: 2, name: 'Saindak' }).waitFor()
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Help' })
  await help.getByRole('heading', { name: 'Terms' }).waitFor()
  expect(await help.locator('.key-list dt').count()).toBeGreaterThan(12)
  await help.getByRole('button', { name: 'About the data' }).click()
  const dialog = page.getByRole('dialog', { name: 'About the data' })
  await dialog.getByText(/of 184 have no published tonnage/).waitFor()
  const [, count = ''] = /(\d+) deposits of 184 have no published/.exec(await dialog.innerText()) ?? []
  expect(Number(count)).toBe(wholeWithoutTonnage())
  await dialog.getByText('Roads', { exact: true }).click()
  await dialog.getByRole('link', { name: 'Open Database License 1.0' }).first().waitFor()
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Copy a report' }).click()
  const report = await page.evaluate(() => navigator.clipboard.readText())
  expect(report).toContain('sel=deposits/saindak')
  expect(report).toContain('Selected: deposits/saindak')
  expect(report).toMatch(/Data: .*deposits 20\d\d-\d\d/)
})

test('undo and redo of filters, drawings and what Connect is asked, by keys and buttons', async () => {
  const page = await atlas.open('/?v=1&lang=en&panel=filters')
  await page.getByRole('checkbox', { name: /^(Cu ?)?Copper/ }).check()
  await expect.poll(() => query(page, 'commodity')).toBe('copper')
  await page.getByRole('checkbox', { name: /^Sindh/ }).check()
  await expect.poll(() => query(page, 'province')).toBe('sindh')
  await page.keyboard.press('Control+z')
  await expect.poll(() => query(page, 'province')).toBeNull()
  expect(query(page, 'commodity')).toBe('copper')
  await page.keyboard.press('Control+z')
  await expect.poll(() => query(page, 'commodity')).toBeNull()
  expect(await page.getByRole('button', { name: 'Undo' }).first().isDisabled()).toBe(true)
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => query(page, 'commodity')).toBe('copper')
  await page.getByRole('button', { name: 'Redo' }).first().click()
  await expect.poll(() => query(page, 'province')).toBe('sindh')

  // In a field, the keys belong to its text.
  await page.getByRole('combobox', { name: 'Search the atlas' }).fill('Duddar')
  await page.keyboard.press('Control+z')
  expect(query(page, 'province')).toBe('sindh')
})

/** Whole deposits without a tonnage, counted from the file and not by the server: a part counts only where its whole has one. */
function wholeWithoutTonnage(): number {
  const file = join(ROOT, 'geodata/datasets/deposits/features.geojson')
  const { features } = JSON.parse(readFileSync(file, 'utf8')) as {
    features: { id: string; properties: { partOf: string | null; resource: { tonnageMt: number | null } | null } }[]
  }
  const without = new Map(
    features.filter(({ properties }) => (properties.resource?.tonnageMt ?? null) === null).map((one) => [one.id, one]),
  )
  return [...without.values()].filter(({ properties: { partOf } }) => partOf === null || !without.has(partOf)).length
}
