/** Each endpoint of the contract on its path: parse, ask the query within its time, send. The only place that knows Express and queries. */
import type { Express, Request, Response } from 'express'
import type * as z from 'zod'
import { type EndpointId, endpoints } from '#geodata/contract/endpoints.ts'
import { queries } from '../queries/index.ts'
import type { Context, Query } from '../queries/query.ts'
import { type Fault, Refusal } from '../refusal.ts'

const LONGEST_ANSWER_MS = 10_000

/** `checkAnswers`: parse each answer by its schema before sending it (development and tests); a fault is an internal error. */
export function mount(app: Express, context: Omit<Context, 'signal'>, options: { checkAnswers: boolean }): void {
  for (const id of Object.keys(endpoints) as EndpointId[]) {
    app.get(endpoints[id].path, async (request, response) => {
      response.locals.route = id
      const answer = await ask(id, request, response, context)
      if (options.checkAnswers) endpoints[id].output.parse(answer)
      response.setHeader('Cache-Control', 'no-cache')
      response.json(answer)
    })
  }
}

async function ask(id: EndpointId, request: Request, response: Response, context: Omit<Context, 'signal'>) {
  const params = parsed(endpoints[id].params, request.params, 'the address')
  const query = parsed(endpoints[id].query, { ...request.query }, 'the parameters')
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  const timeout = AbortSignal.timeout(LONGEST_ANSWER_MS)
  const signal = AbortSignal.any([gone.signal, timeout])
  // The index pairs each id with its own query; the compiler cannot follow a union of ids.
  const run = queries[id] as unknown as Query<EndpointId>
  return Promise.race([
    run({ params, query } as Parameters<typeof run>[0], { ...context, signal }),
    new Promise<never>((_, refuse) =>
      timeout.addEventListener('abort', () =>
        refuse(new Refusal('query-too-long', `No answer within ${LONGEST_ANSWER_MS / 1000} s: ask for less.`)),
      ),
    ),
  ])
}

/** What the reader sent, as its schema has it; a Refusal that names each fault. */
export function parsed<S extends z.ZodType>(schema: S, input: unknown, where: string): z.output<S> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const unknown = result.error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []))
  if (unknown.length > 0)
    throw new Refusal(
      'unknown-parameter',
      'Only the parameters described in /openapi.json are read.',
      unknown.map((field) => ({ field, expected: 'no such parameter', received: null })),
    )
  throw new Refusal(
    'invalid-request',
    `What stands in ${where} cannot be read: see errors.`,
    result.error.issues.map((issue) => faultOf(issue, input)),
  )
}

function faultOf(issue: z.core.$ZodIssue, input: unknown): Fault {
  const field = String(issue.path[0] ?? '')
  const given = typeof input === 'object' && input !== null ? (input as Record<string, unknown>)[field] : undefined
  return { field, expected: issue.message, received: given === undefined ? null : String(given) }
}
