/**
 * The endpoints of the contract, answered in front of Express as tiles are: Express takes longer to find and send an answer than
 * most questions take. The same checks in the same order: log, security headers, origin, admission, rate, schemas, time.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import compression from 'compression'
import type { RequestHandler } from 'express'
import type * as z from 'zod'
import { type EndpointId, endpoints } from '#geodata/contract/endpoints.ts'
import { queries } from '../queries/index.ts'
import type { AnyQuery, Context } from '../queries/query.ts'
import { readAnswer } from '../queries/written-answer.ts'
import { admit } from './admit.ts'
import { answerInTime } from './answer-in-time.ts'
import { addHeaders, originHeaders, sendOptions } from './cors.ts'
import { sendFailure } from './failure.ts'
import { parsed } from './parsed.ts'
import { queryObject } from './query-object.ts'
import { type AskedEndpoint, questionAt } from './question-routes.ts'
import { readJson } from './read-json.ts'
import { requestIdOf } from './request-id.ts'
import { logWhenClosed } from './request-log.ts'
import { securityHeaders } from './security.ts'
import { sendJson } from './send-json.ts'
import type { ServerParts } from './server-parts.ts'

export interface Questions {
  /** Answers what is a question of the contract; false where the address or method is none. */
  handle(request: IncomingMessage, response: ServerResponse): boolean
  /** The same behind headers and checks of Express, for addresses in forms that only it reads. */
  behindExpress: RequestHandler
}

interface Options {
  context: Omit<Context, 'signal'>
  /** Parse each answer by its schema before sending it (development and tests); a fault is an internal error. */
  checkAnswers: boolean
  /** Counts questions by address; null where there is no limit. */
  limit: RequestHandler | null
}

/** Middleware as it is for plain requests; the types of its packages speak of Express. */
type Step = (request: IncomingMessage, response: ServerResponse, next: (fault?: unknown) => void) => unknown

export function questionHandler(parts: ServerParts, { context, checkAnswers, limit }: Options): Questions {
  const { config } = parts
  const isProxied = config.trustProxy > 0
  const security = securityHeaders(config)
  const compress = compression({ threshold: 1024 }) as unknown as Step
  const counting = limit as unknown as Step | null
  // The limiter adds headers by the name that Express has for it.
  const limiting: Step | null =
    counting &&
    ((request, response, next) => counting(request, Object.assign(response, { append: response.appendHeader }), next))

  async function answer(request: IncomingMessage, response: ServerResponse, asked: AskedEndpoint, headers: string[]) {
    const answered = await ask(asked, request, response, context)
    if (checkAnswers) endpoints[asked.id].output.parse(readAnswer(answered))
    sendJson(request, response, answered, headers)
  }

  async function meet(request: IncomingMessage, response: ServerResponse, asked: AskedEndpoint, headers: string[]) {
    admit(request)
    if (request.method === 'OPTIONS') {
      addHeaders(response, headers)
      return sendOptions(request, response)
    }
    const isPlain = request.headers['accept-encoding'] === undefined
    if (isPlain) headers.push('Vary', 'Accept-Encoding')
    else {
      addHeaders(response, headers)
      await passed(compress, request, response)
    }
    if (limiting) await passed(limiting, request, response)
    await answer(request, response, asked, isPlain ? headers : [])
  }

  return {
    handle(request, response) {
      const asked = questionAt(request.url ?? '')
      if (!asked) return false
      const requestId = requestIdOf(request, isProxied)
      const headers = ['X-Request-Id', requestId, ...security, ...originHeaders(request, config.corsOrigins)]
      logWhenClosed(request, response, { ...parts, requestId, path: asked.path, routeOf: () => asked.id })
      meet(request, response, asked, headers).catch((thrown: unknown) => {
        if (!response.headersSent && !response.hasHeader('X-Request-Id')) addHeaders(response, headers)
        sendFailure(thrown, response, requestId, parts.log)
      })
      return true
    },
    async behindExpress(request, response, next) {
      const asked = questionAt(request.url)
      if (!asked) return next()
      response.locals.route = asked.id
      await answer(request, response, asked, [])
    },
  }
}

/** Waits until a step of middleware lets the request go on. */
function passed(step: Step, request: IncomingMessage, response: ServerResponse): Promise<void> {
  return new Promise((done, fail) => {
    const going = step(request, response, (fault) => (fault === undefined ? done() : fail(fault)))
    if (going instanceof Promise) going.catch(fail)
  })
}

async function ask(
  { id, params: given, query: text }: AskedEndpoint,
  request: IncomingMessage,
  response: ServerResponse,
  context: Omit<Context, 'signal'>,
) {
  const params = parsed(endpoints[id].params, given(), 'the address')
  const query = parsed(endpoints[id].query, { ...queryObject(text) }, 'the parameters')
  const body = await bodyOf(id, request)
  // The index pairs each id with its own query; the compiler cannot follow a union of ids.
  const run = queries[id] as unknown as AnyQuery<EndpointId>
  return answerInTime(
    response,
    (signal) => run({ params, query, body } as Parameters<typeof run>[0], { ...context, signal }),
    { startUnderWay: context.graph.startUnderWay },
  )
}

/** The question in a body, or null where the endpoint reads none. */
async function bodyOf(id: EndpointId, request: IncomingMessage): Promise<unknown> {
  const schema: z.ZodType | null = endpoints[id].body
  return schema === null ? null : parsed(schema, await readJson(request), 'the body')
}
