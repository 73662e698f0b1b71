/** What every request must meet before anything reads it: method, length of the address, number of parameters, no body. */
import type { IncomingMessage } from 'node:http'
import { Refusal } from '../refusal.ts'

const LONGEST_URL = 8192
const MOST_PARAMETERS = 40

/** Throws a refusal, or returns when the request may go on. OPTIONS is let through. */
export function admit(request: IncomingMessage): void {
  const { method = '', url = '', headers } = request
  if (!['GET', 'HEAD', 'OPTIONS'].includes(method))
    throw new Refusal('method-not-allowed', 'This server only answers: use GET, HEAD or OPTIONS.')
  if (url.length > LONGEST_URL)
    throw new Refusal('uri-too-long', `Addresses have at most ${LONGEST_URL} characters; this one has ${url.length}.`)
  if (url.split('&').length > MOST_PARAMETERS)
    throw new Refusal('invalid-request', `At most ${MOST_PARAMETERS} parameters are read.`)
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
  if (hasBody) throw new Refusal('payload-too-large', 'This server reads no request bodies.')
}
