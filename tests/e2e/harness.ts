/** A server and a browser for a file of journeys; each journey ends with nothing wrong on any of its pages. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { type AtlasOptions, type AtlasServer, startAtlas } from './atlas-server.ts'
import { launchBrowser, type Visit, visit } from './browser.ts'

export interface Journey<S = Pick<AtlasServer, 'address'>> {
  server: S
  browser: Browser
  /** Opens the atlas at `path` in a fresh context, closed after the test. */
  open(path?: string, options?: BrowserContextOptions): Promise<Page>
  /** Faults so far on all pages of this test. */
  faults(): string[]
  /** Requests so far on all pages of this test. */
  requests(): string[]
  /** Says which faults this test provokes on purpose (a stopped server); all others still count. */
  expectFaults(pattern: RegExp): void
}

/** On the server that all files share. Call once at the top of a test file. */
export function journey(): Journey {
  return journeyOn(async () => ({ address: inject('atlasAddress'), close: async () => undefined }))
}

/** On a server of the file's own: to be stopped, or to serve something else. */
export function journeyOnOwnServer(options: AtlasOptions = {}): Journey<AtlasServer> {
  return journeyOn(() => startAtlas(options))
}

function journeyOn<S extends Pick<AtlasServer, 'address' | 'close'>>(serve: () => Promise<S>): Journey<S> {
  let server: S | undefined
  let browser: Browser | undefined
  let visits: Visit[] = []
  let expected: RegExp | null = null

  beforeAll(async () => {
    server = await serve()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })
  afterEach(async () => {
    const found = faults()
    const pattern = expected
    await Promise.all(visits.map((open) => open.close()))
    visits = []
    expected = null
    expect(found.filter((fault) => !pattern?.test(fault))).toEqual([])
  })
  const faults = () => visits.flatMap((open) => open.faults)
  const running = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('a journey is under way only inside a test')
    return part
  }
  return {
    get server() {
      return running(server)
    },
    get browser() {
      return running(browser)
    },
    async open(path, contextOptions) {
      const opened = await visit(running(browser), running(server).address, path, contextOptions)
      visits.push(opened)
      return opened.page
    },
    faults,
    requests: () => visits.flatMap((open) => open.requests),
    expectFaults(pattern) {
      expected = pattern
    },
  }
}
