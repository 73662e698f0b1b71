/** The features of a collection, page by page, under box, time, properties and filter. */
import type { Queryable } from '#geodata/cql2/queryables.ts'
import { crssFor } from '#geodata/spatial/crs.ts'
import { escaped } from '../http/docs-page.ts'
import { questionOf } from './conditions.ts'
import { crsHeader, featureJson, labelOf } from './feature-json.ts'
import { anchor, type Page, table } from './html/page.ts'
import { smallMap } from './html/small-map.ts'
import { type Collection, knownCollection } from './known-collection.ts'
import { type Link, linkTo, selfLinks, withQuery } from './links.ts'
import { textIn } from './messages/text-in.ts'
import { type Asked, GEOJSON, HTML, JSON_FORMAT, operation } from './operation.ts'
import { crsFrom, ITEMS_PARAMETERS, limitFrom, sortKeysFrom } from './parameters.ts'
import { sortablesOf } from './queryables.ts'
import { type Order, type SelectedPage, selectPage } from './select.ts'

const FORMATS = [GEOJSON, HTML]

export const items = operation({
  id: 'getFeatures',
  path: '/collections/:collectionId/items',
  tag: 'Data',
  summary: 'Features of a collection, page by page, within a box, a time, by properties, by a filter in CQL2',
  schema: 'featureCollection',
  formats: FORMATS,
  parameters: ITEMS_PARAMETERS,
  takesProperties: true,
  async answer(asked, context) {
    const collection = await knownCollection(asked.params.collectionId, context)
    const { dataset, state } = collection
    const { query } = asked
    const crs = crsFrom('crs', query.get('crs'), crssFor(state.bbox))
    const page = await selectPage(
      {
        dataset: dataset.id,
        question: await questionOf(query, collection, context),
        orders: ordersOf(query.get('sortby'), sortablesOf(dataset)),
        limit: limitFrom(query.get('limit')),
        cursor: query.get('cursor'),
        total: state.featureCount,
      },
      context,
    )
    return {
      kind: 'document',
      headers: crsHeader(crs),
      json: {
        type: 'FeatureCollection',
        numberMatched: page.numberMatched,
        numberReturned: page.features.length,
        features: page.features.map((feature) => featureJson(feature, dataset, crs)),
        links: pageLinks(page, collection, asked),
      },
      page: () => itemsPage(page, collection, asked),
    }
  },
})

function ordersOf(sortby: string | undefined, sortables: readonly Queryable[]): Order[] {
  const keys = sortKeysFrom(
    sortby,
    sortables.map(({ name }) => name),
  )
  return keys.flatMap(({ property, descending }) => {
    const queryable = sortables.find(({ name }) => name === property)
    return queryable ? [{ queryable, descending }] : []
  })
}

function nextAddress({ self, query, format }: Asked, next: string): string {
  return withQuery(self, query, { cursor: next, f: format.id })
}

function pageLinks({ next }: SelectedPage, { dataset }: Collection, asked: Asked): Link[] {
  const type = asked.format.mediaType
  return [
    ...selfLinks(asked, FORMATS),
    ...(next === null ? [] : [{ href: nextAddress(asked, next), rel: 'next', type }]),
    linkTo(asked, `/collections/${dataset.id}`, { rel: 'collection', type: JSON_FORMAT.mediaType }),
  ]
}

function itemsPage({ features, numberMatched, next }: SelectedPage, { dataset }: Collection, asked: Asked): Page {
  const t = textIn(asked.language)
  const title = dataset.title[asked.language]
  const path = `/collections/${dataset.id}`
  const rows = features.map((feature) => [
    anchor(asked, `${path}/items/${encodeURIComponent(feature.id)}`, labelOf(feature, asked.language)),
    `<code dir="ltr">${escaped(feature.id)}</code>`,
  ])
  const shapes = features.flatMap(({ geometry }) => (geometry ? [geometry] : []))
  const isFirst = !asked.query.has('cursor')
  const first = withQuery(asked.self, asked.query, { cursor: undefined })
  return {
    title: t('items.title', { title }),
    trail: [
      { path: '/collections', text: t('collections.title') },
      { path, text: title },
    ],
    body: `<p>${escaped(t('items.range', { returned: features.length, matched: numberMatched }))}</p>
${shapes.length > 0 ? smallMap(shapes, t) : ''}
${rows.length > 0 ? table(title, [t('items.label'), t('items.id')], rows) : `<p>${escaped(t('items.none'))}</p>`}
<p>${isFirst ? '' : `<a href="${escaped(first)}">${escaped(t('items.first'))}</a> `}
${next === null ? '' : `<a rel="next" href="${escaped(nextAddress(asked, next))}">${escaped(t('items.next'))}</a>`}</p>`,
  }
}
