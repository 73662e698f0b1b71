/** What a call fails with: a problem named by the server, or no server at all. Worded for people by `problem.<code>`. */
import type { Problem, ProblemCode } from '#geodata/contract/problem.ts'

export type FailureCode = ProblemCode | 'unreachable' | 'unreadable'

export class ApiProblem extends Error {
  readonly code: FailureCode
  /** Quote this when reporting the problem; null when no server answered. */
  readonly requestId: string | null

  constructor(code: FailureCode, detail: string, requestId: string | null, options?: ErrorOptions) {
    super(detail, options)
    this.name = 'ApiProblem'
    this.code = code
    this.requestId = requestId
  }

  /** True where the same call may succeed later without any change. */
  get mayPass(): boolean {
    return this.code === 'unreachable' || this.code === 'not-ready' || this.code === 'too-many-requests'
  }
}

/** The problem in a refused reply; a body that is no problem JSON (a proxy's page) becomes `internal-error`. */
export function problemFromBody(body: Problem | null, status: number): ApiProblem {
  if (body) return new ApiProblem(body.code, body.detail, body.requestId)
  const code =
    status === 404 ? 'not-found' : status === 502 || status === 503 || status === 504 ? 'unreachable' : 'internal-error'
  return new ApiProblem(code, `HTTP ${status}`, null)
}
