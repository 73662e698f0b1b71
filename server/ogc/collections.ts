/** The list of collections and each collection: what it is, whose it is, where and when, and where everything about it is. */
import { type DatasetDefinition, type LayerGroup, LICENCES } from '#geodata/contract/dataset.ts'
import { CRS84, crssFor } from '#geodata/spatial/crs.ts'
import { ringOfDegrees } from '#geodata/spatial/project-geometry.ts'
import { escaped } from '../http/docs-page.ts'
import { temporalExtent, temporalProperty } from './dates.ts'
import { anchor, definitions, type Page, table } from './html/page.ts'
import { smallMap } from './html/small-map.ts'
import { allCollections, type Collection, knownCollection } from './known-collection.ts'
import { type Link, linkTo, REL, selfLinks } from './links.ts'
import { textIn } from './messages/text-in.ts'
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

/** The lines that must be shown; where none must, who published the sources. */
function attributionOf({ attribution, sources }: DatasetDefinition): string {
  const lines = attribution.length > 0 ? attribution : sources.map(({ publisher }) => publisher)
  return [...new Set(lines)].join(' | ')
}

type Times = readonly [string | null, string | null]

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

const GROUPS: readonly LayerGroup[] = [
  'deposits',
  'geology',
  'corridors',
  'ports-and-borders',
  'industry-and-power',
  'environment',
  'people',
  'basemap',
  'reference',
]

function listPage(all: readonly Collection[], asked: Asked): Page {
  const t = textIn(asked.language)
  const head = [t('collections.name'), t('collections.count'), t('collections.kind'), t('collections.licence')]
  const sections = GROUPS.map((group) => {
    const rows = all
      .filter(({ dataset }) => dataset.group === group)
      .map(({ dataset, state }) => [
        anchor(asked, `/collections/${dataset.id}`, dataset.title[asked.language]),
        `<span class="number">${state.featureCount.toLocaleString(asked.language)}</span>`,
        escaped(t(`geometry.${dataset.geometry}`)),
        `<span lang="en" dir="ltr">${escaped(LICENCES[dataset.licence].title)}</span>`,
      ])
    const name = t(`group.${group}`)
    return rows.length > 0 ? `<h2>${escaped(name)}</h2>${table(name, head, rows)}` : ''
  })
  return { title: t('collections.title'), trail: [], body: sections.join('\n') }
}

function collectionPage({ dataset, state }: Collection, times: Times | null, asked: Asked): Page {
  const t = textIn(asked.language)
  const { id } = dataset
  const english = (text: string) => `<span lang="en" dir="ltr">${escaped(text)}</span>`
  const { url, title: licence } = LICENCES[dataset.licence]
  const sources = dataset.sources.map(
    (source) =>
      `<li>${escaped(source.title)}. ${escaped(source.publisher)}, ${escaped(source.vintage)}${source.url ? `: <a href="${escaped(source.url)}">${escaped(source.url)}</a>` : ''} (${escaped(source.licence)})</li>`,
  )
  const more = ['queryables', 'sortables', 'schema', 'tiles', 'styles'] as const
  const links = more
    .filter((name) => name !== 'tiles' || dataset.tiles !== null)
    .map((name) => `<li>${anchor(asked, `/collections/${id}/${name}`, t(`collection.${name}`))}</li>`)
  const box = state.bbox
  return {
    title: dataset.title[asked.language],
    trail: [{ path: '/collections', text: t('collections.title') }],
    body: `<p><strong>${anchor(asked, `/collections/${id}/items`, t('collection.items'))}</strong>
(${escaped(t('collections.features', { count: state.featureCount }))})</p>
${box ? smallMap([{ type: 'Polygon', coordinates: [ringOfDegrees(box)] }], t) : ''}
${definitions([
  [t('collection.accuracy'), english(dataset.accuracy)],
  [t('collection.vintage'), english(dataset.vintage)],
  [t('collection.licence'), url ? `<a href="${escaped(url)}" lang="en">${escaped(licence)}</a>` : english(licence)],
  [t('collection.attribution'), english(attributionOf(dataset))],
  [t('collection.sources'), `<ul lang="en" dir="ltr">${sources.join('')}</ul>`],
  [t('collection.extent'), box ? `<span dir="ltr">${box.join(', ')}</span>` : escaped(t('collection.extentNone'))],
  [
    t('collection.date'),
    times ? `<span dir="ltr">${escaped(times.map((time) => time ?? '..').join(' / '))}</span>` : '–',
  ],
  [
    t('collection.crs'),
    `<ul lang="en" dir="ltr">${crssFor(box)
      .map(({ title, uri }) => `<li>${escaped(title)} <code>${escaped(uri)}</code></li>`)
      .join('')}</ul>`,
  ],
])}
<h2>${escaped(t('collection.more'))}</h2><ul>${links.join('')}</ul>`,
  }
}
