/** `/health/live`: the process answers. `/health/ready`: storage answers and holds data, and routes can be planned or never will be. `/metrics`: figures for Prometheus. */
import type { Express } from 'express'
import { Refusal } from '../refusal.ts'
import type { ServerParts } from './server-parts.ts'

export function mountHealth(app: Express, { storage, graph, metrics }: ServerParts): void {
  app.get('/health/live', (_request, response) => {
    response.locals.route = 'health'
    response.setHeader('Cache-Control', 'no-store')
    response.json({ status: 'live' })
  })
  app.get('/health/ready', async (_request, response) => {
    response.locals.route = 'health'
    response.setHeader('Cache-Control', 'no-store')
    await storage.ping().catch((cause: unknown) => {
      throw new Refusal('not-ready', 'The database does not answer.', [
        { field: 'storage', expected: 'an answer', received: cause instanceof Error ? cause.name : null },
      ])
    })
    const datasets = await storage.datasets()
    if (datasets.length === 0) throw new Refusal('not-ready', 'The database holds no data yet.')
    const routing = graph.state()
    if (routing === 'starting') throw new Refusal('not-ready', 'The transport network is still being loaded.')
    response.json({ status: 'ready', datasets: datasets.length, routing })
  })
  app.get('/metrics', async (_request, response) => {
    response.locals.route = 'metrics'
    response.setHeader('Cache-Control', 'no-store')
    response.type(metrics.contentType).send(await metrics.text())
  })
}
