/**
 * The whole HTTP side: tiles and the questions of the contract by plain handlers, everything else by Express, in the order in which a request meets it.
 * Listens to nothing.
 */
import type { RequestListener } from 'node:http'
import compression from 'compression'
import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import type { Config } from './config.ts'
import { admit } from './http/admit.ts'
import { mountAnswerFiles } from './http/answer-files.ts'
import { mountBasemap } from './http/basemap.ts'
import { clientAddress } from './http/client-address.ts'
import { addHeaders, allowOrigin, sendOptions } from './http/cors.ts'
import { mountDocuments, mountStyle } from './http/documents.ts'
import { mountDownloads } from './http/downloads.ts'
import { sendFailure } from './http/failure.ts'
import { mountFonts } from './http/fonts.ts'
import { mountHealth } from './http/health.ts'
import { queryObject } from './http/query-object.ts'
import { type Questions, questionHandler } from './http/questions.ts'
import { requestLog } from './http/request-log.ts'
import { securityHeaders } from './http/security.ts'
import type { ServerParts } from './http/server-parts.ts'
import { mountStaticClient } from './http/static-client.ts'
import { mountTileJson } from './http/tilejson.ts'
import { isTileAddress, tileHandler } from './http/tiles.ts'
import { mountOgc } from './ogc/mount-ogc.ts'
import type { Context } from './queries/query.ts'
import { Refusal } from './refusal.ts'

/** `checkAnswers`: every answer is parsed by its own schema before it is sent; for tests and development. */
export function createApp(parts: ServerParts, { checkAnswers = false } = {}): RequestListener {
  const { storage, graph, datasets, config, clock, cache } = parts
  const baseUrl = config.publicUrl ?? ''
  const context = { storage, graph, datasets, clock, baseUrl, cache }
  const limit = config.rateLimit > 0 ? limitOf(config) : null
  const onTile = tileHandler(parts)
  const questions = questionHandler(parts, { context, checkAnswers, limit })
  const onRest = createExpress(parts, { context, limit, questions })
  return (request, response) => {
    if (isTileAddress(request.url ?? '')) onTile(request, response)
    else if (!questions.handle(request, response)) onRest(request, response)
  }
}

interface Shared {
  context: Omit<Context, 'signal'>
  limit: RequestHandler | null
  questions: Questions
}

function createExpress(parts: ServerParts, { context, limit, questions }: Shared): express.Express {
  const { config, log, clock, metrics } = parts
  const security = securityHeaders(config)
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', config.trustProxy)
  app.set('query parser', queryObject)
  app.set('case sensitive routing', true)

  app.use(requestLog({ log, metrics, clock, isProxied: config.trustProxy > 0 }))
  app.use((_request, response, next) => {
    addHeaders(response, security)
    next()
  })
  app.use(gate(config.corsOrigins))
  mountHealth(app, parts)
  app.use(compression({ threshold: 1024 }))
  mountFonts(app)
  mountBasemap(app, config)
  mountStaticClient(app, config.client)
  if (limit) app.use(limit)
  mountDocuments(app, parts)
  mountStyle(app, parts)
  mountTileJson(app, parts)
  mountOgc(app, parts)
  mountDownloads(app, context)
  mountAnswerFiles(app, context)
  app.use(questions.behindExpress)
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

function limitOf({ rateLimit: perMinute, trustProxy }: Config): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: (request) => ipKeyGenerator(clientAddress(request, trustProxy)),
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
    sendFailure(thrown, response, String(response.locals.requestId), log, request.originalUrl)
  }
}
