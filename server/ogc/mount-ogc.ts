/** Each operation of the OGC interface on its path below `/ogc`: the only file there that knows Express. */
import type { Express, Request, Response } from 'express'
import { PROBLEMS } from '#geodata/contract/problem.ts'
import { answerInTime } from '../http/answer-in-time.ts'
import { problemBody, refusalOf } from '../http/send-problem.ts'
import type { ServerParts } from '../http/server-parts.ts'
import { Refusal } from '../refusal.ts'
import { renderPage } from './html/page.ts'
import { problemPage } from './html/problem-page.ts'
import { OGC_STYLE } from './html/style.ts'
import { formatFor, hostFor, languageFor, prefersHtml } from './negotiate.ts'
import type { Asked, OgcContext, Operation } from './operation.ts'
import { HTML } from './operation.ts'
import { OPERATIONS } from './operations.ts'
import { COMMON_PARAMETERS } from './parameters.ts'
import { propertyParameters } from './queryables.ts'
import { sendPage, sendRepresentation } from './send-representation.ts'

export const ROOT = '/ogc'

export function mountOgc(app: Express, parts: ServerParts): void {
  const { storage, datasets, tiles, config, log, cache } = parts
  const context = { storage, datasets, tiles, cache }
  app.get(`${ROOT}/style.css`, (_request, response) => {
    response.locals.route = 'ogc-style'
    response.setHeader('Cache-Control', 'no-cache')
    response.type('css').send(OGC_STYLE)
  })
  for (const operation of OPERATIONS)
    app.get(`${ROOT}${operation.path}`, async (request, response) => {
      response.locals.route = `ogc-${operation.id}`
      try {
        const asked = askedOf(request, operation, config.publicUrl, context)
        const answer = await answerInTime(response, (signal) => operation.answer(asked, { ...context, signal }))
        await sendRepresentation(request, response, answer, asked)
      } catch (thrown) {
        if (!prefersHtml(request) || response.headersSent) throw thrown
        const refusal = refusalOf(thrown)
        if (refusal.code === 'internal-error')
          log.error({ requestId: response.locals.requestId, err: thrown }, 'failed')
        sendProblemPage(request, response, refusal, config.publicUrl)
      }
    })
  app.use(ROOT, (request: Request, response: Response) => {
    const refusal = new Refusal('not-found', 'There is nothing at this address; /ogc leads to all there is.')
    if (!prefersHtml(request)) throw refusal
    sendProblemPage(request, response, refusal, config.publicUrl)
  })
}

/** Meets the question: each parameter known and once, a form and a language found. */
function askedOf(
  request: Request,
  operation: Operation,
  publicUrl: string | null,
  context: Pick<OgcContext, 'datasets'>,
): Asked {
  const query = queryOf(request, operation, context)
  const host = hostFor(request, publicUrl)
  return {
    params: textParams(request.params),
    query,
    format: formatFor(request, query.get('f'), operation.formats),
    language: languageFor(request),
    root: `${host}${ROOT}`,
    self: `${host}${request.path.replace(/\/+$/, '')}`,
  }
}

function queryOf(
  request: Request,
  operation: Operation,
  context: Pick<OgcContext, 'datasets'>,
): ReadonlyMap<string, string> {
  const properties = operation.takesProperties ? propertyParameters(request.params, context) : []
  const known = new Set([...COMMON_PARAMETERS, ...operation.parameters].map(({ name }) => name).concat(properties))
  const query = new Map<string, string>()
  const unknown: string[] = []
  for (const [name, value] of Object.entries(request.query)) {
    if (!known.has(name)) unknown.push(name)
    else if (typeof value === 'string') query.set(name, value)
    else
      throw new Refusal('invalid-request', 'A parameter may stand once.', [
        { field: name, expected: 'one value', received: null },
      ])
  }
  if (unknown.length === 0) return query
  throw new Refusal(
    'unknown-parameter',
    `Not known here: ${unknown.map((name) => name.slice(0, 40)).join(', ')}. Read here: ${[...known].join(', ')}.`,
    unknown.map((field) => ({ field, expected: 'no such parameter', received: null })),
  )
}

function textParams(params: Request['params']): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]))
}

function sendProblemPage(request: Request, response: Response, refusal: Refusal, publicUrl: string | null): void {
  const language = languageFor(request)
  const host = hostFor(request, publicUrl)
  const asked: Asked = {
    params: {},
    query: new Map(),
    format: HTML,
    language,
    root: `${host}${ROOT}`,
    self: `${host}${request.path}`,
  }
  const problem = problemBody(refusal, String(response.locals.requestId))
  sendPage(response, PROBLEMS[refusal.code], renderPage(problemPage(problem, language), asked), language)
}
