/** Links of the OGC interface: built in one place, so that addresses, types and relations agree everywhere. */
import type { Asked, Format } from './operation.ts'

export interface Link {
  href: string
  rel: string
  type?: string
  title?: string
  hreflang?: string
  templated?: boolean
}

export const REL = {
  queryables: 'http://www.opengis.net/def/rel/ogc/1.0/queryables',
  sortables: 'http://www.opengis.net/def/rel/ogc/1.0/sortables',
  schema: 'http://www.opengis.net/def/rel/ogc/1.0/schema',
  tilesets: 'http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector',
  tilingScheme: 'http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme',
  tilingSchemes: 'http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes',
  styles: 'http://www.opengis.net/def/rel/ogc/1.0/styles',
  geodata: 'http://www.opengis.net/def/rel/ogc/1.0/geodata',
} as const

/** `self` in the form sent and `alternate` in the others, each with the question's own parameters. */
export function selfLinks({ self, query, format, language }: Asked, formats: readonly Format[]): Link[] {
  return formats.map((one) => ({
    href: withQuery(self, [...query], { f: one.id }),
    rel: one.id === format.id ? 'self' : 'alternate',
    type: one.mediaType,
    title: one.id === format.id ? 'This document' : `This document as ${one.id.toUpperCase()}`,
    hreflang: language,
  }))
}

/** An address with some parameters changed; undefined takes one away. */
export function withQuery(
  address: string,
  query: Iterable<readonly [string, string]>,
  changes: Readonly<Record<string, string | undefined>> = {},
): string {
  const parameters = new Map(query)
  for (const [name, value] of Object.entries(changes))
    if (value === undefined) parameters.delete(name)
    else parameters.set(name, value)
  const text = new URLSearchParams([...parameters]).toString()
  return text === '' ? address : `${address}?${text}`
}

/** A link to another resource of the interface, in the reader's language where that was asked for by parameter. */
export function linkTo({ root, query }: Asked, path: string, link: Omit<Link, 'href'>): Link {
  const lang = query.get('lang')
  return { href: withQuery(`${root}${path}`, lang === undefined ? [] : [['lang', lang]]), ...link }
}
