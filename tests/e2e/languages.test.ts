/**
 * Three journeys in each of the three languages, found by the words of that language: an official who reads Gwadar and an
 * alignment and prints, an investor who finds a deposit and takes its data away, a planner who asks for the way to a port.
 * On each screen nothing is cut off and nothing juts out; axe finds nothing serious in Urdu and Chinese.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { loadCatalogue } from '#client/i18n/catalogue.ts'
import { createMessages, type Messages } from '#client/i18n/translate.ts'
import { violations } from './axe.ts'
import { mapIdle } from './browser.ts'
import { journey } from './harness.ts'
import { misplaced } from './looks.ts'

const atlas = journey()

interface Speaker {
  language: 'en' | 'ur' | 'zh'
  script: RegExp
  /** Saindak, Gwadar and the western alignment as this reader writes or finds them. */
  saindak: string
  gwadar: string
  western: string
  copper: string
}
const SPEAKERS: readonly Speaker[] = [
  {
    ...{ language: 'en', script: /[A-Za-z]/, saindak: 'Saindak', gwadar: 'Gwadar Port' },
    ...{ western: 'CPEC western alignment', copper: 'Copper' },
  },
  {
    ...{ language: 'ur', script: /\p{Script=Arabic}/u, saindak: 'سیندک', gwadar: 'گوادر' },
    ...{ western: 'سی پیک مغربی راستہ', copper: 'تانبا' },
  },
  {
    ...{ language: 'zh', script: /\p{Script=Han}/u, saindak: '山达克', gwadar: '瓜达尔港' },
    ...{ western: '中巴经济走廊西线', copper: '铜' },
  },
]

describe.each(SPEAKERS)('in $language', ({ language, script, saindak, gwadar, western, copper }) => {
  let messages: Messages
  beforeAll(async () => {
    messages = createMessages(language, await loadCatalogue(language))
  })
  const open = (rest: string) => atlas.open(`/?v=1&theme=light&lang=${language}${rest}`)

  test('an investor finds a deposit by name, narrows the list, takes its data away', async () => {
    const { t } = messages
    const page = await open('&panel=filters')
    await page.getByRole('combobox', { name: t('search.label') }).fill(saindak)
    await page.getByRole('option').filter({ hasText: saindak }).first().click()
    const sheet = page.getByRole('complementary', { name: t('inspector.name') })
    await sheet.getByRole('heading', { level: 2, name: saindak }).waitFor()
    await sheet.getByRole('heading', { name: t('sheet.tonnage') }).waitFor()
    expect(await sheet.innerText()).toContain(t('unit.Mt'))
    expect(await misplaced(page)).toEqual([])

    await page.getByRole('checkbox', { name: new RegExp(`^(Cu ?)?${copper}`) }).check()
    await page
      .getByRole('button', { name: t('filter.remove', { facet: t('facet.commodity'), choice: copper }) })
      .waitFor()
    expect(page.url()).toContain('commodity=copper')

    await sheet
      .getByRole('button', { name: t('export.open') })
      .first()
      .click()
    const dialog = page.getByRole('dialog', { name: t('export.title') })
    await dialog.getByRole('radio', { name: /^CSV/ }).check()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: t('export.download') }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/\.csv$/)
    expect(file.url()).toMatch(new RegExp(`lang=${language}|^blob:`))
  })

  test('an official reads an alignment and Gwadar, and prints the map', async () => {
    const { t } = messages
    const page = await open('&panel=corridors')
    await page.getByRole('button', { name: western }).first().click()
    const sheet = page.getByRole('complementary', { name: t('inspector.name') })
    await sheet.getByRole('heading', { level: 2, name: western }).waitFor()
    await sheet.getByRole('heading', { name: t('corridor.deposits') }).waitFor()
    expect(await misplaced(page)).toEqual([])

    await page.getByRole('combobox', { name: t('search.label') }).fill('Gwadar')
    await page
      .getByRole('option')
      .filter({ hasText: t('hit.ports') })
      .first()
      .click()
    await sheet.getByRole('heading', { level: 2, name: gwadar }).waitFor()
    await sheet.getByText(t('port.draughtNote')).first().waitFor()
    expect(await sheet.innerText()).toMatch(script)
    await mapIdle(page)

    await page.evaluate(() => Reflect.set(window, 'print', () => document.body.setAttribute('data-printed', '1')))
    await page.getByRole('button', { name: t('print.title') }).click()
    await page.getByRole('button', { name: t('print.go'), exact: true }).click()
    await page.locator('body[data-printed]').waitFor({ state: 'attached', timeout: 60_000 })
    await page.emulateMedia({ media: 'print' })
    const print = page.locator('.print-sheet')
    await print.getByRole('heading', { level: 1, name: t('print.defaultTitle') }).waitFor()
    expect(await print.getAttribute('dir')).toBe(messages.dir)
    expect(await print.innerText()).toContain(messages.date(new Date(), { dateStyle: 'long' }))
    expect(await print.innerText()).toContain(t('layer.deposits'))
  })

  test('a planner asks for the way to Gwadar and takes back a change', async () => {
    const { t } = messages
    const page = await open('&panel=connect&from=deposits/saindak&to=ports/gwadar')
    const cost = page.getByTestId('route-cost')
    await cost.waitFor()
    await page.getByRole('heading', { level: 3 }).first().waitFor()
    expect(await page.locator('.panel--left').innerText()).toMatch(script)
    expect(await cost.innerText()).toContain(t('connect.usdPerTonne'))
    expect(await misplaced(page)).toEqual([])

    const undo = page.getByRole('button', { name: t('undo.undo') }).first()
    expect(await undo.isDisabled()).toBe(true)
    await page.getByRole('button', { name: t('connect.removePlace', { name: gwadar }) }).click()
    await expect.poll(() => page.url()).not.toContain('to=ports/gwadar')
    await undo.click()
    await expect.poll(() => page.url()).toContain('to=ports/gwadar')
    await cost.waitFor()
  })

  test('page, direction and title are the language’s', async () => {
    const { t } = messages
    const page = await open('&panel=layers')
    const shown = () =>
      page.evaluate(() => [document.documentElement.lang, document.documentElement.dir, document.title])
    await expect.poll(shown).toEqual([language, messages.dir, `${t('app.name')} · ${t('app.tagline')}`])
    const panel = await page.locator('.panel--left').boundingBox()
    expect((panel?.x ?? 0) > 700).toBe(messages.dir === 'rtl')
  })
})

const SCREENS: Record<string, { path: string; settled: string }> = {
  filters: { path: '&panel=filters&commodity=copper', settled: '.filters__count' },
  'deposit sheet and list': { path: '&panel=none&sel=deposits/saindak&drawer=list', settled: '.sheet h2' },
  connect: { path: '&panel=connect&from=deposits/saindak&to=ports/gwadar', settled: '[data-testid=route-cost]' },
  'Gwadar sheet': { path: '&panel=corridors&sel=ports/gwadar', settled: '.sheet h2' },
}
describe.each(['ur', 'zh'])('axe in %s', (language) => {
  test.each(Object.entries(SCREENS))('%s', async (_name, { path, settled }) => {
    const page = await atlas.open(`/?v=1&theme=light&lang=${language}${path}`)
    await page.locator(settled).first().waitFor()
    await page.locator(`html[lang=${language}]`).waitFor({ state: 'attached' })
    expect(await violations(page)).toEqual([])
  })
})

describe('pages of the server', () => {
  const WORDS = { ur: 'پیرامیٹر', zh: '参数' } as const
  test.each(['ur', 'zh'] as const)('/docs and /ogc in %s by the browser’s language', async (language) => {
    const page = await atlas.open('/docs', { locale: language === 'ur' ? 'ur-PK' : 'zh-CN' })
    await page.getByRole('columnheader', { name: WORDS[language] }).first().waitFor()
    expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ur' ? 'rtl' : 'ltr')
    expect(await violations(page)).toEqual([])
    await page.goto(`${atlas.server.address}/ogc?f=html`)
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
  })
})
