/** The landing page and the declaration of conformance. */

import { escaped } from '../http/docs-page.ts'
import { CONFORMANCE } from './conformance.ts'
import { anchor } from './html/page.ts'
import { type Link, linkTo, REL, selfLinks } from './links.ts'
import { textIn } from './messages/text-in.ts'
import { type Asked, HTML, JSON_FORMAT, operation } from './operation.ts'

const FORMATS = [JSON_FORMAT, HTML]

export const landing = operation({
  id: 'getLandingPage',
  path: '',
  tag: 'Capabilities',
  summary: 'Where everything is: collections, description of the interface, conformance, styles, tile matrix sets',
  schema: 'landingPage',
  formats: FORMATS,
  parameters: [],
  async answer(asked, { datasets }) {
    const t = textIn(asked.language)
    return {
      kind: 'document',
      json: { title: t('site.title'), description: t('site.description'), links: landingLinks(asked) },
      page: () => ({ title: t('site.title'), trail: [], body: landingBody(asked, datasets.length) }),
    }
  },
})

function landingLinks(asked: Asked): Link[] {
  const t = textIn(asked.language)
  const openApi = 'application/vnd.oai.openapi+json;version=3.0'
  const json = JSON_FORMAT.mediaType
  return [
    ...selfLinks(asked, FORMATS),
    linkTo(asked, '/api', { rel: 'service-desc', type: openApi, title: t('landing.api') }),
    { href: `${asked.root}/api?f=html`, rel: 'service-doc', type: HTML.mediaType, title: t('landing.api') },
    linkTo(asked, '/conformance', { rel: 'conformance', type: json, title: t('landing.conformance') }),
    linkTo(asked, '/collections', { rel: 'data', type: json, title: t('landing.collections') }),
    linkTo(asked, '/styles', { rel: REL.styles, type: json, title: t('landing.styles') }),
    linkTo(asked, '/tileMatrixSets', { rel: REL.tilingSchemes, type: json, title: t('landing.tiles') }),
  ]
}

function landingBody(asked: Asked, count: number): string {
  const t = textIn(asked.language)
  const address = escaped(asked.root)
  const collections = anchor(asked, '/collections', t('landing.collections'))
  return `<p>${escaped(t('site.description'))}</p>
<ul>
<li><strong>${collections}</strong>: ${escaped(t('landing.collectionsNote', { count }))}</li>
<li>${anchor(asked, '/api', t('landing.api'))}</li>
<li>${anchor(asked, '/conformance', t('landing.conformance'))}</li>
<li>${anchor(asked, '/styles', t('landing.styles'))}</li>
<li>${anchor(asked, '/tileMatrixSets', t('landing.tiles'))}</li>
</ul>
<h2>${escaped(t('landing.use'))}</h2>
<p>${escaped(t('landing.useQgis'))}<br><code dir="ltr">${address}</code></p>
<p>${escaped(t('landing.useGdal'))} <code dir="ltr">ogrinfo OAPIF:${address}</code></p>`
}

export const conformance = operation({
  id: 'getConformance',
  path: '/conformance',
  tag: 'Capabilities',
  summary: 'The conformance classes that this server meets',
  schema: 'conformance',
  formats: FORMATS,
  parameters: [],
  async answer(asked) {
    const t = textIn(asked.language)
    const items = CONFORMANCE.map((uri) => `<li><code>${escaped(uri)}</code></li>`)
    return {
      kind: 'document',
      json: { links: selfLinks(asked, FORMATS), conformsTo: CONFORMANCE },
      page: () => ({
        title: t('conformance.title'),
        trail: [],
        body: `<p>${escaped(t('conformance.note'))}</p><ul dir="ltr">${items.join('')}</ul>`,
      }),
    }
  },
})
