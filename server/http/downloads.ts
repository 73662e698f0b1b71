/**
 * `/api/export/<dataset>.<format>`: a file, chunk by chunk as the reader takes it. What can be refused is refused before
 * the first byte; after it, a failure can only cut the connection, which every client sees as a broken download.
 */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Express, Request, Response } from 'express'
import { downloads } from '#geodata/contract/export.ts'
import type { ExportContent, ExportFormat } from '../export/format.ts'
import { EXPORT_FORMATS } from '../export/formats.ts'
import { prepareExport } from '../export/prepare-export.ts'
import type { Context } from '../queries/query.ts'
import { Refusal } from '../refusal.ts'
import { parsed } from './parsed.ts'

const LONGEST_EXPORT_MS = 120_000
const LARGEST_FILE_BYTES = 512 * 1024 * 1024
/** Files are made beside the answers to everybody else's questions. */
const MOST_AT_ONCE = 4
const RETRY_AFTER_S = 5

export function mountDownloads(app: Express, context: Omit<Context, 'signal'>): void {
  let running = 0
  app.get(downloads.exportDataset.path, async (request, response) => {
    response.locals.route = 'exportDataset'
    if (running >= MOST_AT_ONCE) {
      response.setHeader('Retry-After', RETRY_AFTER_S)
      throw new Refusal('too-many-requests', `${MOST_AT_ONCE} files are being made already: try again in a moment.`)
    }
    running += 1
    try {
      await sendExport(request, response, context)
    } finally {
      running -= 1
    }
  })
}

async function sendExport(request: Request, response: Response, context: Omit<Context, 'signal'>): Promise<void> {
  const { params: paramsSchema, query: querySchema } = downloads.exportDataset
  const params = parsed(paramsSchema, request.params, 'the address')
  const query = parsed(querySchema, { ...request.query }, 'the parameters')
  const format = formatOf(params.format)
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  const signal = AbortSignal.any([gone.signal, AbortSignal.timeout(LONGEST_EXPORT_MS)])
  const { content, stem } = await prepareExport(params.dataset, query, { ...context, signal })
  if (!format.holdsTables && content.dataset.geometry === 'none')
    throw new Refusal('not-acceptable', `${format.title} holds places; this dataset has none. Ask for csv or xlsx.`)
  // HEAD is answered by the same headers without making the file.
  if (request.method === 'HEAD') {
    describeFile(response, format, stem)
    response.end()
    return
  }
  const chunks = bounded(format, content)
  try {
    const first = await firstOf(chunks, gone.signal, signal)
    if (first === null) return
    describeFile(response, format, stem)
    await pipeline(Readable.from(joined(first, chunks), { objectMode: false }), response)
  } catch (fault) {
    if (!gone.signal.aborted) throw fault
  } finally {
    // Whatever happened, the writer lets go of its temporary files.
    await chunks.return(undefined)
  }
}

/** The first chunk, before any header is sent, so that a failure until then is a proper answer. null: the reader has left. */
async function firstOf(chunks: AsyncGenerator<Uint8Array>, gone: AbortSignal, signal: AbortSignal) {
  try {
    return await chunks.next()
  } catch (fault) {
    if (gone.aborted) return null
    if (signal.aborted) throw tooLong()
    throw fault
  }
}

async function* joined(first: IteratorResult<Uint8Array>, rest: AsyncGenerator<Uint8Array>) {
  if (first.done) return
  yield first.value
  yield* rest
}

async function* bounded(format: ExportFormat, content: ExportContent): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of format.write(content)) {
    const buffer = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    bytes += buffer.byteLength
    if (bytes > LARGEST_FILE_BYTES) throw tooLarge()
    yield buffer
  }
}

function describeFile(response: Response, { mediaType, extension }: ExportFormat, stem: string): void {
  response.setHeader('Content-Type', mediaType)
  // The name is ASCII letters, digits, dots, hyphens and underscores: nothing to escape.
  response.setHeader('Content-Disposition', `attachment; filename="${stem}.${extension}"`)
  response.setHeader('Cache-Control', 'no-cache')
}

function formatOf(id: string): ExportFormat {
  const format = EXPORT_FORMATS.find((candidate) => candidate.id === id)
  if (format) return format
  const known = EXPORT_FORMATS.map((candidate) => candidate.id).join(', ')
  throw new Refusal('not-found', `No such format. There are ${known}.`, [
    { field: 'format', expected: known, received: id },
  ])
}

function tooLarge(): Refusal {
  return new Refusal('query-too-long', `A file holds at most ${LARGEST_FILE_BYTES >> 20} MB: narrow the selection.`)
}

function tooLong(): Refusal {
  return new Refusal('query-too-long', `No file within ${LONGEST_EXPORT_MS / 1000} s: narrow the selection.`)
}
