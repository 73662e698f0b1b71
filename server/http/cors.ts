/** Which pages elsewhere may read answers: public data, without cookies or credentials, by the configured origins. */
import type { IncomingMessage, ServerResponse } from 'node:http'

import { methodsAt } from './methods.ts'

const EXPOSED = 'ETag, Content-Crs, X-Request-Id, RateLimit, Retry-After'

/** Headers that let a page of this origin read the answer, as name, value, name, value…; empty where it may not. */
export function originHeaders({ headers: { origin } }: IncomingMessage, origins: readonly string[]): string[] {
  const readable = ['Access-Control-Expose-Headers', EXPOSED]
  if (origins.includes('*')) return ['Access-Control-Allow-Origin', '*', ...readable]
  if (origin === undefined || !origins.includes(origin)) return ['Vary', 'Origin']
  return ['Vary', 'Origin', 'Access-Control-Allow-Origin', origin, ...readable]
}

export function allowOrigin(request: IncomingMessage, response: ServerResponse, origins: readonly string[]): void {
  addHeaders(response, originHeaders(request, origins))
}

/** Adds name, value, name, value… to what an answer says already. */
export function addHeaders(response: ServerResponse, headers: readonly string[]): void {
  for (let i = 0; i < headers.length; i += 2) response.appendHeader(headers[i] ?? '', headers[i + 1] ?? '')
}

/** The answer to OPTIONS, a page's question before its question among them. */
export function sendOptions({ url = '' }: IncomingMessage, response: ServerResponse): void {
  const methods = methodsAt(url).join(', ')
  response.setHeader('Allow', methods)
  if (response.hasHeader('Access-Control-Allow-Origin')) {
    response.setHeader('Access-Control-Allow-Methods', methods)
    response.setHeader('Access-Control-Allow-Headers', 'Content-Type, If-None-Match, Range')
    response.setHeader('Access-Control-Max-Age', '86400')
  }
  response.statusCode = 204
  response.end()
}
