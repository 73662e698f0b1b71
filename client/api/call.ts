/**
 * One typed call: path and query from the contract, reply parsed by the contract, failures as ApiProblem. The contract is
 * fetched with the first call, so that the map does not wait for it.
 */
import type * as z from 'zod'
import type { EndpointId, Endpoints, Output } from '#geodata/contract/endpoints.ts'
import { Problem } from '#geodata/contract/problem.ts'
import { ApiProblem, problemFromBody } from './api-problem.ts'
import { noteReachable, noteUnreachable } from './connection.ts'

type Params<I extends EndpointId> = z.input<Endpoints[I]['params']>
type Query<I extends EndpointId> = z.input<Endpoints[I]['query']>
type Body<I extends EndpointId> = Endpoints[I]['body'] extends z.ZodType ? z.input<Endpoints[I]['body']> : null
type IsEmpty<T> = string extends keyof T ? true : keyof T extends never ? true : false
type ParamsPart<P> = IsEmpty<P> extends true ? { params?: never } : { params: P }
type QueryPart<Q> = IsEmpty<Q> extends true ? { query?: never } : object extends Q ? { query?: Q } : { query: Q }
type BodyPart<B> = B extends null ? { body?: never } : { body: B }
/** `params` and `query` may be left out where the endpoint asks for none. */
export type Input<I extends EndpointId> = ParamsPart<Params<I>> & QueryPart<Query<I>> & BodyPart<Body<I>>

/** What tells one call from another: equal inputs give equal text. */
export function keyOf<I extends EndpointId>(id: I, input: Input<I>): string {
  const path = Object.entries(input.params ?? {})
  const names = path.map(([name]) => `:${name}`).join('')
  const address = filledAddress(`${id}${names}`, Object.fromEntries(path), input.query ?? {})
  return input.body === undefined ? address : `${address} ${JSON.stringify(input.body)}`
}

/** A path of the contract with its places filled; what is not given or empty is left out of the query. */
export function filledAddress(
  pattern: string,
  params: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string | undefined>>,
): string {
  const path = pattern.replace(/:([a-z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const query = new URLSearchParams()
  for (const key of Object.keys(given).sort()) {
    const value = given[key]
    if (value !== undefined && value !== '') query.set(key, value)
  }
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

export async function call<I extends EndpointId>(id: I, input: Input<I>, signal?: AbortSignal): Promise<Output<I>> {
  const { path, output } = (await contract()).endpoints[id]
  const address = filledAddress(path, input.params ?? {}, input.query ?? {})
  const response = await reach(address, input.body, signal)
  const reply = output.safeParse(await response.json().catch(() => null))
  if (!reply.success) throw new ApiProblem('unreadable', `${id}: ${reply.error.message}`, null)
  return reply.data as Output<I>
}

async function contract() {
  try {
    return await import('#geodata/contract/endpoints.ts')
  } catch (cause) {
    noteUnreachable()
    throw new ApiProblem('unreachable', 'The server did not answer.', null, { cause })
  }
}

/** An answer that is not refused; throws an ApiProblem, or the abort. */
export async function reach(address: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  const response = await fetched(address, body, signal)
  if (!response.ok) throw problemFromBody(await problemBody(response), response.status)
  return response
}

async function fetched(address: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  try {
    const response = await fetch(address, {
      headers: { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      ...(signal && { signal }),
    })
    noteReachable()
    return response
  } catch (cause) {
    if (signal?.aborted) throw cause
    noteUnreachable()
    throw new ApiProblem('unreachable', 'The server did not answer.', null, { cause })
  }
}

async function problemBody(response: Response): Promise<Problem | null> {
  const body = Problem.safeParse(await response.json().catch(() => null))
  return body.success ? body.data : null
}
