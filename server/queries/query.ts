/** What a query is: a typed answer to one endpoint's question, from storage and pure functions; no HTTP, no SQL. */
import type * as z from 'zod'
import type { DatasetDefinition } from '#geodata/contract/dataset.ts'
import type { EndpointId, Endpoints, Output } from '#geodata/contract/endpoints.ts'
import type { Clock } from '../clock.ts'
import type { GraphCache } from '../graph-cache.ts'
import type { Storage } from '../storage/storage.ts'
import type { AnswerCache } from './answer-cache.ts'
import type { WrittenAnswer } from './written-answer.ts'

export interface Context {
  storage: Storage
  datasets: readonly DatasetDefinition[]
  /** Public address of the server without a closing slash, or '' for addresses relative to the host. */
  baseUrl: string
  cache: AnswerCache
  clock: Clock
  graph: GraphCache
  /** Aborted when the reader left or the time allowed is over; long searches look at it between steps. */
  signal: AbortSignal
}

export interface Question<I extends EndpointId> {
  params: z.output<Endpoints[I]['params']>
  query: z.output<Endpoints[I]['query']>
  /** null where the endpoint reads none. */
  body: Endpoints[I]['body'] extends z.ZodType ? z.output<Endpoints[I]['body']> : null
}

/** Throws a Refusal for what is not there. */
export type Query<I extends EndpointId> = (question: Question<I>, context: Context) => Promise<Output<I>>

/** One whose long answer comes ready from a thread. */
export type WrittenQuery<I extends EndpointId> = (
  question: Question<I>,
  context: Context,
) => Promise<WrittenAnswer<Output<I>>>

export type AnyQuery<I extends EndpointId> = (
  question: Question<I>,
  context: Context,
) => Promise<Output<I> | WrittenAnswer<Output<I>>>
