/** Two whole questions besides the planner's (ask.test.ts): an investor's, and an official's in Chinese and in Urdu. */
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Output } from '#geodata/contract/endpoints.ts'
import { mapIdle } from './browser.ts'
import { journey } from './harness.ts'

const atlas = journey()

const sentence = (page: Page) => page.locator('.ask__sentence')
async function answered<T>(path: string): Promise<T> {
  const response = await fetch(`${atlas.server.address}${path}`)
  expect(response.status).toBe(200)
  return (await response.json()) as T
}
/** What the answer has drawn on the map, by role. */
function drawn(page: Page): Promise<{ sources: string[]; found: number; shaded: boolean }> {
  return page.evaluate(() => {
    const { __map: map } = document.querySelector('.map') as unknown as {
      __map: {
        getStyle(): {
          sources: Record<string, { data?: { features?: { properties: { role: string } }[] } }>
          layers: { id: string; layout?: { visibility?: string }; paint?: Record<string, unknown> }[]
        }
      }
    }
    const { sources, layers } = map.getStyle()
    const features = sources.answer?.data?.features ?? []
    const shades = layers.filter(({ id, layout }) => id === 'answer/shade' && layout?.visibility !== 'none')
    return {
      sources: Object.keys(sources),
      found: features.filter(({ properties }) => properties.role === 'found').length,
      shaded: shades.some(({ paint }) => JSON.stringify(paint ?? {}).includes('step')),
    }
  })
}

test('an investor: copper in Balochistan by how well it is connected, the largest, its sheet, and the data', async () => {
  const query = 'commodity=copper&province=balochistan'
  const scores = await answered<Output<'depositScores'>>(
    `/api/scores?${query}&railway=5&port=5&highway=1&grid=1&river=0&settlement=0`,
  )
  const page = await atlas.open('/')
  await page.getByRole('tab', { name: 'Filters' }).click()
  await page.getByRole('checkbox', { name: /^(Cu ?)?Copper/ }).check()
  await page.getByRole('checkbox', { name: /^Balochistan/ }).check()

  // How well is each connected, if railway and port weigh five times as much as road and grid?
  await page.getByRole('tab', { name: 'Ask' }).click()
  await page.getByRole('combobox', { name: 'Question' }).selectOption('score')
  for (const [name, weight] of [
    ['Highway', 1],
    ['Railway', 5],
    ['Power grid', 1],
    ['Port', 5],
    ['River or canal', 0],
    ['Settlement', 0],
  ] as const)
    await page.getByRole('slider', { name, exact: true }).fill(String(weight))
  const [best] = scores.rows
  const ranked = page.locator('.ask__ranked > li')
  await expect.poll(() => ranked.first().textContent()).toContain(best?.deposit.name.en ?? '')
  expect(await ranked.count()).toBe(Math.min(50, scores.rows.length))
  await expect.poll(() => sentence(page).textContent()).toContain(`${scores.rows.length} deposits are ranked`)
  const first = await page.locator('.ask__ranked > li .feature-link, .ask__ranked > li button').first().textContent()
  expect(first).toContain(best?.deposit.name.en ?? '')

  // The list of the same deposits, the largest first.
  const list = page.getByRole('region', { name: 'List of deposits' })
  await page.getByRole('button', { name: 'Show list' }).click()
  await list.getByRole('columnheader', { name: /^Ore/ }).getByRole('button').click()
  const largest = scores.rows
    .map(({ deposit }) => deposit)
    .sort((a, b) => (b.resourceMt ?? -1) - (a.resourceMt ?? -1))[0]
  const top = list.getByRole('rowheader').first()
  await expect.poll(() => top.innerText()).toContain(largest?.name.en ?? '')
  await top.getByText(largest?.name.en ?? '').click()
  const sheet = page.getByRole('complementary', { name: 'Selected feature' })
  await sheet.getByRole('heading', { level: 2, name: largest?.name.en ?? '' }).waitFor()

  // And the data, as a table of exactly these.
  await list.getByRole('button', { name: 'Take away' }).click()
  const dialog = page.getByRole('dialog', { name: 'Take data away' })
  await dialog.getByText(`${scores.rows.length} records`).waitFor()
  await dialog.getByRole('radio', { name: /^CSV/ }).check()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ])
  const text = readFileSync(await file.path(), 'utf8').replace('\uFEFF', '')
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
  expect(data.map(({ id }) => id).sort()).toEqual(scores.rows.map(({ deposit }) => deposit.id).sort())
})

test('an official, in Chinese: who lives along the western alignment, and the text for a report', async () => {
  const path = '/api/corridors/cpec-western/band?withinKm=30'
  const { features, counts } = await answered<Output<'corridorBand'>>(path)
  expect(features.length).toBeGreaterThan(2)
  const page = await atlas.open('/?v=1&lang=zh&at=67.5,30,5.6&panel=ask&ask=band&ask.km=30')
  const { deposits, parts } = counts[0]?.deposits ?? { deposits: 0, parts: 0 }
  const said = `有 ${deposits} 个矿床${parts === 0 ? '' : `（另有 ${parts} 个矿床组成部分）`}，沿线里程从`
  await expect.poll(() => sentence(page).textContent()).toContain(said)

  // A strip map: each at its kilometre; the list beside it in the same order.
  const strip = page.locator('svg.ask__strip')
  expect(await strip.getAttribute('aria-label')).toMatch(/带状图：两侧各 30 公里以内 \d+ 处/)
  expect(await strip.locator('circle').count()).toBe(features.length)
  const heights = await strip.locator('circle').evaluateAll((dots) => dots.map((dot) => Number(dot.getAttribute('cy'))))
  // This line is drawn from the Khunjerab Pass southward: its start is above, its left, the east, on the right.
  expect(heights).toEqual([...heights].sort((a, b) => a - b))
  const toItsLeft = strip.locator('circle').nth(features.findIndex(({ side }) => side === 'left'))
  expect(Number(await toItsLeft.getAttribute('cx'))).toBeGreaterThan(160)
  const kilometres = await page.locator('.ask__chainage').allTextContents()
  expect(kilometres).toHaveLength(features.length)
  expect(kilometres[0]).toBe(`里程 ${Math.round(features[0]?.chainageKm ?? Number.NaN).toLocaleString('zh-CN')} 公里`)
  await mapIdle(page)
  expect((await drawn(page)).found).toBe(features.length)

  await page.getByRole('button', { name: '复制为报告文本' }).click()
  await page.getByText('问题与回答已复制。').waitFor()
  const report = await page.evaluate(() => navigator.clipboard.readText())
  for (const part of [said, '问题：', '来源：', 'WGS 84', 'lang=zh', 'ask=band']) expect(report).toContain(part)
  expect(report.match(/^\d+\. .*里程/gm)).toHaveLength(features.length)

  // A colleague reads the same from the link.
  const colleague = await atlas.open(page.url().slice(atlas.server.address.length))
  await expect.poll(() => sentence(colleague).textContent()).toContain(said)
})

test('an official, in Urdu: how much is in each district, shaded on the map, and the same from the link', async () => {
  const { total, rows } = await answered<Output<'depositSummary'>>('/api/summary?by=district')
  const page = await atlas.open('/?v=1&lang=ur&at=68,30,5.4&panel=ask&ask=summary')
  await page.getByRole('combobox', { name: 'بلحاظ' }).selectOption('district')
  const said = `${total.count.deposits} ذخائر`
  await expect.poll(() => sentence(page).textContent()).toContain(said)
  await expect.poll(() => sentence(page).textContent()).toContain(`${rows.length} گروہوں میں`)
  expect(await sentence(page).textContent()).toContain(rows[0]?.name?.ur ?? '')
  await mapIdle(page)
  expect(await drawn(page)).toMatchObject({ shaded: true })
  // From none to the most records of any district, ore bodies included, in at most five classes besides.
  const classes = await page.locator('.ask__legend li').allTextContents()
  expect(classes[0]).toBe('0')
  expect(classes.at(-1)).toMatch(
    new RegExp(`(^|–)${Math.max(...rows.map(({ count }) => count.deposits + count.parts))}$`),
  )
  expect(classes.length).toBeLessThanOrEqual(6)
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')

  const link = page.url()
  expect(link).toContain('ask.by=district')
  const colleague = await atlas.open(link.slice(atlas.server.address.length))
  await expect.poll(() => sentence(colleague).textContent()).toBe((await sentence(page).textContent()) ?? '')
  await mapIdle(colleague)
  expect(await drawn(colleague)).toMatchObject({ shaded: true })
})
