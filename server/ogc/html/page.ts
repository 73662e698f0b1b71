/** The frame of every page of the OGC interface: language and direction, where one is, other languages and forms. No script. */
import type { Language } from '#geodata/contract/provenance.ts'
import { escaped } from '../../http/docs-page.ts'
import { withQuery } from '../links.ts'
import { DIRECTION, type Text, textIn } from '../messages/text-in.ts'
import type { Asked } from '../operation.ts'

export interface Page {
  title: string
  /** Pages above this one, from the landing page down: path below the root, and text. */
  trail: readonly { path: string; text: string }[]
  /** Markup; whatever a reader or a dataset wrote in it has been escaped. */
  body: string
}

const LANGUAGES: readonly { id: Language; name: string }[] = [
  { id: 'en', name: 'English' },
  { id: 'ur', name: 'اردو' },
  { id: 'zh', name: '中文' },
]

export function renderPage({ title, trail, body }: Page, asked: Asked): string {
  const { language, root } = asked
  const t = textIn(language)
  const isLanding = trail.length === 0 && asked.self === root
  const heading = isLanding ? title : `${title} · ${t('site.title')}`
  return `<!doctype html>
<html lang="${language}" dir="${DIRECTION[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(heading)}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/ogc/style.css">
</head>
<body>
<a class="skip" href="#content">${escaped(t('site.skip'))}</a>
<header>
${breadcrumb(trail, isLanding, asked, t)}
${languages(asked, t)}
</header>
<main id="content">
<h1>${escaped(title)}</h1>
${body}
</main>
<footer>${otherForms(asked, t)}</footer>
</body>
</html>
`
}

function breadcrumb(trail: Page['trail'], isLanding: boolean, asked: Asked, t: Text): string {
  const above = isLanding ? [] : [{ path: '', text: t('site.home') }, ...trail]
  const items = above.map(({ path, text }) => `<li>${anchor(asked, path, text)}</li>`)
  const atlas = `<li><a href="/">${escaped(t('site.atlas'))}</a></li>`
  return `<nav aria-label="${escaped(t('site.breadcrumb'))}"><ol class="trail">${atlas}${items.join('')}</ol></nav>`
}

function languages({ self, query, language }: Asked, t: Text): string {
  const items = LANGUAGES.map(({ id, name }) => {
    const current = id === language ? ' aria-current="true"' : ''
    const href = withQuery(self, query, { lang: id, f: 'html' })
    return `<li><a href="${escaped(href)}" lang="${id}" dir="${DIRECTION[id]}" hreflang="${id}"${current}>${name}</a></li>`
  })
  return `<nav aria-label="${escaped(t('site.language'))}"><ul class="languages">${items.join('')}</ul></nav>`
}

function otherForms({ self, query }: Asked, t: Text): string {
  return `${escaped(t('site.otherForms'))} <a href="${escaped(withQuery(self, query, { f: 'json' }))}">JSON</a>`
}

/** A link to another page of the interface that keeps the language chosen by parameter. */
export function anchor({ root, query }: Asked, path: string, text: string): string {
  const lang = query.get('lang')
  const href = withQuery(`${root}${path}`, lang === undefined ? [] : [['lang', lang]])
  return `<a href="${escaped(href)}">${escaped(text)}</a>`
}

/** A list of terms; values are markup already. */
export function definitions(rows: readonly (readonly [string, string])[]): string {
  return `<dl>${rows.map(([term, value]) => `<dt>${escaped(term)}</dt><dd>${value}</dd>`).join('')}</dl>`
}

/** A table that scrolls within itself where the screen is narrow; cells are markup already. */
export function table(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = head.map((text) => `<th scope="col">${escaped(text)}</th>`).join('')
  const lines = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escaped(caption)}"><table><caption class="hidden">${escaped(caption)}</caption><thead><tr>${columns}</tr></thead><tbody>${lines}</tbody></table></div>`
}
