/** What became of a request that failed: a problem for the reader, and for us, where the fault is ours, a line in the log. */
import type { ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { methodsAt } from './methods.ts'
import { refusalOf, sendProblem } from './send-problem.ts'

/** `url` as it came, where a router changes that of the request. */
export function sendFailure(
  thrown: unknown,
  response: ServerResponse,
  requestId: string,
  log: Logger,
  url = response.req.url ?? '',
): void {
  const refusal = refusalOf(thrown)
  if (refusal.code === 'internal-error') log.error({ requestId, err: thrown }, 'request failed')
  if (refusal.code === 'method-not-allowed') response.setHeader('Allow', methodsAt(url).join(', '))
  if (refusal.code === 'payload-too-large') response.setHeader('Connection', 'close')
  sendProblem(response, refusal, requestId)
}
