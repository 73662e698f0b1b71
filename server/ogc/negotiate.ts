/** What form and what language the reader takes, and where the server is: from parameters first, then from headers. */
import type { Request } from 'express'
import { Language } from '#geodata/contract/provenance.ts'
import { Refusal } from '../refusal.ts'
import type { Format } from './operation.ts'

/** `f=` wins over Accept; a reader who accepts anything gets the first form. */
export function formatFor(request: Request, f: string | undefined, formats: readonly Format[]): Format {
  const [first] = formats
  if (f !== undefined) {
    const named = formats.find(({ id }) => id === f)
    if (named) return named
    const expected = `one of ${formats.map(({ id }) => id).join(', ')}`
    throw new Refusal('invalid-request', `This resource is had as ${expected}.`, [
      { field: 'f', expected, received: f },
    ])
  }
  const offered = formats.flatMap(({ accepts }) => accepts)
  const chosen = request.accepts(offered)
  const format = formats.find(({ accepts }) => chosen !== false && accepts.includes(chosen))
  if (format && first) return format
  throw new Refusal('not-acceptable', `This resource is had as ${formats.map((one) => one.mediaType).join(', ')}.`)
}

/** True where a problem is better told as a page. */
export function prefersHtml(request: Request): boolean {
  const f = request.query.f
  if (typeof f === 'string') return f === 'html'
  return request.accepts(['application/problem+json', 'application/json', 'text/html']) === 'text/html'
}

/** `lang=` wins over Accept-Language; English where neither names one of ours. */
export function languageFor(request: Request): Language {
  const named = Language.safeParse(request.query.lang)
  if (named.success) return named.data
  const wanted = request.acceptsLanguages()
  for (const tag of wanted) {
    const language = Language.safeParse(tag.slice(0, 2).toLowerCase())
    if (language.success) return language.data
  }
  return 'en'
}

/**
 * Scheme and host for links, or '' for links relative to the host. The Host header is never believed, only confirmed: where
 * it names the very address and port on which this connection arrived (or localhost with that port), links can be absolute,
 * which some clients need. All else is up to the option public-url.
 */
export function hostFor(request: Request, publicUrl: string | null): string {
  if (publicUrl !== null) return publicUrl
  const { localAddress = '', localPort } = request.socket
  const address = localAddress.replace(/^::ffff:/, '')
  const literal = address.includes(':') ? `[${address}]` : address
  const host = request.headers.host ?? ''
  const isLoopback = address === '127.0.0.1' || address === '::1'
  const isOwn = host === `${literal}:${localPort}` || (isLoopback && host === `localhost:${localPort}`)
  return isOwn ? `http://${host}` : ''
}
