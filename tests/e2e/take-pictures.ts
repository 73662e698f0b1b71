/** `npm run pictures`: the pictures of the README, taken anew from the built client and the data as they are. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContextOptions } from 'playwright-core'
import { buildClient, installBrowser } from '#scripts/set-up.mjs'
import { prepareTemplate, ROOT, startAtlas } from './atlas-server.ts'
import { launchBrowser, mapIdle, visit } from './browser.ts'

const FOLDER = join(ROOT, 'tests/e2e/pictures')
/** JPEG: a map with relief is five times as large as PNG. */
const QUALITY = 84

interface Picture {
  path: string
  /** Must be on the page before the picture is taken. */
  settled: string
  options?: BrowserContextOptions
}

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
  dark: { path: '/?v=1&theme=dark', settled: '.panel--left' },
  phone: {
    path: '/?v=1&theme=light&at=66.8312,26.0901,8.5&sel=deposits/duddar',
    settled: '.sheet h2',
    options: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  },
}

buildClient()
process.env.ORELINK_CHROMIUM = installBrowser()
await prepareTemplate()
mkdirSync(FOLDER, { recursive: true })
const server = await startAtlas()
const browser = await launchBrowser()
try {
  for (const [name, { path, settled, options }] of Object.entries(PICTURES)) {
    const { page, faults, close } = await visit(browser, server.address, path, { reducedMotion: 'reduce', ...options })
    await page.locator(settled).first().waitFor()
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
