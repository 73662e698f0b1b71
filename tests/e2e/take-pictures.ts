/** `npm run pictures [-- name …]` (`-- connect` takes all whose name begins so): the pictures of the README, taken anew from the built client and the data as they are. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildClient, installBrowser } from '#scripts/set-up.mjs'
import { prepareTemplate, ROOT, startAtlas } from './atlas-server.ts'
import { launchBrowser, mapIdle, visit } from './browser.ts'
import { CONNECT_PICTURES } from './connect-pictures.ts'
import type { Picture } from './picture.ts'

const FOLDER = join(ROOT, 'tests/e2e/pictures')
/** JPEG: a map with relief is five times as large as PNG. */
const QUALITY = 84

const PICTURES: Readonly<Record<string, Picture>> = {
  'default-view': { path: '/?theme=light', settled: '.panel--left' },
  filtered: {
    path: '/?v=1&theme=light&at=65.2,28.6,6.3&commodity=copper&province=balochistan&panel=filters&drawer=list',
    settled: '.filters__count',
  },
  'deposit-sheet': { path: '/?v=1&theme=light&at=61.66,29.26,10&sel=deposits/saindak', settled: '.sheet h2' },
  gwadar: { path: '/?v=1&theme=light&at=62.3,25.2,9.6&sel=ports/gwadar', settled: '.sheet h2' },
  corridor: {
    path: '/?v=1&theme=light&at=67.5,29.8,5.6&panel=corridors&sel=corridors/cpec-western',
    settled: '.sheet h2',
  },
  'ask-planner': {
    path: '/?v=1&theme=light&at=66,29.2,5.7&panel=ask&commodity=copper&ask=conditions&ask.within=railway:100,grid:50&ask.beyond=protectedArea:0',
    settled: '.ask__sentence',
  },
  'ask-investor': {
    path: '/?v=1&theme=light&at=65.4,28.8,6.2&panel=ask&commodity=copper&province=balochistan&ask=score&ask.weights=1,5,1,5,0,0&sel=deposits/reko-diq',
    settled: '.ask__ranked',
  },
  'ask-official-zh': {
    path: '/?v=1&theme=light&lang=zh&at=68.4,30.6,5.5&panel=ask&ask=band&ask.km=30',
    settled: '.ask__strip',
  },
  'ask-official-ur': {
    path: '/?v=1&theme=light&lang=ur&at=68.5,30,5.3&panel=ask&ask=summary&ask.by=district',
    settled: '.ask__legend',
  },
  dark: { path: '/?v=1&theme=dark', settled: '.panel--left' },
  phone: {
    path: '/?v=1&theme=light&at=66.8312,26.0901,8.5&sel=deposits/duddar',
    settled: '.sheet h2',
    options: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  },
  ...CONNECT_PICTURES,
}

const asked = process.argv.slice(2)
buildClient()
process.env.ORELINK_CHROMIUM = installBrowser()
await prepareTemplate()
mkdirSync(FOLDER, { recursive: true })
const server = await startAtlas()
const browser = await launchBrowser()
try {
  for (const [name, { path, settled, press, options }] of Object.entries(PICTURES)) {
    if (asked.length > 0 && !asked.some((one) => name.startsWith(one))) continue
    const { page, faults, close } = await visit(browser, server.address, path, { reducedMotion: 'reduce', ...options })
    if (press) await page.locator(press).first().click()
    await page.locator(settled).first().waitFor({ timeout: 90_000 })
    await page.locator(settled).first().scrollIntoViewIfNeeded()
    await mapIdle(page)
    await page.screenshot({ path: join(FOLDER, `${name}.jpg`), type: 'jpeg', quality: QUALITY, scale: 'css' })
    if (faults.length > 0) throw new Error(`${name}: ${faults.join('\n')}`)
    await close()
    console.log(`${name}.jpg`)
  }
} finally {
  await browser.close()
  await server.close()
}
