/** Sends an answer as JSON: whole, under a weak tag where a reader can ask for it again, and not at all to one who has it. */
import { hash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { WrittenAnswer } from '../queries/written-answer.ts'

/** `headers`: name, value, …, sent beside those that are set already. */
export function sendJson(
  request: IncomingMessage,
  response: ServerResponse,
  answer: unknown,
  headers: readonly string[],
): void {
  // As text: Node sends it in one piece with the head.
  const body = answer instanceof WrittenAnswer ? answer.json : JSON.stringify(answer)
  const bytes = Buffer.byteLength(body)
  // The answer to POST is none to ask for again: it has no tag.
  const tag = request.method === 'POST' ? null : weakTag(body, bytes)
  const head = [...headers, 'Cache-Control', 'no-cache', ...(tag === null ? [] : ['ETag', tag])]
  if (tag !== null && hasAlready(request, tag)) {
    response.writeHead(304, head).end()
    return
  }
  head.push('Content-Type', 'application/json; charset=utf-8', 'Content-Length', String(bytes))
  response.writeHead(200, head).end(request.method === 'HEAD' ? undefined : body)
}

/** Weak, because compression changes the bytes and not what they say. */
function weakTag(body: string | Uint8Array, bytes: number): string {
  return `W/"${bytes.toString(16)}-${hash('sha1', body, 'base64').slice(0, 27)}"`
}

/** RFC 9110, 13.1.2, by weak comparison; a reader who wants everything anew (no-cache) has it. */
function hasAlready({ headers }: IncomingMessage, tag: string): boolean {
  const known = headers['if-none-match']
  if (known === undefined || /(?:^|,)\s*no-cache\s*(?:,|$)/.test(headers['cache-control'] ?? '')) return false
  const opaque = tag.replace(/^W\//, '')
  return known.trim() === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === opaque)
}
