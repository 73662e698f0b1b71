/** What every request must meet before anything reads it: method, length of the address, number of parameters, a body only where one is read. */
import type { IncomingMessage } from 'node:http'
import { Refusal } from '../refusal.ts'
import { methodsAt } from './methods.ts'
import { LONGEST_BODY_BYTES, tooLong } from './read-json.ts'

const LONGEST_URL = 4096
/** Addresses that carry a filter in CQL2 (16 kB of text, each byte in percent encoding, and some room) or drawn changes. */
const LONGEST_URL_WITH_FILTER = 50_000
const MOST_PARAMETERS = 40

/** Throws a refusal, or returns when the request may go on. OPTIONS is let through. */
export function admit(request: IncomingMessage): void {
  const { method = '', url = '', headers } = request
  const methods = methodsAt(url)
  if (!methods.includes(method))
    throw new Refusal('method-not-allowed', `This server only answers: use ${methods.join(', ')} here.`)
  const longest = /[?&](filter|changes)=/.test(url) ? LONGEST_URL_WITH_FILTER : LONGEST_URL
  if (url.length > longest)
    throw new Refusal('uri-too-long', `Addresses have at most ${longest} characters; this one has ${url.length}.`)
  if (url.split('&').length > MOST_PARAMETERS)
    throw new Refusal('invalid-request', `At most ${MOST_PARAMETERS} parameters are read.`)
  const bytes = Number(headers['content-length'] ?? 0)
  if (method === 'POST' && bytes > LONGEST_BODY_BYTES) throw tooLong()
  if (method !== 'POST' && (headers['transfer-encoding'] !== undefined || bytes > 0))
    throw new Refusal('payload-too-large', 'No body is read at this address.')
}
