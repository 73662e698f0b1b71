/** Which pages elsewhere may read answers: public data, without cookies or credentials, by the configured origins. */
import type { IncomingMessage, ServerResponse } from 'node:http'

import { methodsAt } from './methods.ts'

export function allowOrigin(request: IncomingMessage, response: ServerResponse, origins: readonly string[]): void {
  if (origins.includes('*')) {
    response.setHeader('Access-Control-Allow-Origin', '*')
  } else {
    response.appendHeader('Vary', 'Origin')
    const { origin } = request.headers
    if (origin === undefined || !origins.includes(origin)) return
    response.setHeader('Access-Control-Allow-Origin', origin)
  }
  response.setHeader('Access-Control-Expose-Headers', 'ETag, Content-Crs, X-Request-Id, RateLimit, Retry-After')
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
