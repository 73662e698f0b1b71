/** Chromium without a screen, and pages that write down everything a user must never meet. */
import { execFileSync } from 'node:child_process'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

export function launchBrowser(): Promise<Browser> {
  const named = process.env.ORELINK_CHROMIUM
  return chromium.launch({ executablePath: named ?? systemChromium(), headless: true, args: FLAGS })
}

function systemChromium(): string {
  try {
    return execFileSync('sh', ['-c', 'command -v chromium || command -v chromium-browser'], { encoding: 'utf8' }).trim()
  } catch {
    return chromium.executablePath()
  }
}

export interface Visit {
  page: Page
  /** Page errors, console errors, violations of the security policy, requests to other machines, answers of 500. */
  faults: string[]
  /** Addresses of every request, in order. */
  requests: string[]
  close(): Promise<void>
}

/** A page of a fresh context (no storage shared with any other), opened at `path` of the server. */
export async function visit(
  browser: Browser,
  address: string,
  path = '/',
  options: BrowserContextOptions = {},
): Promise<Visit> {
  // Kept files would hide from the tests what is fetched; the test of the installed atlas lets them in.
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    serviceWorkers: 'block',
    ...options,
  })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: address })
  const page = await context.newPage()
  const faults: string[] = []
  const requests: string[] = []
  page.on('pageerror', (fault) => faults.push(`page error: ${fault.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} (${message.location().url})`)
    else if (/Content.Security.Policy/i.test(message.text())) faults.push(`policy: ${message.text()}`)
  })
  page.on('request', (request) => {
    const url = new URL(request.url())
    requests.push(request.url())
    const isLocal = ['data:', 'blob:'].includes(url.protocol) || url.origin === address
    if (!isLocal) faults.push(`request to another machine: ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`)
  })
  await page.goto(`${address}${path}`)
  return { page, faults, requests, close: () => context.close() }
}

/** Resolves when the map lies still and has drawn all it was asked to draw. */
export async function mapIdle(page: Page): Promise<void> {
  const atRest = () =>
    page.waitForFunction(() => document.body.dataset.mapIdle !== undefined, undefined, { timeout: 60_000 })
  await atRest()
  // Moves of the camera begin only when panels have settled, two frames after they opened.
  await page.evaluate(
    () =>
      new Promise((done) =>
        requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))),
      ),
  )
  await atRest()
}

/** Where the camera of the map stands. */
export function cameraOf(page: Page): Promise<{ lon: number; lat: number; zoom: number }> {
  return page.evaluate(() => {
    const { __map: map } = document.querySelector('.map') as unknown as {
      __map: { getCenter(): { lng: number; lat: number }; getZoom(): number }
    }
    const { lng, lat } = map.getCenter()
    return { lon: lng, lat, zoom: map.getZoom() }
  })
}

/** Ids of the features of a dataset that the map now draws. */
export function drawnIds(page: Page, source: string): Promise<string[]> {
  return page.evaluate((id) => {
    const { __map: map } = document.querySelector('.map') as unknown as {
      __map: {
        getStyle(): { layers: { id: string; source?: string }[] }
        queryRenderedFeatures(o: { layers: string[] }): { properties: Record<string, unknown> }[]
      }
    }
    const layers = map
      .getStyle()
      .layers.filter((layer) => layer.source === id)
      .map((layer) => layer.id)
    const ids = map.queryRenderedFeatures({ layers }).map((feature) => String(feature.properties.id))
    return [...new Set(ids)].sort()
  }, source)
}
