/** Documents made from the contract and the style: `/openapi.json`, `/docs` and `/style.json`. */
import type { Express } from 'express'
import * as z from 'zod'
import { Language } from '#geodata/contract/provenance.ts'
import { FINER_RELIEF, RELIEF } from '#geodata/datasets/relief/manifest.ts'
import { BOUNDARY_VIEWS } from '#geodata/style/boundary-view.ts'
import { buildStyle, type ExtraBasemap } from '#geodata/style/build-style.ts'
import { Refusal } from '../refusal.ts'
import { DOCS_STYLE, docsPage } from './docs-page.ts'
import { openApi } from './openapi.ts'
import { languageOf } from './problem-words.ts'
import type { ServerParts } from './server-parts.ts'

const StyleQuery = z.strictObject({
  lang: Language.default('en'),
  theme: z.enum(['light', 'dark', 'print']).default('light'),
  view: z.enum(BOUNDARY_VIEWS).default('international'),
})

export function mountDocuments(app: Express, parts: ServerParts): void {
  const base = parts.config.publicUrl ?? ''
  const api = openApi(base)
  const pages = new Map(Language.options.map((language) => [language, docsPage(api, language)]))
  app.get('/openapi.json', (_request, response) => {
    response.locals.route = 'openapi'
    response.setHeader('Cache-Control', 'no-cache')
    response.json(api)
  })
  app.get('/docs', (request, response) => {
    response.locals.route = 'docs'
    const named = Language.safeParse(request.query.lang)
    const language = named.data ?? languageOf(request.headers['accept-language'])
    response.setHeader('Cache-Control', 'no-cache')
    response.setHeader('Content-Language', language)
    response.vary('Accept-Language')
    response.type('html').send(pages.get(language))
  })
  app.get('/docs/style.css', (_request, response) => {
    response.locals.route = 'docs'
    response.setHeader('Cache-Control', 'no-cache')
    response.type('css').send(DOCS_STYLE)
  })
}

/** The map for viewers elsewhere. Without a public address in the configuration, its addresses are relative to the host. */
export function mountStyle(app: Express, { config, versions }: ServerParts): void {
  app.get('/style.json', (request, response) => {
    response.locals.route = 'style'
    const query = StyleQuery.safeParse({ ...request.query })
    if (!query.success)
      throw new Refusal(
        'invalid-request',
        `Expected lang (${Language.options.join(', ')}), theme (light, dark, print) and view (${BOUNDARY_VIEWS.join(', ')}).`,
        query.error.issues.map((issue) => ({
          field: String(issue.path[0] ?? ''),
          expected: issue.message,
          received: null,
        })),
      )
    const baseUrl = config.publicUrl ?? ''
    const relief = versions.of(RELIEF.id)
    response.setHeader('Cache-Control', 'no-cache')
    response.json(
      buildStyle({
        language: query.data.lang,
        flavour: query.data.theme,
        boundaries: query.data.view,
        baseUrl,
        deposits: 'tiles',
        ...(relief && {
          tiles: {
            relief: {
              template: `${baseUrl}/tiles/relief/{z}/{x}/{y}.png?v=${relief}`,
              minZoom: RELIEF.minZoom,
              maxZoom: RELIEF.maxZoom,
              bounds: RELIEF.bounds,
            },
          },
        }),
        hasFinerRelief: versions.of(FINER_RELIEF.id) !== undefined,
        extraBasemap: extraBasemapOf(config),
      }),
    )
  })
}

function extraBasemapOf({ basemap }: ServerParts['config']): ExtraBasemap | null {
  // Viewers elsewhere rarely know the pmtiles protocol; our own client adds that file itself.
  if (basemap.kind !== 'raster') return null
  return { source: { type: 'raster', tiles: [basemap.template], tileSize: 256 }, opacity: 1 }
}
