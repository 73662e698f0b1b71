/** The OpenAPI 3.0 document of the interface, derived from its table of operations. */
import { PROBLEMS } from '#geodata/contract/problem.ts'
import { API_SCHEMAS } from './api-schemas.ts'
import type { Asked, OgcContext, Operation, Parameter } from './operation.ts'
import { COMMON_PARAMETERS } from './parameters.ts'
import { WEB_MERCATOR_QUAD } from './tile-matrix-sets.ts'

const PROBLEM_CONTENT = { 'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } } }
const PROBLEM_STATUSES = {
  '400': 'What was asked cannot be read: see errors',
  '404': 'There is nothing at this address',
  '405': 'For reading only',
  '406': 'The answer cannot be given in the form asked for',
  '429': 'Too many requests',
  '500': 'The server failed',
} as const

export function apiDocument(operations: readonly Operation[], asked: Asked, { datasets }: OgcContext): object {
  const collections = datasets.map(({ id }) => id)
  const styles = datasets.filter(({ tiles }) => tiles !== null).map(({ id }) => id)
  return {
    openapi: '3.0.3',
    info: {
      title: 'Orelink: OGC API',
      version: '1.0.0',
      description:
        'Features, tiles and styles of every dataset of the atlas. For reading only. Writing (OGC API Features, Part 4) is off: POST, PUT, PATCH and DELETE are answered with 405.',
      license: { name: 'Each collection names its licence' },
    },
    servers: [{ url: asked.root }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths: Object.fromEntries(
      operations.map((operation) => [openApiPath(operation.path), { get: operationJson(operation) }]),
    ),
    components: {
      schemas: API_SCHEMAS,
      parameters: namedParameters(collections, styles),
    },
  }
}

/** Parameters that several operations share, by name. */
function namedParameters(collections: readonly string[], styles: readonly string[]): object {
  return {
    collectionId: pathParameter('collectionId', 'Id of a collection', { type: 'string', enum: collections }),
    styleId: pathParameter('styleId', 'Id of a style', { type: 'string', enum: styles }),
    featureId: pathParameter('featureId', 'Id of a feature', { type: 'string', maxLength: 120 }),
    tileMatrixSetId: pathParameter('tileMatrixSetId', 'Id of a tile matrix set', {
      type: 'string',
      enum: [WEB_MERCATOR_QUAD],
    }),
    tileMatrix: pathParameter('tileMatrix', 'Zoom', { type: 'integer', minimum: 0, maximum: 24 }),
    tileRow: pathParameter('tileRow', 'Row from the north', { type: 'integer', minimum: 0 }),
    tileCol: pathParameter('tileCol', 'Column from the west', { type: 'integer', minimum: 0 }),
    properties: {
      name: 'properties',
      in: 'query',
      description:
        'Any queryable of the collection by its name: only features with exactly this value, for example `status=operational`.',
      required: false,
      style: 'form',
      explode: true,
      schema: { type: 'object', additionalProperties: { type: 'string' } },
    },
  }
}

export function openApiPath(path: string): string {
  return path === '' ? '/' : path.replace(/:(\w+)/g, '{$1}')
}

function pathParameter(name: string, description: string, schema: object): object {
  return { name, in: 'path', description, required: true, schema }
}

function operationJson(operation: Operation): object {
  const { id, path, tag, summary, formats, parameters, schema, takesProperties } = operation
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name)
  const schemaRef = { $ref: `#/components/schemas/${schema}` }
  const content = Object.fromEntries(
    formats.map(({ id: form, mediaType }) => [mediaType, { schema: form === 'html' ? { type: 'string' } : schemaRef }]),
  )
  return {
    operationId: id,
    tags: [tag],
    summary,
    parameters: [
      ...names.map((name) => ({ $ref: `#/components/parameters/${name}` })),
      ...COMMON_PARAMETERS.map((parameter) => queryParameter(withForms(parameter, operation))),
      ...parameters.map(queryParameter),
      ...(takesProperties ? [{ $ref: '#/components/parameters/properties' }] : []),
    ],
    responses: {
      '200': { description: summary, content },
      ...(schema === 'tile' ? { '204': { description: 'The tile is empty' } } : {}),
      '304': { description: 'As the reader has it (If-None-Match)' },
      ...Object.fromEntries(
        Object.entries(PROBLEM_STATUSES).map(([status, description]) => [
          status,
          { description, content: PROBLEM_CONTENT },
        ]),
      ),
      default: { description: `Problem: ${Object.keys(PROBLEMS).join(', ')}`, content: PROBLEM_CONTENT },
    },
  }
}

function withForms(parameter: Parameter, { formats }: Operation): Parameter {
  return parameter.name === 'f'
    ? { ...parameter, schema: { type: 'string', enum: formats.map(({ id }) => id) } }
    : parameter
}

function queryParameter({ name, description, schema, example, style, explode }: Parameter): object {
  return {
    name,
    in: 'query',
    description,
    required: false,
    schema,
    ...(example === undefined ? {} : { example }),
    ...(style === undefined ? {} : { style }),
    ...(explode === undefined ? {} : { explode }),
  }
}
