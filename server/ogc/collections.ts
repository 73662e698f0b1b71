/** The list of collections and each collection: what it is, whose it is, where and when, and where everything about it is. */
import { LICENCES } from '#geodata/contract/dataset.ts'
import { CRS84, crssFor } from '#geodata/spatial/crs.ts'
import { temporalExtent, temporalProperty } from './dates.ts'
import { collectionPage, listPage } from './html/collection-pages.ts'
import { allCollections, attributionOf, type Collection, knownCollection } from './known-collection.ts'
import { type Link, linkTo, REL, selfLinks } from './links.ts'
import { type Asked, GEOJSON, HTML, JSON_FORMAT, type OgcContext, operation, SCHEMA_JSON } from './operation.ts'

const FORMATS = [JSON_FORMAT, HTML]

export const collections = operation({
  id: 'getCollections',
  path: '/collections',
  tag: 'Data',
  summary: 'Every dataset of the atlas, those without places among them',
  schema: 'collections',
  formats: FORMATS,
  parameters: [],
  async answer(asked, context) {
    const all = await allCollections(context)
    const documents = []
    for (const collection of all) documents.push(await collectionJson(collection, asked, context))
    return {
      kind: 'document',
      json: { links: selfLinks(asked, FORMATS), collections: documents },
      page: () => listPage(all, asked),
    }
  },
})

export const collection = operation({
  id: 'getCollection',
  path: '/collections/:collectionId',
  tag: 'Data',
  summary: 'A collection: extent, licence, attribution, reference systems, and where everything about it is',
  schema: 'collection',
  formats: FORMATS,
  parameters: [],
  async answer(asked, context) {
    const known = await knownCollection(asked.params.collectionId, context)
    const json = await collectionJson(known, asked, context)
    return {
      kind: 'document',
      json: { ...json, links: [...selfLinks(asked, FORMATS), ...json.links] },
      page: () => collectionPage(known, json.extent.temporal?.interval[0] ?? null, asked),
    }
  },
})

async function collectionJson({ dataset, state }: Collection, asked: Asked, context: OgcContext) {
  const times = await temporalExtent(dataset, context)
  return {
    id: dataset.id,
    title: dataset.title[asked.language],
    description: `${dataset.accuracy} State of the data: ${dataset.vintage}.`,
    attribution: attributionOf(dataset),
    keywords: [dataset.group, dataset.geometry],
    itemType: 'feature',
    extent: {
      ...(state.bbox ? { spatial: { bbox: [state.bbox], crs: CRS84.uri } } : {}),
      ...(times ? { temporal: { interval: [times], trs: 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian' } } : {}),
    },
    crs: crssFor(state.bbox).map(({ uri }) => uri),
    storageCrs: CRS84.uri,
    featureCount: state.featureCount,
    /** Which property `datetime` looks at; null: the state of the whole dataset. */
    temporalProperty: temporalProperty(dataset)?.name ?? null,
    sources: dataset.sources,
    links: collectionLinks({ dataset, state }, asked),
  }
}

function collectionLinks({ dataset }: Collection, asked: Asked): Link[] {
  const { id, title, licence, tiles } = dataset
  const path = `/collections/${id}`
  const json = JSON_FORMAT.mediaType
  const name = title[asked.language]
  const { url, title: licenceTitle } = LICENCES[licence]
  const schema = SCHEMA_JSON.mediaType
  const items = { rel: 'items', title: name }
  return [
    linkTo(asked, `${path}/items`, { ...items, type: GEOJSON.mediaType }),
    { href: `${asked.root}${path}/items?f=html`, ...items, type: HTML.mediaType },
    linkTo(asked, `${path}/queryables`, { rel: REL.queryables, type: schema }),
    linkTo(asked, `${path}/sortables`, { rel: REL.sortables, type: schema }),
    linkTo(asked, `${path}/schema`, { rel: REL.schema, type: schema }),
    linkTo(asked, `${path}/schema`, { rel: 'describedby', type: schema }),
    linkTo(asked, `${path}/styles`, { rel: REL.styles, type: json }),
    ...(tiles ? [linkTo(asked, `${path}/tiles`, { rel: REL.tilesets, type: json })] : []),
    ...(url === null ? [] : [{ href: url, rel: 'license', type: HTML.mediaType, title: licenceTitle }]),
  ]
}
