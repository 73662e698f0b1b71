/** `/ogc/api`: the description of the interface, as OpenAPI 3.0 and as a page. */
import { escaped } from '../http/docs-page.ts'
import { apiDocument, openApiPath } from './api-document.ts'
import { textIn } from './messages/text-in.ts'
import { HTML, jsonAs, type Operation, operation } from './operation.ts'

const OPENAPI = jsonAs('application/vnd.oai.openapi+json;version=3.0')

/** `operations` is a function because the description is itself one of them. */
export function apiOperation(operations: () => readonly Operation[]): Operation {
  return operation({
    id: 'getApi',
    path: '/api',
    tag: 'Capabilities',
    summary: 'This description of the interface, OpenAPI 3.0',
    schema: 'api',
    formats: [OPENAPI, HTML],
    parameters: [],
    async answer(asked, context) {
      const t = textIn(asked.language)
      return {
        kind: 'document',
        json: apiDocument(operations(), asked, context),
        page: () => ({
          title: t('api.title'),
          trail: [],
          body: `<p>${escaped(t('api.note'))}</p>${operations().map(section).join('\n')}`,
        }),
      }
    },
  })
}

function section({ path, summary, parameters, takesProperties }: Operation): string {
  const rows = parameters.map(
    ({ name, description }) => `<dt><code>${escaped(name)}</code></dt><dd>${escaped(description)}</dd>`,
  )
  const properties = takesProperties ? '<dt><code>…=</code></dt><dd>Any queryable, for equality.</dd>' : ''
  const list = rows.length > 0 ? `<dl>${rows.join('')}${properties}</dl>` : ''
  return `<section lang="en" dir="ltr"><h2><code>/ogc${escaped(openApiPath(path).replace(/^\/$/, ''))}</code></h2><p>${escaped(summary)}</p>${list}</section>`
}
