/** `/docs`: the OpenAPI document as a plain page that needs no script; its style sheet is a file of its own, as the policy asks. */
import { Language } from '#geodata/contract/provenance.ts'
import { DOCS_WORDS, type DocsWords, LANGUAGE_NAMES } from './docs-words.ts'
import type { OpenApi, Operation } from './openapi.ts'
import { PAGE_FONTS } from './page-fonts.ts'

export function docsPage(api: OpenApi, language: Language): string {
  const words = DOCS_WORDS[language]
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ur' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/docs/style.css">
</head>
<body>
<header><h1>${words.title}</h1><p>${words.about}</p>
<p>${words.machine} <a href="/openapi.json"><bdi>OpenAPI 3.1</bdi></a> · ${words.standards} <a href="/ogc"><bdi>OGC API</bdi></a> · ${words.map} <a href="/tiles.json">${words.tileSets}</a>, <a href="/style.json">${words.style}</a> · ${words.state} <a href="/health/ready">${words.health}</a>, <a href="/metrics">${words.metrics}</a></p>
<p>${words.language}: ${languageLinks(language)}</p></header>
<nav aria-label="${words.endpoints}"><ul>
${operations.map(({ path, operation }) => `<li><a href="#${operation.operationId}"><code dir="ltr">${escaped(path)}</code></a></li>`).join('\n')}
</ul></nav>
<main>
${operations.map(({ path, method, operation }) => section({ path, method, operation, words })).join('\n')}
</main>
</body>
</html>
`
}

function languageLinks(current: Language): string {
  return Language.options
    .map((language) => {
      const name = `<bdi lang="${language}">${LANGUAGE_NAMES[language]}</bdi>`
      return language === current ? name : `<a href="/docs?lang=${language}" hreflang="${language}">${name}</a>`
    })
    .join(' · ')
}

interface Described {
  path: string
  method: string
  operation: Operation
  words: DocsWords
}

function section({ path, method, operation, words }: Described): string {
  const example = exampleOf(path, operation)
  const rows = operation.parameters.map(
    ({ name, in: place, required, schema }) =>
      `<tr><td><code>${escaped(name)}</code></td><td>${place}${required ? ` · ${words.required}` : ''}</td><td lang="en" dir="ltr">${escaped(wordsOf(schema))}</td></tr>`,
  )
  const table = `<table><thead><tr><th>${words.parameter}</th><th>${words.where}</th><th>${words.what}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
  return `<section id="${operation.operationId}">
<h2><span>${method.toUpperCase()}</span> <code dir="ltr">${escaped(path)}</code></h2>
<p lang="en" dir="ltr">${escaped(operation.summary)}</p>
${rows.length > 0 ? table : `<p>${words.noParameters}</p>`}
${operation.requestBody ? bodyExample(operation.requestBody, words) : `<p>${words.example} <a href="${escaped(example)}"><code dir="ltr">${escaped(example)}</code></a></p>`}
</section>`
}

function bodyExample({ content }: NonNullable<Operation['requestBody']>, words: DocsWords): string {
  return `<p>${words.bodyExample}</p><pre dir="ltr"><code>${escaped(JSON.stringify(content['application/json'].example, null, 2))}</code></pre>`
}

function exampleOf(path: string, { parameters }: Operation): string {
  const valued = parameters.filter(({ example }) => example !== undefined)
  const filled = path.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(String(valued.find((parameter) => parameter.name === name)?.example ?? '')),
  )
  const query = new URLSearchParams(
    valued.filter((parameter) => parameter.in === 'query').map(({ name, example }) => [name, String(example)]),
  ).toString()
  return query === '' ? filled : `${filled}?${query}`
}

function wordsOf(schema: unknown): string {
  const {
    type,
    enum: choices,
    pattern,
    maxLength,
  } = schema as {
    type?: string
    enum?: string[]
    pattern?: string
    maxLength?: number
  }
  if (choices) return `one of ${choices.join(', ')}`
  if (pattern) return `text like ${pattern}`
  return `${type ?? 'text'}${maxLength ? ` of at most ${maxLength} characters` : ''}`
}

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
}

export const DOCS_STYLE = `${PAGE_FONTS}:root{color-scheme:light dark;--ink:#1b2430;--quiet:#56616f;--line:#d9dde3;--accent:#0b6e6e;--paper:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#e4e9ef;--quiet:#a4afbc;--line:#323b47;--accent:#4cc9c0;--paper:#12181f}}
body{margin:0 auto;max-width:60rem;padding:2rem 1.25rem;font:16px/1.55 "Noto Sans","Noto Naskh Arabic","Noto Sans SC",system-ui,sans-serif;color:var(--ink);background:var(--paper)}
h1{font-size:1.6rem;margin:0}h2{font-size:1.05rem;margin:0}h2 span{color:var(--accent)}a{color:var(--accent)}
nav ul{columns:2;padding:0;list-style:none}section{border-top:1px solid var(--line);padding:1.25rem 0}
table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:start;padding:.3rem .75rem .3rem 0;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
th{color:var(--quiet);font-weight:600}code{font:0.9em ui-monospace,monospace;overflow-wrap:anywhere}
@media (max-width:40rem){nav ul{columns:1}}
`
