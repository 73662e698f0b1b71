/**
 * The whole HTTP side: tiles by a plain handler, everything else by Express, in the order in which a request meets it.
 * Listens to nothing.
 */
import type { RequestListener } from 'node:http'
import compression from 'compression'
import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { admit } from './http/admit.ts'
import { mountAnswerFiles } from './http/answer-files.ts'
import { mountBasemap } from './http/basemap.ts'
import { allowOrigin, sendOptions } from './http/cors.ts'
import { mountDocuments, mountStyle } from './http/documents.ts'
import { mountDownloads } from './http/downloads.ts'
import { mountFonts } from './http/fonts.ts'
import { mountHealth } from './http/health.ts'
import { methodsAt } from './http/methods.ts'
import { mount } from './http/mount.ts'
import { queryObject } from './http/query-object.ts'
import { requestLog } from './http/request-log.ts'
import { securityHeaders } from './http/security.ts'
import { refusalOf, sendProblem } from './http/send-problem.ts'
import type { ServerParts } from './http/server-parts.ts'
import { mountStaticClient } from './http/static-client.ts'
import { mountTileJson } from './http/tilejson.ts'
import { isTileAddress, tileHandler } from './http/tiles.ts'
import { mountOgc } from './ogc/mount-ogc.ts'
import { createAnswerCache } from './queries/answer-cache.ts'
import { Refusal } from './refusal.ts'

/** `checkAnswers`: every answer is parsed by its own schema before it is sent; for tests and development. */
export function createApp(parts: ServerParts, { checkAnswers = false } = {}): RequestListener {
  const onTile = tileHandler(parts)
  const onRest = createExpress(parts, checkAnswers)
  return (request, response) => (isTileAddress(request.url ?? '') ? onTile : onRest)(request, response)
}

function createExpress(parts: ServerParts, checkAnswers: boolean): express.Express {
  const { storage, graph, datasets, config, log, clock, metrics } = parts
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', config.trustProxy)
  app.set('query parser', queryObject)
  app.set('case sensitive routing', true)

  app.use(requestLog({ log, metrics, clock, isProxied: config.trustProxy > 0 }))
  app.use(securityHeaders(config))
  app.use(gate(config.corsOrigins))
  mountHealth(app, parts)
  app.use(compression({ threshold: 1024 }))
  mountFonts(app)
  mountBasemap(app, config)
  mountStaticClient(app, config.client)
  if (config.rateLimit > 0) app.use(limit(config.rateLimit))
  mountDocuments(app, parts)
  mountStyle(app, parts)
  mountTileJson(app, parts)
  mountOgc(app, parts)
  const baseUrl = config.publicUrl ?? ''
  const context = { storage, graph, datasets, clock, baseUrl, cache: createAnswerCache(storage) }
  mountDownloads(app, context)
  mountAnswerFiles(app, context)
  mount(app, context, { checkAnswers })
  app.use(() => {
    throw new Refusal('not-found', 'There is nothing at this address; /docs describes what there is.')
  })
  app.use(onFailure(parts))
  return app
}

/** Lets in what may be answered at all, and answers OPTIONS. */
function gate(origins: readonly string[]): RequestHandler {
  return (request, response, next) => {
    allowOrigin(request, response, origins)
    admit(request)
    if (request.method === 'OPTIONS') sendOptions(request, response)
    else next()
  }
}

function limit(perMinute: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // Forwarded addresses are believed or not by the option trust-proxy, which is documented there.
    validate: false,
    handler: () => {
      throw new Refusal('too-many-requests', `At most ${perMinute} questions a minute: wait as Retry-After says.`)
    },
  })
}

function onFailure({ log }: ServerParts): ErrorRequestHandler {
  // Express knows a failure handler by its four parameters.
  return (thrown, request, response, _next) => {
    const refusal = refusalOf(thrown)
    const { requestId } = response.locals
    if (refusal.code === 'internal-error') log.error({ requestId, err: thrown }, 'request failed')
    if (refusal.code === 'method-not-allowed') response.setHeader('Allow', methodsAt(request.originalUrl).join(', '))
    if (refusal.code === 'payload-too-large') response.setHeader('Connection', 'close')
    sendProblem(response, refusal, String(requestId))
  }
}
