/** The pages of the OGC interface in a real browser: accessible, in the reader's direction, no fault and no request elsewhere. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { journey } from './harness.ts'

const atlas = journey()
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const PAGES = [
  '',
  '/api',
  '/conformance',
  '/collections',
  '/collections/deposits',
  '/collections/corridors/items',
  '/collections/deposits/items/duddar',
  '/collections/deposits/queryables',
  '/collections/deposits/tiles',
  '/styles',
  '/tileMatrixSets/WebMercatorQuad',
]

for (const [lang, colorScheme] of [
  ['en', 'light'],
  ['ur', 'dark'],
  ['zh', 'light'],
] as const)
  test.each(PAGES)(`/ogc%s in ${lang}, ${colorScheme}`, async (path) => {
    const page = await atlas.open(`/ogc${path}?lang=${lang}&f=html`, { colorScheme })
    await page.evaluate(AXE)
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(root: Document): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
      }
      return (await axe.run(document)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)
    })
    expect(violations).toEqual([])
    expect(await page.evaluate(() => document.documentElement.dir)).toBe(lang === 'ur' ? 'rtl' : 'ltr')
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  })

test('one walks from the landing page to a feature and back by links, in Urdu throughout', async () => {
  const page = await atlas.open('/ogc?f=html&lang=ur')
  await page.locator('main a').first().click()
  await page.locator('main a[href*="/collections/ports"]').first().click()
  await page.locator('main strong a').click()
  await page.locator('main a[href*="/items/gwadar"]').click()
  expect(await page.locator('h1').textContent()).toBe('گوادر')
  expect(await page.locator('svg.map .point').count()).toBe(1)
  await page.locator('.trail a').nth(1).click()
  expect(await page.locator('html').getAttribute('lang')).toBe('ur')
})
