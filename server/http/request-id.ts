/** The id by which a request is found again in the log: from a trusted proxy where it is well-formed, else our own. */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const WELL_FORMED = /^[A-Za-z0-9_-]{8,64}$/

export function requestIdOf(request: IncomingMessage, isProxied: boolean): string {
  const given = request.headers['x-request-id']
  return isProxied && typeof given === 'string' && WELL_FORMED.test(given) ? given : randomUUID()
}
