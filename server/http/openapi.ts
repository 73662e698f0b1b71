/** OpenAPI 3.1 of the typed endpoints, derived from the contract. */
import * as z from 'zod'
import {
  ANSWER_FILES,
  ANSWER_FORMATS,
  type AnswerFileId,
  type AnswerFormat,
  answerFilePath,
} from '#geodata/contract/answer-files.ts'
import { type EndpointId, endpoints } from '#geodata/contract/endpoints.ts'
import { type DownloadId, downloads } from '#geodata/contract/export.ts'
import { PROBLEMS, Problem } from '#geodata/contract/problem.ts'
import { EXPORT_FORMATS } from '../export/formats.ts'

export interface Operation {
  operationId: string
  summary: string
  parameters: { name: string; in: 'path' | 'query'; required: boolean; schema: unknown; example?: unknown }[]
  requestBody?: { required: true; content: { 'application/json': { schema: unknown; example: unknown } } }
  responses: Record<string, unknown>
}

export interface OpenApi {
  openapi: '3.1.0'
  info: { title: string; version: string; description: string; license: { name: string; identifier: string } }
  servers: { url: string }[]
  paths: Record<string, Partial<Record<'get' | 'post', Operation>>>
  components: { schemas: Record<string, unknown> }
}

const PROBLEM_REF = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }

/** `baseUrl`: public address of the server, or '' when addresses are relative to the host. */
export function openApi(baseUrl: string): OpenApi {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Orelink',
      version: '1.0.0',
      description:
        'Mineral deposits of Pakistan and the corridors that carry them to market. Answers are for reading only. ' +
        'Positions are longitude, latitude on WGS 84; distances are straight lines on the ellipsoid.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: baseUrl || '/' }],
    paths: Object.fromEntries([
      ...(Object.keys(endpoints) as EndpointId[]).map((id) => [
        pathOf(endpoints[id].path),
        { [endpoints[id].method.toLowerCase()]: operationOf(id) },
      ]),
      ...(Object.keys(downloads) as DownloadId[]).map((id) => [pathOf(downloads[id].path), { get: downloadOf(id) }]),
      ...ANSWER_FILES.flatMap((id) =>
        (Object.keys(ANSWER_FORMATS) as AnswerFormat[]).map((format) => [
          pathOf(answerFilePath(endpoints[id].path, format)),
          { [endpoints[id].method.toLowerCase()]: answerFileOf(id, format) },
        ]),
      ),
    ]),
    components: { schemas: { Problem: jsonSchema(Problem, 'output') } },
  }
}

function pathOf(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}')
}

function operationOf(id: EndpointId): Operation {
  const content = { 'application/json': { schema: jsonSchema(endpoints[id].output, 'output') } }
  return operation(id, endpoints[id], content)
}

/** A file: of one of the media types that its formats have. */
function downloadOf(id: DownloadId): Operation {
  const content = EXPORT_FORMATS.map(({ mediaType }) => [mediaType, { schema: { type: 'string', format: 'binary' } }])
  return operation(id, downloads[id], Object.fromEntries(content))
}

/** The answer of an endpoint as a file. */
function answerFileOf(id: AnswerFileId, format: AnswerFormat): Operation {
  const content = { [ANSWER_FORMATS[format]]: { schema: { type: 'string', format: 'binary' } } }
  const summary = `${endpoints[id].summary}: as a file, with the assumptions`
  return operation(`${id}-${format}`, { ...endpoints[id], summary }, content)
}

interface Described {
  summary: string
  params: z.ZodType
  query: z.ZodType
  body?: z.ZodType | null
  example: { params: object; query: object; body?: unknown }
}

function operation(
  id: string,
  { summary, params, query, body, example }: Described,
  content: Record<string, unknown>,
): Operation {
  const statuses = { 400: 'What was asked cannot be read', 404: 'Not found', 429: 'Too many requests' }
  return {
    operationId: id,
    summary,
    parameters: [...parametersOf(params, 'path', example.params), ...parametersOf(query, 'query', example.query)],
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: jsonSchema(body, 'input'), example: example.body } },
      },
    }),
    responses: {
      200: { description: summary, content },
      304: { description: 'As the reader has it (If-None-Match)' },
      ...Object.fromEntries(
        Object.entries(statuses).map(([status, description]) => [status, { description, content: PROBLEM_REF }]),
      ),
      default: { description: `Problem: ${Object.keys(PROBLEMS).join(', ')}`, content: PROBLEM_REF },
    },
  }
}

function parametersOf(schema: z.ZodType, place: 'path' | 'query', example: object): Operation['parameters'] {
  // Text on its way in: numbers and lists are texts with a pattern.
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Record<string, unknown>
    required?: string[]
  }
  const examples = new Map<string, unknown>(Object.entries(example))
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
    ...(examples.has(name) ? { example: examples.get(name) } : {}),
  }))
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any' })
  return rest
}
