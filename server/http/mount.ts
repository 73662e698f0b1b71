/** Each endpoint of the contract on its path: parse, ask the query within its time, send. The only place that knows Express and queries. */
import type { Express, Request, Response } from 'express'
import type * as z from 'zod'
import { type EndpointId, endpoints } from '#geodata/contract/endpoints.ts'
import { queries } from '../queries/index.ts'
import type { AnyQuery, Context } from '../queries/query.ts'
import { readAnswer, WrittenAnswer } from '../queries/written-answer.ts'
import { type Fault, Refusal } from '../refusal.ts'
import { answerInTime } from './answer-in-time.ts'
import { readJson } from './read-json.ts'

/** `checkAnswers`: parse each answer by its schema before sending it (development and tests); a fault is an internal error. */
export function mount(app: Express, context: Omit<Context, 'signal'>, options: { checkAnswers: boolean }): void {
  for (const id of Object.keys(endpoints) as EndpointId[]) {
    const { method, path } = endpoints[id]
    app[method === 'POST' ? 'post' : 'get'](path, async (request, response) => {
      response.locals.route = id
      const answer = await ask(id, request, response, context)
      if (options.checkAnswers) endpoints[id].output.parse(readAnswer(answer))
      response.setHeader('Cache-Control', 'no-cache')
      if (answer instanceof WrittenAnswer) sendWritten(response, answer)
      else response.json(answer)
    })
  }
}

async function ask(id: EndpointId, request: Request, response: Response, context: Omit<Context, 'signal'>) {
  const params = parsed(endpoints[id].params, request.params, 'the address')
  const query = parsed(endpoints[id].query, { ...request.query }, 'the parameters')
  const body = await bodyOf(id, request)
  // The index pairs each id with its own query; the compiler cannot follow a union of ids.
  const run = queries[id] as unknown as AnyQuery<EndpointId>
  return answerInTime(
    response,
    (signal) => run({ params, query, body } as Parameters<typeof run>[0], { ...context, signal }),
    { startUnderWay: context.graph.startUnderWay },
  )
}

/** As `response.json` sends. */
function sendWritten(response: Response, { json }: WrittenAnswer<unknown>): void {
  response.type('json').send(Buffer.from(json.buffer, json.byteOffset, json.byteLength))
}

/** The question in a body, or null where the endpoint reads none. */
async function bodyOf(id: EndpointId, request: Request): Promise<unknown> {
  const schema: z.ZodType | null = endpoints[id].body
  return schema === null ? null : parsed(schema, await readJson(request), 'the body')
}

/** What the reader sent, as its schema has it; a Refusal that names each fault. */
export function parsed<S extends z.ZodType>(schema: S, input: unknown, where: string): z.output<S> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const unknown = result.error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []))
  if (unknown.length > 0)
    throw new Refusal(
      'unknown-parameter',
      'Only what /openapi.json describes is read.',
      unknown.map((field) => ({ field, expected: 'no such parameter', received: null })),
    )
  throw new Refusal(
    'invalid-request',
    `What stands in ${where} cannot be read: see errors.`,
    result.error.issues.map((issue) =>
      faultOf(issue, input, where === 'the body' ? issue.path : issue.path.slice(0, 1)),
    ),
  )
}

/** `path` to what is at fault; a parameter is named whole, of a body the very field. */
function faultOf(issue: z.core.$ZodIssue, input: unknown, path: readonly PropertyKey[]): Fault {
  const given = path.reduce<unknown>((value, key) => (isRecord(value) ? value[String(key)] : undefined), input)
  const received = given === undefined || isRecord(given) ? null : String(given)
  return { field: path.map(String).join('.'), expected: issue.message, received }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
