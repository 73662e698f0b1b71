/** The one tile matrix set: WebMercatorQuad of the OGC registry, written out, since a client may not know it by its name. */
import { escaped } from '../http/docs-page.ts'
import { Refusal } from '../refusal.ts'
import { anchor } from './html/page.ts'
import { linkTo, selfLinks } from './links.ts'
import { textIn } from './messages/text-in.ts'
import { HTML, JSON_FORMAT, operation } from './operation.ts'

export const WEB_MERCATOR_QUAD = 'WebMercatorQuad'
export const WEB_MERCATOR_QUAD_URI = 'http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad'
const FORMATS = [JSON_FORMAT, HTML]
const EPSG_3857 = 'http://www.opengis.net/def/crs/EPSG/0/3857'
/** Half the side of the Web Mercator square in metres: π × the radius of the sphere. */
const EDGE_M = 20_037_508.3427892
const TILE_PX = 256
/** Side of the pixel that scale denominators assume (OGC 17-083r4). */
const STANDARD_PIXEL_M = 0.000_28
const DEEPEST_ZOOM = 24

const matrices = Array.from({ length: DEEPEST_ZOOM + 1 }, (_, zoom) => {
  const cellSize = (2 * EDGE_M) / TILE_PX / 2 ** zoom
  return {
    id: String(zoom),
    scaleDenominator: cellSize / STANDARD_PIXEL_M,
    cellSize,
    cornerOfOrigin: 'topLeft',
    pointOfOrigin: [-EDGE_M, EDGE_M],
    tileWidth: TILE_PX,
    tileHeight: TILE_PX,
    matrixWidth: 2 ** zoom,
    matrixHeight: 2 ** zoom,
  }
})

export const tileMatrixSets = operation({
  id: 'getTileMatrixSetsList',
  path: '/tileMatrixSets',
  tag: 'Tiles',
  summary: 'The tile matrix sets: one, WebMercatorQuad',
  schema: 'tileMatrixSets',
  formats: FORMATS,
  parameters: [],
  async answer(asked) {
    const t = textIn(asked.language)
    return {
      kind: 'document',
      json: {
        tileMatrixSets: [
          {
            id: WEB_MERCATOR_QUAD,
            title: 'Google Maps Compatible for the World',
            uri: WEB_MERCATOR_QUAD_URI,
            crs: EPSG_3857,
            links: [
              linkTo(asked, `/tileMatrixSets/${WEB_MERCATOR_QUAD}`, { rel: 'self', type: JSON_FORMAT.mediaType }),
            ],
          },
        ],
        links: selfLinks(asked, FORMATS),
      },
      page: () => ({
        title: t('tileMatrixSets.title'),
        trail: [],
        body: `<ul><li>${anchor(asked, `/tileMatrixSets/${WEB_MERCATOR_QUAD}`, WEB_MERCATOR_QUAD)}</li></ul>`,
      }),
    }
  },
})

export const tileMatrixSet = operation({
  id: 'getTileMatrixSet',
  path: '/tileMatrixSets/:tileMatrixSetId',
  tag: 'Tiles',
  summary: 'A tile matrix set: its origin and its matrices',
  schema: 'tileMatrixSet',
  formats: FORMATS,
  parameters: [],
  async answer(asked) {
    if (asked.params.tileMatrixSetId !== WEB_MERCATOR_QUAD)
      throw new Refusal('not-found', 'There is one tile matrix set: WebMercatorQuad.')
    const rows = matrices.map(({ id, scaleDenominator }) => `<li>${id}: 1 : ${Math.round(scaleDenominator)}</li>`)
    const title = textIn(asked.language)('tileMatrixSets.title')
    return {
      kind: 'document',
      json: {
        id: WEB_MERCATOR_QUAD,
        title: 'Google Maps Compatible for the World',
        uri: WEB_MERCATOR_QUAD_URI,
        crs: EPSG_3857,
        orderedAxes: ['X', 'Y'],
        wellKnownScaleSet: 'http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible',
        tileMatrices: matrices,
        links: selfLinks(asked, FORMATS),
      },
      page: () => ({
        title: WEB_MERCATOR_QUAD,
        trail: [{ path: '/tileMatrixSets', text: title }],
        body: `<p><code>${escaped(WEB_MERCATOR_QUAD_URI)}</code></p><ul dir="ltr">${rows.join('')}</ul>`,
      }),
    }
  },
})
