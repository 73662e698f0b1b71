/** The one place that turns a failure into an answer: problem code to status, title and body (RFC 9457). */
import type { ServerResponse } from 'node:http'
import { PROBLEMS, type Problem } from '#geodata/contract/problem.ts'
import type { Language } from '#geodata/contract/provenance.ts'
import { Refusal } from '../refusal.ts'
import { QuestionTooDearError } from '../storage/storage-errors.ts'
import { languageOf, problemDetail, problemTitle } from './problem-words.ts'

/** Longest piece of a reader's text that an answer repeats. */
const ECHO = 80

/** In English unless the reader's language is given. */
export function problemBody(refusal: Refusal, requestId: string, language: Language = 'en'): Problem {
  const problem: Problem = {
    type: `urn:orelink:problem:${refusal.code}`,
    code: refusal.code,
    title: problemTitle(refusal.code, language),
    status: PROBLEMS[refusal.code],
    detail: problemDetail(refusal.code, refusal.message, language),
    requestId,
  }
  if (refusal.faults.length > 0)
    problem.errors = refusal.faults.slice(0, 20).map(({ field, expected, received, ...place }) => ({
      ...place,
      field: shown(field),
      expected,
      received: received === null ? null : shown(received),
    }))
  return problem
}

/** Sends a problem; once an answer has begun, only the connection can be cut. HEAD gets the headers alone. */
export function sendProblem(response: ServerResponse, refusal: Refusal, requestId: string): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const language = languageOf(response.req.headers['accept-language'])
  const body = Buffer.from(JSON.stringify(problemBody(refusal, requestId, language)))
  response.statusCode = PROBLEMS[refusal.code]
  response.removeHeader('ETag')
  response.removeHeader('Last-Modified')
  response.removeHeader('Content-Encoding')
  response.setHeader('Content-Type', 'application/problem+json; charset=utf-8')
  response.setHeader('Content-Language', language)
  response.appendHeader('Vary', 'Accept-Language')
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Content-Length', body.length)
  response.end(response.req.method === 'HEAD' ? undefined : body)
}

/** Anything thrown as a refusal: our own as they are, those of the framework by status, all else an internal error. */
export function refusalOf(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown
  if (thrown instanceof QuestionTooDearError)
    return new Refusal('invalid-request', thrown.message, [{ field: 'filter', expected: 'less work', received: null }])
  const status = typeof thrown === 'object' && thrown !== null && 'status' in thrown ? thrown.status : undefined
  if (thrown instanceof URIError || status === 400)
    return new Refusal('invalid-request', 'The address cannot be decoded: expected UTF-8 in percent encoding.')
  if (status === 404) return new Refusal('not-found', 'There is nothing at this address.')
  if (status === 413) return new Refusal('payload-too-large', 'This server reads no request bodies.')
  return new Refusal('internal-error', 'The server failed; quote the request id when reporting it.')
}

function shown(text: string): string {
  return text.length > ECHO ? `${text.slice(0, ECHO)}…` : text
}
