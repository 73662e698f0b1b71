/** The atlas over the real datasets on a port of its own, for programs that ask it from outside. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openAtlas } from '../contract/atlas-app.ts'

export interface Served {
  /** `http://127.0.0.1:<port>/ogc` */
  ogc: string
  host: string
  /** What our own interface answers at a path below /ogc. */
  ours(path: string): Promise<OurPage>
  close(): Promise<void>
}

export interface OurPage {
  numberMatched: number
  features: {
    id: string
    geometry: { type: string; coordinates: unknown } | null
    properties: Record<string, unknown>
  }[]
  collections: { id: string; featureCount: number }[]
}

export async function serve(): Promise<Served> {
  const atlas = await openAtlas()
  const server = createServer({ maxHeaderSize: 65_536 }, atlas.app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const host = `http://127.0.0.1:${port}`
  return {
    host,
    ogc: `${host}/ogc`,
    async ours(path) {
      const answer = await fetch(`${host}/ogc${path}`, { headers: { accept: 'application/json' } })
      if (!answer.ok) throw new Error(`${answer.status} ${path}: ${await answer.text()}`)
      return (await answer.json()) as OurPage
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
