/** Filtering: copper in Balochistan; map, list, chips, counts and link agree with each other and with the data file. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { drawnIds, mapIdle } from './browser.ts'
import { countText, rawFeatures, wholeAndParts } from './count-independently.ts'
import { journey } from './harness.ts'

const atlas = journey()

const everything = rawFeatures('deposits')
const has = (value: unknown, wanted: string) => Array.isArray(value) && value.includes(wanted)
const copper = everything.filter(({ properties }) => has(properties.commodities, 'copper'))
const copperInBalochistan = copper.filter(({ properties }) => properties.province === 'balochistan')

const panel = (page: Page) => page.getByRole('complementary', { name: 'Layers, filters and corridors' })
const choice = (page: Page, name: RegExp) => panel(page).getByRole('checkbox', { name })

test('copper in Balochistan', async () => {
  expect(copperInBalochistan.length).toBeGreaterThan(5)
  expect(copperInBalochistan.length).toBeLessThan(copper.length)

  const page = await atlas.open()
  await page.getByRole('tab', { name: 'Filters' }).click()
  await panel(page)
    .getByText(countText(wholeAndParts(everything)), { exact: true })
    .waitFor()

  await choice(page, /^(Cu ?)?Copper/).check()
  await panel(page)
    .getByText(countText(wholeAndParts(copper)), { exact: true })
    .waitFor()
  // The count beside a choice is what one sees after choosing it.
  const offered = await panel(page).locator('label', { hasText: 'Balochistan' }).locator('.choice__count').textContent()
  await choice(page, /^Balochistan/).check()
  const both = wholeAndParts(copperInBalochistan)
  await panel(page).getByText(countText(both), { exact: true }).waitFor()
  expect(Number(offered)).toBe(both.deposits)
  expect(page.url()).toContain('commodity=copper')
  expect(page.url()).toContain('province=balochistan')

  // The list holds the same deposits.
  await page.getByRole('button', { name: 'Show list' }).click()
  const list = page.getByRole('region', { name: 'List of deposits' })
  await list.getByText(countText(both), { exact: true }).first().waitFor()

  // No symbol of any other deposit is left on the map.
  await mapIdle(page)
  const allowed = new Set(copperInBalochistan.map(({ id }) => id))
  const drawn = (await drawnIds(page, 'deposits')).filter((id) => id !== 'undefined')
  expect(drawn.filter((id) => !allowed.has(id))).toEqual([])

  // One click clears.
  await panel(page).getByRole('button', { name: 'Clear all filters' }).click()
  await panel(page)
    .getByText(countText(wholeAndParts(everything)), { exact: true })
    .waitFor()
  expect(page.url()).not.toContain('commodity=')
})

test('a filter that nothing matches says which one to leave out', async () => {
  const page = await atlas.open('/?v=1&commodity=copper&province=azad-jammu-kashmir&status=operating&panel=filters')
  await panel(page).getByText('No deposit matches all filters.').waitFor()
  const loosen = panel(page)
    .getByRole('button', { name: /^Leave out/ })
    .first()
  await loosen.click()
  await panel(page).getByText('No deposit matches all filters.').waitFor({ state: 'hidden' })
})

test('a chip removes its own filter and no other', async () => {
  const page = await atlas.open('/?v=1&commodity=copper&province=balochistan&panel=filters')
  await panel(page)
    .getByText(countText(wholeAndParts(copperInBalochistan)), { exact: true })
    .waitFor()
  await panel(page).getByRole('button', { name: 'Remove filter Province: Balochistan' }).click()
  await panel(page)
    .getByText(countText(wholeAndParts(copper)), { exact: true })
    .waitFor()
  expect(page.url()).toContain('commodity=copper')
})

test('the filter as CQL2: edited text becomes choices and a condition, errors name their place, the link keeps all', async () => {
  const important = copperInBalochistan.filter(({ properties }) => Number(properties.importance) >= 3)
  expect(important.length).toBeGreaterThan(0)
  expect(important.length).toBeLessThan(copperInBalochistan.length)

  const page = await atlas.open()
  await page.getByRole('tab', { name: 'Filters' }).click()
  await choice(page, /^(Cu ?)?Copper/).check()
  await panel(page).getByText('Filter as text (CQL2)', { exact: true }).click()
  const text = panel(page).getByRole('textbox', { name: 'The filter as CQL2 text' })
  // The panel writes CQL2.
  await text.waitFor()
  expect(await text.inputValue()).toBe("commodities = 'copper'")

  // An error stands where it is, before anything is asked.
  await text.fill("commodities = 'copper' AND importanc >= 3")
  await panel(page)
    .getByText(/Character 28: there is no property ‘importanc’; the nearest name is ‘importance’/)
    .waitFor()
  expect(await panel(page).getByRole('button', { name: 'Apply', exact: true }).isDisabled()).toBe(true)

  // What the panel knows becomes choices, the rest a condition; list and counts follow.
  await text.fill("importance >= 3 AND province = 'balochistan' AND commodities IN ('copper')")
  await panel(page).getByRole('button', { name: 'Apply', exact: true }).click()
  const count = wholeAndParts(important)
  await panel(page).getByText(countText(count), { exact: true }).waitFor()
  expect(await choice(page, /^Balochistan/).isChecked()).toBe(true)
  expect(await text.inputValue()).toBe("commodities = 'copper' AND province = 'balochistan' AND importance >= 3")
  await page.getByRole('button', { name: 'Show list' }).click()
  await page
    .getByRole('region', { name: 'List of deposits' })
    .getByText(countText(count), { exact: true })
    .first()
    .waitFor()
  await mapIdle(page)
  const allowed = new Set(important.map(({ id }) => id))
  const drawn = (await drawnIds(page, 'deposits')).filter((id) => id !== 'undefined')
  expect(drawn.filter((id) => !allowed.has(id))).toEqual([])

  // A colleague who opens the link sees the same.
  const link = new URL(page.url())
  expect(link.searchParams.get('filter')).toBe('importance >= 3')
  await page.goto(link.href)
  await panel(page).getByText(countText(count), { exact: true }).waitFor()
  expect(await panel(page).getByRole('textbox', { name: 'The filter as CQL2 text' }).inputValue()).toContain(
    'importance >= 3',
  )
})

test("a link with a filter that cannot be read says where in the reader's language, and can be mended", async () => {
  // The server refuses it, which the browser's console tells of.
  atlas.expectFaults(/status of 400/)
  const page = await atlas.open('/?v=1&panel=filters&lang=zh&filter=importance+>%3D+3+AND+hight+%3D+1')
  await page.getByText(/第 21 个字符：没有属性 ‘hight’/).waitFor()
  const text = page.getByRole('textbox', { name: '以 CQL2 文本表示的筛选条件' })
  expect(await text.inputValue()).toBe('importance >= 3 AND hight = 1')
  await text.fill("importance >= 3 AND status = 'operating'")
  await page.getByRole('button', { name: '应用', exact: true }).click()
  await page.getByRole('button', { name: '移除 CQL2 条件' }).waitFor()
  expect(new URL(page.url()).searchParams.get('filter')).toBe('importance >= 3')
  expect(new URL(page.url()).searchParams.get('status')).toBe('operating')
})
