/** The printable sheet of a deposit: one page of A4 in three languages, with all that the atlas knows, and a code that leads back. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import decodeQR from 'qr/decode.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from './atlas-server.ts'
import { violations } from './axe.ts'
import { journey } from './harness.ts'
import { routingReady } from './warm-up.ts'

const atlas = journey()
/** Pictures of the pages, to be looked at. */
const PICTURES = join(ROOT, 'var/fact-sheets')
const hasPoppler = spawnSync('pdftoppm', ['-v'], { stdio: 'ignore' }).status === 0
if (!hasPoppler) console.warn('\n!!! 9 pages are NOT turned into pictures: install poppler-utils\n')

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
  await routingReady(atlas.server.address)
}, 130_000)

const sheetOf = (id: string, language = 'en') => `/?v=1&theme=light&lang=${language}&sel=deposits/${id}&page=fact-sheet`

async function openSheet(id: string, language = 'en'): Promise<Page> {
  const page = await atlas.open(sheetOf(id, language))
  await page.locator('.fact-sheet:not([data-fit=trying])').waitFor({ timeout: 80_000 })
  return page
}

/** Elements of the sheet that reach beyond it, or whose text is cut off. */
function clipped(page: Page): Promise<string[]> {
  return page.locator('.fact-sheet').evaluate((sheet) => {
    const box = sheet.getBoundingClientRect()
    return [...sheet.querySelectorAll<HTMLElement>('p, td, th, dt, dd, li, h1, h2, h3, svg, img')]
      .filter((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect()
        const isOut = left < box.left - 1 || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1
        return isOut || (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
      })
      .map((element) => element.outerHTML.slice(0, 120))
  })
}

const HEADINGS = {
  en: ['Position', 'Infrastructure, straight line', 'Way to market', 'Sources'],
  ur: ['مقام', 'بنیادی ڈھانچہ، سیدھی لکیر میں', 'منڈی تک راستہ', 'مآخذ'],
  zh: ['位置', '基础设施，直线距离', '通往市场的路线', '资料来源'],
} as const
const FIGURES = { saindak: '395', duddar: '14.48', thar: '175,000' } as const

describe.each(['en', 'ur', 'zh'] as const)('in %s', (language) => {
  test.each(['saindak', 'duddar', 'thar'] as const)('%s is one page, nothing clipped', async (id) => {
    const page = await openSheet(id, language)
    const sheet = page.locator('.fact-sheet')
    expect(await sheet.getAttribute('data-fit')).toBe('fits')
    expect(await sheet.getAttribute('dir')).toBe(language === 'ur' ? 'rtl' : 'ltr')
    for (const name of HEADINGS[language]) await sheet.getByRole('heading', { level: 2, name, exact: true }).waitFor()
    const text = await sheet.innerText()
    expect(text).toContain(FIGURES[id])
    expect(text).toMatch(/\[1[,\]]/)
    expect(text).toMatch(/\d–\d/)
    expect(await sheet.locator('.fact-sheet__map img').count()).toBe(1)

    await page.emulateMedia({ media: 'print' })
    expect(await clipped(page)).toEqual([])
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBe(1)
    const file = join(PICTURES, `${id}-${language}`)
    writeFileSync(`${file}.pdf`, pdf)
    if (!hasPoppler) return
    execFileSync('pdftoppm', ['-r', '100', '-png', '-singlefile', `${file}.pdf`, file])
    const picture = PNG.sync.read(readFileSync(`${file}.png`))
    expect([picture.width, picture.height]).toEqual([827, 1170])
    // The margins of 10 mm are white; above the lower one ends the footer.
    expect(inkIn(picture, { from: 0, to: 36 })).toBe(0)
    expect(inkIn(picture, { from: picture.height - 36, to: picture.height })).toBe(0)
    expect(inkIn(picture, { from: 36, to: 130 })).toBeGreaterThan(500)
  })
})

/** Dark pixels in a band of rows. */
function inkIn({ data, width }: PNG, { from, to }: { from: number; to: number }): number {
  let dark = 0
  for (let at = from * width * 4; at < to * width * 4; at += 4) if ((data[at] ?? 255) < 128) dark += 1
  return dark
}

test('the longest records fit too', async () => {
  for (const id of ['reko-diq', 'khewra', 'khuzdar-barite']) {
    const page = await openSheet(id, 'ur')
    expect([id, await page.locator('.fact-sheet').getAttribute('data-fit')]).toEqual([id, 'fits'])
    expect(await clipped(page)).toEqual([])
  }
})

test('it is reached from the deposit’s sheet, left by Escape, and is in the link', async () => {
  const page = await atlas.open('/?v=1&theme=light&panel=none&sel=deposits/duddar')
  const button = page
    .getByRole('complementary', { name: 'Selected feature' })
    .getByRole('button', { name: 'Fact sheet' })
  await button.click()
  await page.locator('.fact-sheet').waitFor({ timeout: 80_000 })
  expect(page.url()).toContain('page=fact-sheet')
  expect(await page.locator('#root').getAttribute('inert')).toBe('')
  await page.keyboard.press('Escape')
  await page.locator('.sheet-page').waitFor({ state: 'detached' })
  expect(page.url()).not.toContain('page=')
  expect(page.url()).toContain('sel=deposits/duddar')
  expect(await page.locator('#root').getAttribute('inert')).toBeNull()
})

test('the code on it is its address, and the print button prints it alone', async () => {
  const page = await openSheet('duddar')
  const address = await page.locator('.fact-sheet__address').innerText()
  const code = PNG.sync.read(await page.locator('.fact-sheet__footer svg').screenshot())
  expect(decodeQR({ width: code.width, height: code.height, data: code.data })).toBe(address)
  expect(address).toContain('sel=deposits/duddar&page=fact-sheet&lang=en')

  await page.evaluate(() => Reflect.set(window, 'print', () => document.body.setAttribute('data-printed', '1')))
  await page.getByRole('button', { name: 'Print or save as PDF' }).click()
  await page.locator('body[data-printed]').waitFor({ state: 'attached' })
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('#root').isVisible()).toBe(false)
  expect(await page.locator('.sheet-page__bar').isVisible()).toBe(false)
})

test.each(['light', 'dark'])('axe finds nothing, %s', async (theme) => {
  const page = await atlas.open(sheetOf('saindak').replace('theme=light', `theme=${theme}`))
  await page.locator('.fact-sheet:not([data-fit=trying])').waitFor({ timeout: 80_000 })
  expect(await violations(page)).toEqual([])
})

test('on a phone the sheet is scrolled to, not squeezed', async () => {
  const page = await atlas.open(sheetOf('thar', 'ur'), { viewport: { width: 390, height: 844 } })
  await page.locator('.fact-sheet:not([data-fit=trying])').waitFor({ timeout: 80_000 })
  const width = await page.locator('.fact-sheet').evaluate((sheet) => sheet.getBoundingClientRect().width)
  expect(Math.round(width)).toBe(718)
  await page.getByRole('button', { name: 'نقشے پر واپس' }).click()
  await page.locator('.sheet-page').waitFor({ state: 'detached' })
})
