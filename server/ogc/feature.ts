/** One feature of a collection. */
import { crssFor } from '#geodata/spatial/crs.ts'
import { escaped } from '../http/docs-page.ts'
import { Refusal } from '../refusal.ts'
import type { Feature } from '../storage/storage.ts'
import { columnsOf, valueAt } from './columns.ts'
import { crsHeader, featureJson, labelOf, valueHtml } from './feature-json.ts'
import { definitions, type Page } from './html/page.ts'
import { smallMap } from './html/small-map.ts'
import { type Collection, knownCollection } from './known-collection.ts'
import { linkTo, selfLinks } from './links.ts'
import { textIn } from './messages/text-in.ts'
import { type Asked, GEOJSON, HTML, JSON_FORMAT, operation } from './operation.ts'
import { CRS_PARAMETER, crsFrom } from './parameters.ts'

const FORMATS = [GEOJSON, HTML]

export const feature = operation({
  id: 'getFeature',
  path: '/collections/:collectionId/items/:featureId',
  tag: 'Data',
  summary: 'One feature with all its properties',
  schema: 'feature',
  formats: FORMATS,
  parameters: [CRS_PARAMETER],
  async answer(asked, context) {
    const collection = await knownCollection(asked.params.collectionId, context)
    const crs = crsFrom('crs', asked.query.get('crs'), crssFor(collection.state.bbox))
    const dataset = collection.dataset.id
    const found = await context.storage.feature({ dataset, id: asked.params.featureId ?? '' })
    if (!found) throw new Refusal('not-found', 'The collection has no feature of this id.')
    return {
      kind: 'document',
      headers: crsHeader(crs),
      json: {
        ...featureJson(found, collection.dataset, crs),
        links: [
          ...selfLinks(asked, FORMATS),
          linkTo(asked, `/collections/${dataset}`, { rel: 'collection', type: JSON_FORMAT.mediaType }),
        ],
      },
      page: () => featurePage(found, collection, asked),
    }
  },
})

function featurePage(found: Feature, { dataset }: Collection, asked: Asked): Page {
  const t = textIn(asked.language)
  const rows = columnsOf(dataset).map(({ name, path, unit }): [string, string] => [
    unit ? `${name} (${unit})` : name,
    valueHtml(valueAt(found.properties, path), t),
  ])
  const path = `/collections/${dataset.id}`
  const title = dataset.title[asked.language]
  return {
    title: labelOf(found, asked.language),
    trail: [
      { path: '/collections', text: t('collections.title') },
      { path, text: title },
      { path: `${path}/items`, text: t('items.title', { title }) },
    ],
    body: `<p><code>${escaped(`${dataset.id}/${found.id}`)}</code></p>
${found.geometry ? smallMap([found.geometry], t) : `<p>${escaped(t('item.noGeometry'))}</p>`}
<h2>${escaped(t('item.properties'))}</h2>
${definitions(rows)}`,
  }
}
