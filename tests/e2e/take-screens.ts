/**
 * `npx tsx tests/e2e/take-screens.ts [--at URL] [--to FOLDER] [--sight KIND] [ur|zh|en] [wide|phone] [name …]`: pictures of every
 * screen, to be looked at one by one; and, for each, what a machine can see: cut or jutting parts, and words left in English.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { loadCatalogue } from '#client/i18n/catalogue.ts'
import { createMessages } from '#client/i18n/translate.ts'
import { ROOT, startAtlas } from './atlas-server.ts'
import { launchBrowser, mapIdle, visit } from './browser.ts'
import { englishLeft, misplaced } from './looks.ts'
import { SCREENS, type Screen } from './screens.ts'

const LANGUAGES = ['ur', 'zh', 'en'] as const
const SIZES: Readonly<Record<string, BrowserContextOptions>> = {
  wide: { viewport: { width: 1440, height: 900 } },
  tall: { viewport: { width: 1440, height: 2600 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
}
const PATIENCE_MS = 45_000

const { values, positionals } = parseArgs({
  options: { at: { type: 'string' }, to: { type: 'string' }, sight: { type: 'string' } },
  allowPositionals: true,
})
const chosen = <T extends string>(all: readonly T[], usual: readonly T[]): readonly T[] => {
  const named = all.filter((one) => positionals.includes(one))
  return named.length > 0 ? named : usual
}
const languages = chosen(LANGUAGES, ['ur', 'zh'])
const sizes = chosen(Object.keys(SIZES), ['wide', 'phone'])
const names = chosen(Object.keys(SCREENS), Object.keys(SCREENS))
const folder = values.to ?? join(ROOT, 'var/screens')

const server = values.at === undefined ? await startAtlas() : null
const browser = await launchBrowser()
try {
  for (const language of languages) for (const size of sizes) await take(language, size)
} finally {
  await browser.close()
  await server?.close()
}

async function take(language: (typeof LANGUAGES)[number], size: string): Promise<void> {
  const { t } = createMessages(language, await loadCatalogue(language))
  const into = join(folder, `${language}-${size}${values.sight ? `-${values.sight}` : ''}`)
  mkdirSync(into, { recursive: true })
  for (const name of names) {
    const screen = SCREENS[name]
    if (!screen) continue
    const theme = screen.path.includes('theme=') ? '' : '&theme=light'
    const options = { reducedMotion: 'reduce', ...SIZES[size] } as const
    const { page, faults, close } = await visit(
      browser,
      values.at ?? server?.address ?? '',
      `/?v=1&lang=${language}${theme}${screen.path}`,
      options,
    )
    const said = await reach(page, screen, t).then(
      (): string[] => [],
      (fault: Error) => [`not reached: ${fault.message.split('\n')[0]}`],
    )
    if (values.sight) await see(page, values.sight)
    await page.screenshot({ path: join(into, `${name}.png`), scale: 'css' })
    said.push(...(await misplaced(page)), ...(language === 'en' ? [] : await englishLeft(page)), ...faults)
    await close()
    console.log(`${language} ${size} ${name}${said.map((line) => `\n    ${line}`).join('')}`)
  }
}

async function reach(page: Page, { settled, act }: Screen, t: Parameters<NonNullable<Screen['act']>>[1]) {
  page.setDefaultTimeout(PATIENCE_MS)
  await page.locator(settled).first().waitFor()
  await mapIdle(page)
  await act?.(page, t)
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => document.querySelector('[aria-busy=true], progress') === null)
  await mapIdle(page)
}

/** As a reader without one kind of cone sees it, or in greys. */
async function see(page: Page, kind: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const type = (['protanopia', 'deuteranopia', 'tritanopia', 'achromatopsia'] as const).find((one) => one === kind)
  await session.send('Emulation.setEmulatedVisionDeficiency', { type: type ?? 'none' })
}
