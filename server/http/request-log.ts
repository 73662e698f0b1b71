/** One structured line a request, with its id, route, status and time; health checks and files only at debug level. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import type { Metrics } from './metrics.ts'
import { requestIdOf } from './request-id.ts'

interface Parts {
  log: Logger
  metrics: Metrics
  clock: Clock
}

interface Told extends Parts {
  requestId: string
  /** Without its query. */
  path: string
  /** Asked when the answer has gone. */
  routeOf(): string
}

/** Tells of a request once its answer has gone or its reader has left. */
export function logWhenClosed(request: IncomingMessage, response: ServerResponse, told: Told): void {
  const { log, metrics, clock, requestId, path, routeOf } = told
  const startMs = clock.nowMs()
  response.once('close', () => {
    const route = routeOf()
    const ms = clock.nowMs() - startMs
    const status = response.writableFinished ? response.statusCode : 499
    metrics.request(route, status, ms / 1000)
    const level = status >= 500 ? 'error' : route === 'file' || route === 'health' ? 'debug' : 'info'
    log[level]({ requestId, method: request.method, path: path.slice(0, 200), route, status, ms }, 'request')
  })
}

/** The same for what Express answers; handlers name their route in `response.locals`. */
export function requestLog({ isProxied, ...parts }: Parts & { isProxied: boolean }): RequestHandler {
  return (request, response, next) => {
    const requestId = requestIdOf(request, isProxied)
    response.locals.requestId = requestId
    response.setHeader('X-Request-Id', requestId)
    const routeOf = () => (typeof response.locals.route === 'string' ? response.locals.route : 'other')
    logWhenClosed(request, response, { ...parts, requestId, path: request.path, routeOf })
    next()
  }
}
