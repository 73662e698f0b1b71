/** Tiles of a collection as OGC API Tiles: the list of its tilesets, the description of the one, the tiles themselves. */
import { type DatasetDefinition, LICENCES } from '#geodata/contract/dataset.ts'
import { escaped } from '../http/docs-page.ts'
import { Refusal } from '../refusal.ts'
import type { ZoomRange } from '../tiles/tile-service.ts'
import { anchor, definitions, type Page } from './html/page.ts'
import { type Collection, knownCollection } from './known-collection.ts'
import { type Link, linkTo, REL, selfLinks } from './links.ts'
import { textIn } from './messages/text-in.ts'
import { type Asked, type Format, HTML, JSON_FORMAT, type OgcContext, operation } from './operation.ts'
import { WEB_MERCATOR_QUAD, WEB_MERCATOR_QUAD_URI } from './tile-matrix-sets.ts'

const FORMATS = [JSON_FORMAT, HTML]
const MVT: Format = {
  id: 'mvt',
  mediaType: 'application/vnd.mapbox-vector-tile',
  accepts: ['application/vnd.mapbox-vector-tile', 'application/x-protobuf'],
}
const EPSG_3857 = 'http://www.opengis.net/def/crs/EPSG/0/3857'

export const tilesets = operation({
  id: 'getCollectionTileSetsList',
  path: '/collections/:collectionId/tiles',
  tag: 'Tiles',
  summary: 'The tilesets of a collection: vector tiles in WebMercatorQuad; a table has none',
  schema: 'tilesets',
  formats: FORMATS,
  parameters: [],
  async answer(asked, context) {
    const collection = await knownCollection(asked.params.collectionId, context)
    const { dataset } = collection
    const range = context.tiles.zoomRange(dataset.id)
    return {
      kind: 'document',
      json: { tilesets: range ? [tilesetJson(asked, collection, range)] : [], links: selfLinks(asked, FORMATS) },
      page: () => tilesPage(asked, dataset, range, true),
    }
  },
})

export const tileset = operation({
  id: 'getCollectionTileSet',
  path: '/collections/:collectionId/tiles/:tileMatrixSetId',
  tag: 'Tiles',
  summary: 'A tileset: zooms, layer, licence, address of its tiles and of its TileJSON',
  schema: 'tileset',
  formats: FORMATS,
  parameters: [],
  async answer(asked, context) {
    const collection = await knownCollection(asked.params.collectionId, context)
    const range = tilesetRange(asked, collection.dataset, context)
    return {
      kind: 'document',
      json: { ...tilesetJson(asked, collection, range), links: tilesetLinks(asked, collection.dataset, true) },
      page: () => tilesPage(asked, collection.dataset, range, false),
    }
  },
})

export const tile = operation({
  id: 'getCollectionTile',
  path: '/collections/:collectionId/tiles/:tileMatrixSetId/:tileMatrix/:tileRow/:tileCol',
  tag: 'Tiles',
  summary: 'A vector tile; 204 where it is empty',
  schema: 'tile',
  formats: [MVT],
  parameters: [],
  async answer(asked, context) {
    const { dataset } = await knownCollection(asked.params.collectionId, context)
    const range = tilesetRange(asked, dataset, context)
    const [z, y, x] = ['tileMatrix', 'tileRow', 'tileCol'].map((name) => wholeNumber(asked.params[name]))
    const found = await context.tiles.tile(dataset.id, z ?? 0, x ?? 0, y ?? 0)
    if (found) return { kind: 'bytes', gzip: found.gzip }
    throw new Refusal(
      'not-found',
      `Tiles exist from zoom ${range.minZoom} to ${range.maxZoom}, rows and columns from 0 to 2^z − 1.`,
    )
  },
})

function wholeNumber(text = ''): number {
  if (/^(0|[1-9]\d{0,8})$/.test(text)) return Number(text)
  throw new Refusal('invalid-request', 'Expected …/tiles/WebMercatorQuad/<zoom>/<row>/<column> with whole numbers.')
}

function tilesetRange(asked: Asked, dataset: DatasetDefinition, { tiles }: OgcContext): ZoomRange {
  const range = tiles.zoomRange(dataset.id)
  if (range && asked.params.tileMatrixSetId === WEB_MERCATOR_QUAD) return range
  throw new Refusal('not-found', 'Collections with tiles have one tileset: WebMercatorQuad. A table has none.')
}

function tilesetJson(asked: Asked, { dataset, state }: Collection, { minZoom, maxZoom }: ZoomRange): object {
  const { bbox } = state
  return {
    title: dataset.title[asked.language],
    description: dataset.accuracy,
    dataType: 'vector',
    crs: EPSG_3857,
    tileMatrixSetURI: WEB_MERCATOR_QUAD_URI,
    license: LICENCES[dataset.licence].url ?? LICENCES[dataset.licence].title,
    attribution: dataset.attribution.join(' | '),
    ...(bbox
      ? {
          boundingBox: { lowerLeft: bbox.slice(0, 2), upperRight: bbox.slice(2), crs: CRS84_URI, orderedAxes: LON_LAT },
        }
      : {}),
    tileMatrixSetLimits: limitsOf(bbox, minZoom, maxZoom),
    layers: [
      {
        id: dataset.id,
        title: dataset.title[asked.language],
        dataType: 'vector',
        minTileMatrix: String(minZoom),
        maxTileMatrix: String(maxZoom),
      },
    ],
    links: tilesetLinks(asked, dataset, false),
  }
}

const CRS84_URI = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'
const LON_LAT = ['Lon', 'Lat']

/** Rows and columns that hold the box, zoom by zoom. */
function limitsOf(bbox: Collection['state']['bbox'], minZoom: number, maxZoom: number): object[] {
  const [west, south, east, north] = bbox ?? [-180, -90, 180, 90]
  return Array.from({ length: maxZoom - minZoom + 1 }, (_, step) => {
    const zoom = minZoom + step
    return {
      tileMatrix: String(zoom),
      minTileRow: rowOf(north, zoom),
      maxTileRow: rowOf(south, zoom),
      minTileCol: columnOf(west, zoom),
      maxTileCol: columnOf(east, zoom),
    }
  })
}

function columnOf(lon: number, zoom: number): number {
  return within(Math.floor(((lon + 180) / 360) * 2 ** zoom), zoom)
}

function rowOf(lat: number, zoom: number): number {
  const y = 0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)
  return within(Math.floor(y * 2 ** zoom), zoom)
}

function within(index: number, zoom: number): number {
  return Math.min(2 ** zoom - 1, Math.max(0, index))
}

function tilesetLinks(asked: Asked, { id }: DatasetDefinition, isOwn: boolean): Link[] {
  const path = `/collections/${id}/tiles/${WEB_MERCATOR_QUAD}`
  const json = JSON_FORMAT.mediaType
  const self = isOwn ? selfLinks(asked, FORMATS) : [linkTo(asked, path, { rel: 'self', type: json })]
  return [
    ...self,
    {
      href: `${asked.root}${path}/{tileMatrix}/{tileRow}/{tileCol}?f=mvt`,
      rel: 'item',
      type: MVT.mediaType,
      templated: true,
    },
    linkTo(asked, `/tileMatrixSets/${WEB_MERCATOR_QUAD}`, { rel: REL.tilingScheme, type: json }),
    linkTo(asked, `/collections/${id}`, { rel: REL.geodata, type: json }),
    { href: `${asked.root.replace(/\/ogc$/, '')}/tiles/${id}.json`, rel: 'describedby', type: json, title: 'TileJSON' },
  ]
}

function tilesPage(asked: Asked, dataset: DatasetDefinition, range: ZoomRange | undefined, isList: boolean): Page {
  const t = textIn(asked.language)
  const title = dataset.title[asked.language]
  const trail = [
    { path: '/collections', text: t('collections.title') },
    { path: `/collections/${dataset.id}`, text: title },
  ]
  if (!range) return { title: t('tiles.title', { title }), trail, body: `<p>${escaped(t('styles.none'))}</p>` }
  const path = `/collections/${dataset.id}/tiles/${WEB_MERCATOR_QUAD}`
  const zooms = escaped(t('tiles.zooms', { from: range.minZoom, to: range.maxZoom }))
  const address = `<code dir="ltr">${escaped(`${asked.root}${path}/{z}/{y}/{x}?f=mvt`)}</code>`
  return {
    title: t('tiles.title', { title }),
    trail,
    body: `<p>${escaped(t('tiles.note'))}</p>${definitions([
      [WEB_MERCATOR_QUAD, isList ? `${anchor(asked, path, WEB_MERCATOR_QUAD)}: ${zooms}` : zooms],
      [t('collection.tiles'), address],
      [t('tiles.thinning'), `<span lang="en" dir="ltr">${escaped(dataset.tiles?.thinning ?? '')}</span>`],
      ['TileJSON', `<a href="/tiles/${dataset.id}.json">/tiles/${dataset.id}.json</a>`],
    ])}`,
  }
}
