/** One structured line a request, with its id, route, status and time; health checks and files only at debug level. */
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import type { Metrics } from './metrics.ts'
import { requestIdOf } from './request-id.ts'

export function requestLog(parts: { log: Logger; metrics: Metrics; clock: Clock; isProxied: boolean }): RequestHandler {
  const { log, metrics, clock, isProxied } = parts
  return (request, response, next) => {
    const startMs = clock.nowMs()
    const requestId = requestIdOf(request, isProxied)
    response.locals.requestId = requestId
    response.setHeader('X-Request-Id', requestId)
    response.once('close', () => {
      const route = typeof response.locals.route === 'string' ? response.locals.route : 'other'
      const ms = clock.nowMs() - startMs
      const status = response.writableFinished ? response.statusCode : 499
      metrics.request(route, status, ms / 1000)
      const level = status >= 500 ? 'error' : route === 'file' || route === 'health' ? 'debug' : 'info'
      log[level]({ requestId, method: request.method, path: request.path.slice(0, 200), route, status, ms }, 'request')
    })
    next()
  }
}
