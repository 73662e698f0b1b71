/**
 * What an operation of the OGC interface is. One table of them (operations.ts) gives the routes, the check of parameters,
 * the forms an answer can have and the OpenAPI document.
 */
import type { DatasetDefinition } from '#geodata/contract/dataset.ts'
import type { Language } from '#geodata/contract/provenance.ts'
import type { AnswerCache } from '../queries/answer-cache.ts'
import type { Storage } from '../storage/storage.ts'
import type { TileService } from '../tiles/tile-service.ts'
import type { SchemaName } from './api-schemas.ts'
import type { Page } from './html/page.ts'

/** One form of an answer: the name in `f=`, the media type sent, and those of `Accept` that it satisfies. */
export interface Format {
  id: 'json' | 'html' | 'mvt'
  mediaType: string
  accepts: readonly string[]
}

export const HTML: Format = { id: 'html', mediaType: 'text/html', accepts: ['text/html', 'application/xhtml+xml'] }
export const JSON_FORMAT: Format = { id: 'json', mediaType: 'application/json', accepts: ['application/json'] }
export const jsonAs = (mediaType: string): Format => ({
  id: 'json',
  mediaType,
  accepts: [...new Set([mediaType, mediaType.replace(/;.*/, ''), 'application/json'])],
})
export const GEOJSON = jsonAs('application/geo+json')
export const SCHEMA_JSON = jsonAs('application/schema+json')

/** A query parameter, as OpenAPI 3.0 describes it. */
export interface Parameter {
  name: string
  description: string
  schema: object
  example?: string | number
  style?: 'form'
  explode?: boolean
}

/** A question, already met: known operation, known parameters once each, a form and a language the reader takes. */
export interface Asked {
  params: Readonly<Record<string, string>>
  query: ReadonlyMap<string, string>
  format: Format
  language: Language
  /** Address of the interface, `…/ogc`; relative to the host unless the server's own address is sure. */
  root: string
  /** Address of this resource without its query. */
  self: string
}

export interface OgcContext {
  storage: Storage
  datasets: readonly DatasetDefinition[]
  tiles: TileService
  cache: AnswerCache
  /** Aborted when the reader left or the time is over. */
  signal: AbortSignal
}

export type Answer =
  | { kind: 'document'; json: object; page: () => Page; headers?: Readonly<Record<string, string>> }
  | { kind: 'bytes'; gzip: Uint8Array }

export interface Operation {
  id: string
  /** Express path below the root of the interface; '' is the landing page. */
  path: string
  tag: string
  summary: string
  /** The first is the one for readers who do not choose. */
  formats: readonly Format[]
  parameters: readonly Parameter[]
  /** The shape of the JSON form: a name in api-schemas.ts. */
  schema: SchemaName
  /** Queryables of the collection are parameters too: `status=operational`. */
  takesProperties?: boolean
  /** Throws a Refusal for what is not there or cannot be read. */
  answer(asked: Asked, context: OgcContext): Promise<Answer>
}

/** Tells TypeScript that a literal is an operation without widening it. */
export function operation(definition: Operation): Operation {
  return definition
}
