/** What a machine can see of a page's looks: parts that are cut off or jut out, and words left in English. */
import type { Page } from 'playwright-core'

/** Texts of controls and headings that are cut off, and parts that jut out of the page. */
export function misplaced(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    // Nothing named inside: tsx would mark the name with a function that the page does not have.
    const shown = { visibilityProperty: true, opacityProperty: true }
    for (const element of document.querySelectorAll<HTMLElement>('button, [role=tab], h2, h3, h4, summary, legend')) {
      const { overflow, textOverflow } = getComputedStyle(element)
      const isCut = element.scrollHeight > element.clientHeight + 2 && overflow === 'hidden'
      if (element.checkVisibility(shown) && element.clientHeight > 0 && isCut && textOverflow !== 'ellipsis')
        found.push(`cut: ${element.textContent?.slice(0, 60)}`)
    }
    for (const element of document.querySelectorAll<HTMLElement>(
      '.top-bar, .panel, .drawer, .bottom-sheet, dialog[open]',
    )) {
      const { left, right } = element.getBoundingClientRect()
      if (element.checkVisibility(shown) && (left < -1 || right > innerWidth + 1))
        found.push(`juts out: ${element.className}`)
      if (element.scrollWidth > element.clientWidth + 1) found.push(`wider than it is: ${element.className}`)
    }
    return found
  })
}

/** Runs of Latin words in text that does not say it is English (`lang="en"`), once each, with the part they stand in. */
export function englishLeft(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Map<string, string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (!parent || parent.closest('[lang=en], script, style, code, kbd, .maplibregl-map, select option[lang]'))
        continue
      if (!/[a-z]{4}/.test(text) || found.has(text)) continue
      if (!parent.checkVisibility({ visibilityProperty: true })) continue
      found.set(text, parent.closest('[class]')?.className ?? '')
    }
    return [...found].map(([text, part]) => `English: ${text.slice(0, 110)}  <${part}>`)
  })
}
