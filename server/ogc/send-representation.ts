/** Sends an answer under a strong tag of its own bytes: each form, language and encoding of an answer has its own. */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Request, Response } from 'express'
import type { Language } from '#geodata/contract/provenance.ts'
import { renderPage } from './html/page.ts'
import type { Answer, Asked } from './operation.ts'

const compress = promisify(gzip)
const unpack = promisify(gunzip)
/** Shorter answers are not worth compressing. */
const COMPRESS_FROM_BYTES = 1024

export async function sendRepresentation(
  request: Request,
  response: Response,
  answer: Answer,
  asked: Asked,
): Promise<void> {
  const takesGzip = request.acceptsEncodings('gzip', 'identity') === 'gzip'
  const { bytes, isGzip } = await encode(answer, asked, takesGzip)
  response.vary('Accept, Accept-Language, Accept-Encoding')
  if (bytes.byteLength === 0) return void response.status(204).end()
  // A proxy that changed the encoding would break the tag.
  response.setHeader('Cache-Control', 'no-cache, no-transform')
  response.setHeader('ETag', `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`)
  response.setHeader('Content-Type', contentType(asked.format.mediaType))
  if (answer.kind === 'document') {
    response.setHeader('Content-Language', asked.language)
    for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value)
  }
  if (isGzip) response.setHeader('Content-Encoding', 'gzip')
  if (request.fresh) return void response.status(304).end()
  response.setHeader('Content-Length', bytes.byteLength)
  response.end(request.method === 'HEAD' ? undefined : bytes)
}

async function encode(
  answer: Answer,
  asked: Asked,
  takesGzip: boolean,
): Promise<{ bytes: Uint8Array; isGzip: boolean }> {
  if (answer.kind === 'bytes') {
    const isPlain = !takesGzip && answer.gzip.byteLength > 0
    return { bytes: isPlain ? await unpack(answer.gzip) : answer.gzip, isGzip: !isPlain }
  }
  const isPage = asked.format.id === 'html'
  const text = isPage ? renderPage(answer.page(), asked) : JSON.stringify(answer.json)
  const bytes = Buffer.from(text)
  const isGzip = takesGzip && bytes.byteLength >= COMPRESS_FROM_BYTES
  return { bytes: isGzip ? await compress(bytes) : bytes, isGzip }
}

export function sendPage(response: Response, status: number, html: string, language: Language): void {
  response.status(status)
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Content-Language', language)
  response.vary('Accept, Accept-Language')
  response.type('html').send(html)
}

function contentType(mediaType: string): string {
  return mediaType === 'text/html' ? 'text/html; charset=utf-8' : mediaType
}
