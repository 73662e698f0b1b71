/** Answers about ways as files: the same question on the same path with an ending, asked by the same method. */
import type { Express, Request, Response } from 'express'
import { ANSWER_FILES, ANSWER_FORMATS, type AnswerFileId, type AnswerFormat } from '#geodata/contract/answer-files.ts'
import { endpoints, type Output } from '#geodata/contract/endpoints.ts'
import { ASSUMPTION_KEYS, type AssumptionKey } from '#geodata/contract/logistics.ts'
import type { Change } from '#geodata/contract/scenario.ts'
import { withOverrides } from '#geodata/economics/assumptions.ts'
import { type AnswerTables, TABLES } from '../export/answers/answer-tables.ts'
import { writeAnswer } from '../export/answers/write-answer.ts'
import { queries } from '../queries/index.ts'
import type { AnyQuery, Context } from '../queries/query.ts'
import { readAnswer } from '../queries/written-answer.ts'
import { answerInTime } from './answer-in-time.ts'
import { parsed } from './parsed.ts'
import { readJson } from './read-json.ts'

/** Who asks for a file waits longer than who looks at a map. */
const LONGEST_FILE_MS = 60_000

export function mountAnswerFiles(app: Express, context: Omit<Context, 'signal'>): void {
  for (const id of ANSWER_FILES)
    for (const format of Object.keys(ANSWER_FORMATS) as AnswerFormat[]) {
      const { method, path } = endpoints[id]
      app[method === 'POST' ? 'post' : 'get'](`${path}.${format}`, async (request, response) => {
        response.locals.route = `${id}.${format}`
        await sendFile({ id, format }, request, response, context)
      })
    }
}

async function sendFile(
  { id, format }: { id: AnswerFileId; format: AnswerFormat },
  request: Request,
  response: Response,
  context: Omit<Context, 'signal'>,
): Promise<void> {
  const { params: paramsSchema, query: querySchema, body: bodySchema } = endpoints[id]
  const params = parsed(paramsSchema, request.params, 'the address')
  const query = parsed(querySchema, { ...request.query }, 'the parameters')
  const body = bodySchema === null ? null : parsed(bodySchema, await readJson(request), 'the body')
  // The index pairs each id with its own query; the compiler cannot follow a union of ids.
  const run = queries[id] as unknown as AnyQuery<AnswerFileId>
  const given = await answerInTime(
    response,
    (signal) => run({ params, query, body } as Parameters<typeof run>[0], { ...context, signal }),
    { startUnderWay: context.graph.startUnderWay, withinMs: LONGEST_FILE_MS },
  )
  const answer = readAnswer<Output<AnswerFileId>>(given)
  const own = overridesIn(query, body)
  const defaults = new Map((await context.graph.assumptions()).map((assumption) => [assumption.key, assumption]))
  const now = context.clock.now().toISOString()
  const tables = TABLES[id] as (answer: Output<AnswerFileId>) => AnswerTables
  const file = await writeAnswer(
    tables(answer),
    {
      question: body === null ? request.originalUrl : `${request.originalUrl} ${JSON.stringify(body)}`,
      networkVersion: answer.networkVersion,
      takenOn: now,
      origin: context.baseUrl,
      assumptions: [...withOverrides(defaults, own).values()],
      own: new Set(Object.keys(own)),
    },
    format,
  )
  response.setHeader('Content-Type', ANSWER_FORMATS[format])
  const name = `orelink-${endpoints[id].path.replace('/api/', '').replaceAll('/', '-')}_${now.slice(0, 10)}.${format}`
  response.setHeader('Content-Disposition', `attachment; filename="${name}"`)
  response.setHeader('Cache-Control', 'no-cache')
  response.send(file)
}

/** Assumptions that the reader has set, in the parameters or among the changes. */
function overridesIn(query: object, body: object | null): Partial<Record<AssumptionKey, number>> {
  const own: Partial<Record<AssumptionKey, number>> = {}
  const set = 'set' in query && typeof query.set === 'object' ? (query.set ?? {}) : {}
  for (const [key, value] of Object.entries(set)) {
    const known = ASSUMPTION_KEYS.find((one) => one === key)
    if (known && typeof value === 'number') own[known] = value
  }
  const changes = body && 'changes' in body ? (body.changes as readonly Change[]) : []
  for (const change of changes) if (change.kind === 'set-assumption') own[change.key] = change.value
  return own
}
