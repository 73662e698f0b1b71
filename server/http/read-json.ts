/** The body of a question, read whole up to a bound: JSON text in UTF-8, uncompressed. */
import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { Refusal } from '../refusal.ts'

/** A shape of 5,000 positions with all their digits takes about 200 kB. */
export const LONGEST_BODY_BYTES = 512 * 1024

/** Throws a refusal for another type, for too much and for what is no JSON. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers
  if (!/^application\/(json|[a-z0-9.-]+\+json)\s*(;\s*charset=utf-8\s*)?$/i.test(type) || encoding !== 'identity')
    throw new Refusal('invalid-request', 'Send the question as application/json in UTF-8, not compressed.')
  const bytes = await readBytes(request)
  try {
    if (isUtf8(bytes)) return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''))
  } catch {
    // Told below, as what is no UTF-8 is.
  }
  throw new Refusal('invalid-request', 'The body is no JSON text in UTF-8.')
}

/** By events: an iterator over the stream takes longer than reading a short question. */
function readBytes(request: IncomingMessage): Promise<Buffer> {
  return new Promise((done, fail) => {
    const chunks: Buffer[] = []
    let bytes = 0
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > LONGEST_BODY_BYTES) {
        request.pause()
        fail(tooLong())
      } else chunks.push(chunk)
    })
    request.once('end', () => done(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)))
    request.once('error', fail)
    request.once('close', () => fail(new Error('the reader left before the question was whole')))
  })
}

export function tooLong(): Refusal {
  return new Refusal('payload-too-large', `A question has at most ${LONGEST_BODY_BYTES / 1024} kB.`)
}
