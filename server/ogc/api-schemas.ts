/** Shapes of the answers for the OpenAPI 3.0 document: what a client may rely on, not every word. */
import * as z from 'zod'
import { Problem } from '#geodata/contract/problem.ts'

const text = { type: 'string' }
const integer = { type: 'integer', minimum: 0 }
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const list = (items: object) => ({ type: 'array', items })
const object = (required: readonly string[], properties: Readonly<Record<string, object>>) => ({
  type: 'object',
  ...(required.length > 0 ? { required } : {}),
  properties,
})
const links = list(ref('link'))
const { $schema: _dialect, ...problem } = z.toJSONSchema(Problem, { target: 'openapi-3.0' })

export const API_SCHEMAS = {
  problem,
  link: object(['href', 'rel'], {
    href: { ...text, description: 'Absolute, or relative to the host' },
    rel: text,
    type: text,
    title: text,
    hreflang: text,
    templated: { type: 'boolean' },
  }),
  landingPage: object(['links'], { title: text, description: text, links }),
  conformance: object(['conformsTo'], { conformsTo: list(text), links }),
  extent: object([], {
    spatial: object(['bbox'], { bbox: list(list({ type: 'number' })), crs: text }),
    temporal: object(['interval'], { interval: list(list({ ...text, nullable: true })), trs: text }),
  }),
  collection: object(['id', 'links', 'itemType', 'crs'], {
    id: text,
    title: text,
    description: text,
    attribution: text,
    itemType: { ...text, enum: ['feature'] },
    crs: list(text),
    storageCrs: text,
    extent: ref('extent'),
    links,
  }),
  collections: object(['collections', 'links'], { collections: list(ref('collection')), crs: list(text), links }),
  geometry: {
    type: 'object',
    nullable: true,
    required: ['type', 'coordinates'],
    properties: {
      type: { ...text, enum: ['Point', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'] },
      coordinates: list({}),
    },
  },
  feature: object(['type', 'id', 'geometry', 'properties'], {
    type: { ...text, enum: ['Feature'] },
    id: text,
    geometry: ref('geometry'),
    properties: { type: 'object' },
    links,
  }),
  featureCollection: object(['type', 'features', 'links', 'numberMatched', 'numberReturned'], {
    type: { ...text, enum: ['FeatureCollection'] },
    features: list(ref('feature')),
    numberMatched: integer,
    numberReturned: integer,
    links,
  }),
  jsonSchema: object(['$schema', '$id', 'type', 'properties'], {
    $schema: text,
    $id: text,
    type: text,
    title: text,
    properties: { type: 'object' },
  }),
  tilesets: object(['tilesets'], { tilesets: list(ref('tileset')), links }),
  tileset: object(['dataType', 'crs', 'links'], { title: text, dataType: text, crs: text, links }),
  tileMatrixSets: object(['tileMatrixSets'], { tileMatrixSets: list({ type: 'object' }), links }),
  tileMatrixSet: object(['id', 'crs', 'tileMatrices'], { id: text, crs: text, tileMatrices: list({ type: 'object' }) }),
  tile: { ...text, format: 'binary' },
  styles: object(['styles'], { styles: list({ type: 'object' }), links }),
  style: object(['version', 'sources', 'layers'], {
    version: { type: 'integer', enum: [8] },
    sources: { type: 'object' },
    layers: list({ type: 'object' }),
  }),
  api: object(['openapi', 'info', 'paths'], { openapi: text, info: { type: 'object' }, paths: { type: 'object' } }),
} as const

export type SchemaName = keyof typeof API_SCHEMAS
