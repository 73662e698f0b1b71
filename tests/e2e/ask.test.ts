/** Asking the map: a planner's whole question, and places that are drawn, changed, taken back and read from a file. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Output } from '#geodata/contract/endpoints.ts'
import { mapIdle } from './browser.ts'
import { journey } from './harness.ts'

const atlas = journey()
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }

const answer = (page: Page) => page.getByRole('region', { name: 'Answer' })
const sentence = (page: Page) => answer(page).locator('.ask__sentence')
const question = (page: Page) => page.getByRole('combobox', { name: 'Question' })

/** The planner's answer by a filter of our own over the whole overlay. */
async function expectedRows() {
  const response = await fetch(`${atlas.server.address}/api/overlay?commodity=copper`)
  const { rows } = (await response.json()) as Output<'depositOverlay'>
  const away = (row: (typeof rows)[number], kind: 'railway' | 'grid' | 'protectedArea') =>
    row.nearest[kind]?.distanceKm ?? Number.NaN
  return rows.filter((row) => away(row, 'railway') <= 100 && away(row, 'grid') <= 50 && away(row, 'protectedArea') > 0)
}

test('copper within 100 km of rail and 50 km of grid, outside protected areas', async () => {
  const expected = await expectedRows()
  const whole = expected.filter(({ deposit }) => !expected.some((other) => other.deposit.id === deposit.partOf)).length
  expect(whole).toBeGreaterThan(2)

  const page = await atlas.open('/')
  await page.getByRole('tab', { name: 'Filters' }).click()
  await page.getByRole('checkbox', { name: /^(Cu ?)?Copper/ }).check()
  await page.getByRole('tab', { name: 'Ask' }).click()
  await question(page).selectOption('conditions')
  await page.getByRole('textbox', { name: 'Railway' }).fill('100')
  await page.getByRole('textbox', { name: 'Power grid' }).fill('50')
  await page.getByRole('checkbox', { name: 'Outside protected areas' }).check()
  const said = `${whole} copper deposits lie within 100 km of the nearest railway, within 50 km of the nearest power grid, outside protected areas.`
  const withParts =
    whole === expected.length ? said : said.replace(' lie', ` (and ${expected.length - whole} parts of deposits) lie`)
  await expect.poll(() => sentence(page).textContent()).toBe(withParts)

  // What is nearest to each stands with it.
  const cards = answer(page).locator('.ask__cards > li')
  expect(await cards.count()).toBe(expected.length)
  const [first] = expected
  expect(await cards.first().textContent()).toContain(first?.deposit.name.en ?? '')
  expect(await cards.first().locator('dt').allTextContents()).toContain('Railway')

  // The answer is on the map: one ring each.
  await mapIdle(page)
  const rings = await page.evaluate(() => {
    const { __map: map } = document.querySelector('.map') as unknown as {
      __map: { getStyle(): { sources: Record<string, { data: { features: { properties: { role: string } }[] } }> } }
    }
    return map.getStyle().sources.answer?.data.features.filter(({ properties }) => properties.role === 'found').length
  })
  expect(rings).toBe(expected.length)

  // The link carries the whole question, and a colleague reads the same.
  const link = page.url()
  expect(link).toContain('ask=conditions')
  const colleague = await atlas.open(link.slice(atlas.server.address.length))
  await expect.poll(() => sentence(colleague).textContent()).toBe(withParts)
  const copper = `${atlas.server.address}/`
  expect(link.startsWith(copper)).toBe(true)

  // A text for the report.
  await answer(page).getByRole('button', { name: 'Copy as text for a report' }).click()
  await page.getByText('Question and answer copied.').waitFor()
  const report = await page.evaluate(() => navigator.clipboard.readText())
  for (const part of [
    withParts,
    'Filter: Copper',
    'WGS 84',
    'OpenStreetMap',
    String(new Date().getFullYear()),
    'ask=conditions',
  ])
    expect(report).toContain(part)
  expect(report.match(/^\d+\. /gm)).toHaveLength(expected.length)

  // A row opens its sheet, and the map shows it.
  await cards.first().getByRole('button').click()
  await page.getByRole('complementary', { name: 'Selected feature' }).getByRole('heading', { level: 2 }).waitFor()
})

const SPOT = { x: 760, y: 420 }

test('a point, a polygon with undo, a change of its corners, and a place from a file', async () => {
  const page = await atlas.open('/?v=1&at=66.5,29.5,6&panel=ask&ask=near&ask.km=200')
  await mapIdle(page)
  await page.getByRole('button', { name: 'Point', exact: true }).click()
  await page.getByText('Click on the map to set the point.').waitFor()
  await toolIsOn(page)
  await page.mouse.click(SPOT.x, SPOT.y)
  await expect.poll(() => sentence(page).textContent()).toMatch(/^\d+ deposits? .*lie within 200 km of the point/)
  expect(page.url()).toMatch(/ask\.shape=P[\d.,-]+/)

  await question(page).selectOption('within')
  await page.getByRole('textbox', { name: 'Buffer around it' }).fill('0')
  await page.getByRole('button', { name: 'Polygon' }).click()
  await toolIsOn(page)
  const corners = [
    [600, 300],
    [900, 300],
    [1000, 500],
    [900, 640],
    [600, 640],
  ] as const
  for (const [x, y] of corners) await slowClick(page, x, y)
  // The corner that was too far out is taken back.
  await page.getByRole('region', { name: 'Draw', exact: true }).getByRole('button', { name: 'Undo' }).click()
  await slowClick(page, 600, 600)
  await page.keyboard.press('Enter')
  await expect.poll(() => sentence(page).textContent()).toMatch(/inside or on the edge of the drawn area of [\d,]+ km²/)
  const before = await sentence(page).textContent()

  await page.getByRole('button', { name: 'Change its shape' }).click()
  await toolIsOn(page)
  await drag(page, [600, 300], [480, 240])
  await page.getByRole('button', { name: 'Done' }).click()
  await expect.poll(() => sentence(page).textContent()).not.toBe(before)

  const ring = [
    [66, 29],
    [67, 29],
    [67, 31],
    [66, 31],
    [66, 29],
  ]
  const geojson = {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }],
  }
  const chooser = page.locator('input[type=file]')
  await chooser.setInputFiles({
    name: 'area.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(JSON.stringify(geojson)),
  })
  await expect.poll(() => page.url()).toContain('ask.shape=A66,29_67,29_67,31_66,31_66,29')
  await chooser.setInputFiles({ name: 'lease.gpkg', mimeType: 'application/octet-stream', buffer: Buffer.from('x') })
  await page.getByRole('alert').getByText('lease.gpkg cannot be read', { exact: false }).waitFor()
})

test('sliders rank anew at once, with every term', async () => {
  const page = await atlas.open('/?v=1&panel=ask&commodity=copper&ask=score')
  await sentence(page).waitFor()
  const first = () => answer(page).locator('.ask__ranked > li').first().textContent()
  const before = await first()
  const asked = atlas.requests().length
  for (const name of ['Highway', 'Railway', 'Power grid', 'River or canal', 'Settlement'])
    await page.getByRole('slider', { name }).fill('0')
  expect(await first()).not.toBe(before)
  expect(
    atlas
      .requests()
      .slice(asked)
      .filter((address) => address.includes('/api/overlay')),
  ).toEqual([])
  await expect.poll(() => page.url()).toContain('ask.weights=0,0,0,1,0,0')
  await answer(page).locator('.ask__ranked summary').first().click()
  expect(await answer(page).locator('.ask__ranked li li').first().textContent()).toMatch(
    /^Highway: [\d,.<> ]+ km, weight 0/,
  )
})

test('on a phone the question is asked and answered without a sideways scroll', async () => {
  const page = await atlas.open('/', PHONE)
  await mapIdle(page)
  await page.getByRole('tab', { name: 'Ask' }).tap()
  await question(page).selectOption('summary')
  await page.getByRole('combobox', { name: 'By' }).selectOption('hexagon')
  await expect.poll(() => sentence(page).textContent()).toMatch(/deposits.* in \d+ groups/)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

/** The drawing tool is fetched when first used. */
async function toolIsOn(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const { __map: map } = document.querySelector('.map') as unknown as {
      __map: { getStyle(): { layers: { id: string }[] } }
    }
    return map.getStyle().layers.some(({ id }) => id.startsWith('td'))
  })
}

async function slowClick(page: Page, x: number, y: number): Promise<void> {
  await page.mouse.move(x, y, { steps: 3 })
  await page.waitForTimeout(120)
  await page.mouse.click(x, y)
  await page.waitForTimeout(120)
}

async function drag(
  page: Page,
  [x, y]: readonly [number, number],
  [toX, toY]: readonly [number, number],
): Promise<void> {
  await page.mouse.move(x, y, { steps: 3 })
  await page.waitForTimeout(150)
  await page.mouse.down()
  await page.mouse.move(toX, toY, { steps: 8 })
  await page.mouse.up()
  await page.waitForTimeout(150)
}
