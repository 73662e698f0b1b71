/**
 * `/tiles/<dataset>/<z>/<x>/<y>.mvt` and the relief's `.png`, answered in front of Express, which would halve the rate.
 * Bytes go out as stored. Clients that do not speak of encodings get gzip (RFC 9110, 12.5.3 allows any); those that
 * refuse gzip get it undone.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { RELIEF } from '#geodata/datasets/relief/manifest.ts'
import { Refusal } from '../refusal.ts'
import type { ZoomRange } from '../tiles/tile-service.ts'
import { admit } from './admit.ts'
import { addHeaders, originHeaders, sendOptions } from './cors.ts'
import { requestIdOf } from './request-id.ts'
import { BYTES_HEADERS } from './security.ts'
import { refusalOf, sendProblem } from './send-problem.ts'
import type { ServerParts } from './server-parts.ts'

const ADDRESS = /^\/tiles\/([a-z0-9][a-z0-9-]{0,99})\/(0|[1-9]\d?)\/(0|[1-9]\d{0,8})\/(0|[1-9]\d{0,8})\.(mvt|png)$/
const HIGHEST_ZOOM = 24
/** A versioned address never changes its bytes; another may after the next load of data. */
const FOR_EVER = 'public, max-age=31536000, immutable'
const FOR_A_MINUTE = 'public, max-age=60, must-revalidate'
const BYTES: readonly string[] = Object.entries(BYTES_HEADERS).flat()
const VARY: readonly string[] = ['Vary', 'Accept-Encoding']
const MEDIA_TYPES = { mvt: 'application/vnd.mapbox-vector-tile', png: 'image/png' } as const

export interface TileAddress {
  id: string
  z: number
  x: number
  y: number
  format: 'mvt' | 'png'
  /** The version that the address asks for. */
  version: string | null
}

const undoGzip = promisify(gunzip)

/** Whether an address belongs to this handler: all below `/tiles/` but the TileJSON documents. */
export function isTileAddress(url: string): boolean {
  return url.startsWith('/tiles/') && !/^\/tiles\/[^/?]*(\?|$)/.test(url)
}

export function tileHandler(parts: ServerParts) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const requestId = requestIdOf(request, parts.config.trustProxy > 0)
    // Written in one go: Node checks and keeps headers set one by one, which costs a fifth of the rate.
    const headers = ['X-Request-Id', requestId, ...BYTES, ...originHeaders(request, parts.config.corsOrigins)]
    answer(request, response, parts, headers).catch((thrown: unknown) => {
      const refusal = refusalOf(thrown)
      const isOurs = refusal.code === 'internal-error'
      parts.metrics.tile(isOurs ? 'failed' : 'refused')
      if (isOurs) parts.log.error({ requestId, err: thrown, path: request.url?.slice(0, 200) }, 'tile failed')
      addHeaders(response, headers)
      if (refusal.code === 'method-not-allowed') response.setHeader('Allow', 'GET, HEAD, OPTIONS')
      if (refusal.code === 'payload-too-large') response.setHeader('Connection', 'close')
      sendProblem(response, refusal, requestId)
    })
  }
}

/** Sends the tile or throws; `headers` (name, value, …) go with it. */
async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  parts: ServerParts,
  headers: readonly string[],
): Promise<void> {
  admit(request)
  if (request.method === 'OPTIONS') {
    addHeaders(response, headers)
    sendOptions(request, response)
    return
  }
  const address = parseTileAddress(request.url ?? '')
  const { versions, metrics, log } = parts
  const tile = await readTile(address, parts)
  if (log.isLevelEnabled('debug')) log.debug({ ...address, bytes: tile.bytes.byteLength }, 'tile')
  const isCurrent = address.version !== null && address.version === versions.of(address.id)
  const withAge = [...headers, 'Cache-Control', isCurrent ? FOR_EVER : FOR_A_MINUTE]
  if (tile.bytes.byteLength === 0) {
    metrics.tile('empty')
    response.writeHead(204, withAge).end()
    return
  }
  metrics.tile(await sendTile(request, response, tile, withAge))
}

interface FoundTile {
  bytes: Uint8Array
  etag: string
  format: TileAddress['format']
}

async function readTile(address: TileAddress, { tiles }: ServerParts): Promise<FoundTile> {
  const { id, z, x, y, format } = address
  if (format === 'png') {
    const tile = await tiles.rasterTile(id, z, x, y)
    if (tile) return { bytes: tile.png, etag: `"${tile.etag}"`, format }
    if (id === RELIEF.id && z >= RELIEF.minZoom && z <= RELIEF.maxZoom)
      return { bytes: new Uint8Array(0), etag: '', format }
  } else {
    const tile = tiles.remembered(id, z, x, y) ?? (await tiles.tile(id, z, x, y))
    if (tile) return { bytes: tile.gzip, etag: tile.etag, format }
  }
  throw new Refusal('not-found', notThere(address, format === 'png' ? undefined : tiles.zoomRange(id)))
}

async function sendTile(
  request: IncomingMessage,
  response: ServerResponse,
  { bytes, etag, format }: FoundTile,
  headers: readonly string[],
): Promise<'sent' | 'not-modified'> {
  const mustUnpack = format === 'mvt' && refusesGzip(request.headers['accept-encoding'])
  // Other bytes, other tag: a strong tag names exactly the bytes sent.
  const tag = mustUnpack ? etag.replace(/"$/, '-plain"') : etag
  const tagged = [...headers, 'ETag', tag, ...(format === 'mvt' ? VARY : [])]
  if (matches(request.headers['if-none-match'], tag)) {
    response.writeHead(304, tagged).end()
    return 'not-modified'
  }
  const body = mustUnpack ? await undoGzip(bytes) : bytes
  if (format === 'mvt' && !mustUnpack) tagged.push('Content-Encoding', 'gzip')
  tagged.push('Content-Type', MEDIA_TYPES[format], 'Content-Length', String(body.byteLength))
  response.writeHead(200, tagged).end(request.method === 'HEAD' ? undefined : body)
  return 'sent'
}

/** Dataset, zoom, column and row of an address; refuses anything else, and columns and rows beyond the zoom's edge. */
export function parseTileAddress(url: string): TileAddress {
  const cut = url.indexOf('?')
  const match = ADDRESS.exec(cut < 0 ? url : url.slice(0, cut))
  const [, id, zText, xText, yText, format] = match ?? []
  if (id === undefined || (format !== 'mvt' && format !== 'png'))
    throw new Refusal('invalid-request', 'Expected /tiles/<dataset>/<z>/<x>/<y>.mvt with whole numbers.')
  const [z, x, y] = [Number(zText), Number(xText), Number(yText)]
  if (z > HIGHEST_ZOOM || x >= 2 ** z || y >= 2 ** z)
    throw new Refusal('invalid-request', `Expected z from 0 to ${HIGHEST_ZOOM}, x and y from 0 to 2^z − 1.`)
  return { id, z, x, y, format, version: cut < 0 ? null : versionOf(url.slice(cut + 1)) }
}

function versionOf(query: string): string {
  const match = /^v=([A-Za-z0-9._-]{1,100})$/.exec(query)
  if (!match?.[1])
    throw new Refusal('unknown-parameter', 'Tiles take one parameter, v: the version from their TileJSON.')
  return match[1]
}

function notThere({ id }: TileAddress, range: ZoomRange | undefined): string {
  if (!range) return 'There are no such tiles; /tiles.json lists those there are.'
  return `Tiles of ${id} exist from zoom ${range.minZoom} to ${range.maxZoom}.`
}

function refusesGzip(header: string | string[] | undefined): boolean {
  if (header === undefined) return false
  const offers = String(header)
    .toLowerCase()
    .split(',')
    .map((offer) => offer.trim().split(/\s*;\s*q=/))
  const offer = offers.find(([name]) => name === 'gzip') ?? offers.find(([name]) => name === '*')
  return offer === undefined ? true : Number(offer[1] ?? 1) === 0
}

function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  return header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}
