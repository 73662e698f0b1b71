/**
 * What a reader feels of a first load, as web.dev defines it: largest contentful paint, total blocking time (what tasks take
 * beyond 50 ms from the first paint until the map is drawn), cumulative layout shift in its worst window of at most 5 s.
 */
import type { Browser, Page } from 'playwright-core'
import { mapIdle, visit } from '#tests/e2e/browser.ts'
import { type Check, percentile } from './measure.ts'

const LOADS = 3
const SLOWDOWNS = [1, 4] as const
const LCP_LIMIT_MS = 2500
const CLS_LIMIT = 0.1

interface Vitals {
  lcpMs: number
  tbtMs: number
  cls: number
}

/** Lines and limits for the section of the client; medians of three first visits at the machine's own pace and four times slower. */
export async function pageVitals(browser: Browser, address: string): Promise<{ rows: string[][]; checks: Check[] }> {
  const medians: Vitals[] = []
  for (const slowdown of SLOWDOWNS) {
    const loads: Vitals[] = []
    for (let load = 0; load < LOADS; load += 1) loads.push(await firstLoad(browser, address, slowdown))
    const median = (key: keyof Vitals): number =>
      percentile(
        loads.map((one) => one[key]),
        0.5,
      )
    medians.push({ lcpMs: median('lcpMs'), tbtMs: median('tbtMs'), cls: median('cls') })
  }
  const [own, slow] = medians
  if (!own || !slow) throw new Error('no load was measured')
  const worstCls = Math.max(own.cls, slow.cls)
  const row = (name: string, { lcpMs, tbtMs, cls }: Vitals): string[] => [
    name,
    `LCP ${lcpMs.toFixed(0)} ms, TBT ${tbtMs.toFixed(0)} ms, CLS ${cls.toFixed(3)}`,
  ]
  return {
    rows: [row('first load', own), row('first load, processor four times slower', slow)],
    checks: [
      {
        ...{ what: 'largest contentful paint, median', measured: `${own.lcpMs.toFixed(0)} ms` },
        ...{ limit: `< ${LCP_LIMIT_MS} ms`, isKept: own.lcpMs < LCP_LIMIT_MS },
      },
      {
        ...{ what: 'cumulative layout shift, the worse of both paces', measured: worstCls.toFixed(3) },
        ...{ limit: `< ${CLS_LIMIT}`, isKept: worstCls < CLS_LIMIT },
      },
    ],
  }
}

/** One first visit with nothing cached. The blank page comes first, so that the pace holds from the first byte on. */
async function firstLoad(browser: Browser, address: string, slowdown: number): Promise<Vitals> {
  const { page, close } = await visit(browser, address, '/health/live')
  try {
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.addInitScript(observe)
    await page.goto(`${address}/?v=1&theme=light&lang=en`)
    await mapIdle(page)
    return await vitalsOf(page)
  } finally {
    await close()
  }
}

/** In the page, before its own scripts: keeps what the browser reports under `window.observed`. */
function observe(): void {
  const observed: Record<string, unknown[]> = {}
  Reflect.set(window, 'observed', observed)
  for (const type of ['paint', 'largest-contentful-paint', 'longtask', 'layout-shift']) {
    const kept: unknown[] = []
    observed[type] = kept
    new PerformanceObserver((list) => {
      // As JSON, since the size of a shift is not in the common type.
      for (const entry of list.getEntries()) kept.push(entry.toJSON())
    }).observe({ type, buffered: true })
  }
}

interface Observed {
  startTime: number
  duration: number
  name: string
  value?: number
  hadRecentInput?: boolean
}

async function vitalsOf(page: Page): Promise<Vitals> {
  const observed = await page.evaluate(() => Reflect.get(window, 'observed') as Record<string, Observed[]>)
  const of = (type: string): Observed[] => observed[type] ?? []
  const painted = of('paint').find(({ name }) => name === 'first-contentful-paint')?.startTime
  const largest = of('largest-contentful-paint').at(-1)?.startTime
  if (painted === undefined || largest === undefined) throw new Error('the browser reported no paint')
  const tbtMs = of('longtask')
    .filter(({ startTime, duration }) => startTime + duration > painted)
    .reduce((sum, { duration }) => sum + duration - 50, 0)
  return { lcpMs: largest, tbtMs, cls: worstWindow(of('layout-shift')) }
}

/** Shifts less than 1 s apart make a window of at most 5 s; those that a reader's own press explains do not count. */
export function worstWindow(shifts: readonly Pick<Observed, 'startTime' | 'value' | 'hadRecentInput'>[]): number {
  let [worst, sum, first, last] = [0, 0, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { startTime, value = 0, hadRecentInput } of shifts) {
    if (hadRecentInput) continue
    const isSame = startTime - last < 1000 && startTime - first < 5000
    if (!isSame) [sum, first] = [0, startTime]
    sum += value
    last = startTime
    worst = Math.max(worst, sum)
  }
  return worst
}
