/** axe-core on a page: what is serious or critical, in words. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeViolation {
  id: string
  impact: string
  nodes: { html: string; failureSummary: string }[]
}

export async function violations(page: Page): Promise<string[]> {
  // Evaluated by the debugger, because the page's own policy rightly refuses a script from elsewhere.
  await page.evaluate(AXE)
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(root: Document, o: object): Promise<{ violations: AxeViolation[] }> }
    }
    return (await axe.run(document, { resultTypes: ['violations'] })).violations
  })
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 140)}\n${node.failureSummary}`))
}
