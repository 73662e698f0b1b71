/** Asks the OGC interface for the tests of its conformance, and holds what it says to the shapes the standards give. */
import { createServer, type Server } from 'node:http'
import request from 'supertest'
import * as z from 'zod'
import { type AtlasApp, openAtlas } from './atlas-app.ts'

export const CRS84_URI = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'
export const epsg = (code: number) => `http://www.opengis.net/def/crs/EPSG/0/${code}`

export const LinkJson = z.looseObject({ href: z.string(), rel: z.string(), type: z.string().optional() })
export type LinkJson = z.output<typeof LinkJson>

export const CollectionJson = z.looseObject({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  attribution: z.string(),
  itemType: z.literal('feature'),
  crs: z.array(z.url()),
  storageCrs: z.url(),
  featureCount: z.number(),
  temporalProperty: z.string().nullable(),
  extent: z.object({
    spatial: z.object({ bbox: z.array(z.array(z.number()).length(4)).min(1), crs: z.literal(CRS84_URI) }).optional(),
    temporal: z
      .object({ interval: z.array(z.tuple([z.string().nullable(), z.string().nullable()])).min(1), trs: z.string() })
      .optional(),
  }),
  links: z.array(LinkJson),
})
export type CollectionJson = z.output<typeof CollectionJson>

export const FeatureJson = z.looseObject({
  type: z.literal('Feature'),
  id: z.string(),
  geometry: z.object({ type: z.string(), coordinates: z.array(z.unknown()) }).nullable(),
  properties: z.record(z.string(), z.unknown()),
})
export type FeatureJson = z.output<typeof FeatureJson>

export const FeaturesJson = z.looseObject({
  type: z.literal('FeatureCollection'),
  features: z.array(FeatureJson),
  links: z.array(LinkJson),
  numberMatched: z.number().int().min(0),
  numberReturned: z.number().int().min(0),
})
export type FeaturesJson = z.output<typeof FeaturesJson>

export interface OgcClient {
  atlas: AtlasApp
  /** Listens at one port, so that links, and with them tags, are the same in each answer. */
  server: Server
  /** The answer as it came; `path` is below /ogc. */
  get(path: string, headers?: Record<string, string>): Promise<request.Response>
  /** A JSON answer that must be 200. */
  json(path: string): Promise<Record<string, unknown>>
  collections(): Promise<CollectionJson[]>
  items(id: string, query?: Record<string, string | number>): Promise<FeaturesJson>
  /** Every feature, page after page. */
  all(id: string, query?: Record<string, string | number>): Promise<FeatureJson[]>
}

export async function openOgc(): Promise<OgcClient> {
  const atlas = await openAtlas()
  const server = createServer({ maxHeaderSize: 65_536 }, atlas.app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  const get = (path: string, headers: Record<string, string> = {}) =>
    request(server)
      .get(path.startsWith('/ogc') || path.startsWith('http') ? pathOf(path) : `/ogc${path}`)
      .set({ accept: 'application/json', ...headers })
      .then((answer) => answer)
  const json = async (path: string) => {
    const answer = await get(path)
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text?.slice(0, 300)}`)
    return (
      answer.body instanceof Object && Object.keys(answer.body).length > 0 ? answer.body : JSON.parse(answer.text)
    ) as Record<string, unknown>
  }
  const client: OgcClient = {
    atlas,
    server,
    get,
    json,
    collections: async () => z.array(CollectionJson).parse((await json('/collections')).collections),
    items: async (id, query = {}) => FeaturesJson.parse(await json(addressOf(id, query))),
    async all(id, query = {}) {
      const features: FeatureJson[] = []
      let next: string | undefined = addressOf(id, { limit: 1000, ...query })
      while (next !== undefined) {
        const page: FeaturesJson = FeaturesJson.parse(await json(next))
        features.push(...page.features)
        next = page.links.find(({ rel }) => rel === 'next')?.href
      }
      return features
    },
  }
  return client
}

function addressOf(id: string, query: Record<string, string | number>): string {
  const text = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()
  return `/collections/${id}/items${text === '' ? '' : `?${text}`}`
}

/** Links may be absolute: the test's server answers at any port. */
export function pathOf(href: string): string {
  return href.replace(/^https?:\/\/[^/]+/, '')
}
