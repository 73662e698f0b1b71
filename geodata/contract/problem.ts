/** The closed set of problems and the body that reports one (RFC 9457, application/problem+json). */
import * as z from 'zod'

/** Code → HTTP status. `server/http/send-problem.ts` is the only reader of the status. */
export const PROBLEMS = {
  'invalid-request': 400,
  'unknown-parameter': 400,
  'not-found': 404,
  'no-route': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  'payload-too-large': 413,
  'uri-too-long': 414,
  'too-many-requests': 429,
  'internal-error': 500,
  'not-ready': 503,
  'query-too-long': 503,
} as const
export const ProblemCode = z.enum(Object.keys(PROBLEMS) as [keyof typeof PROBLEMS])
export type ProblemCode = z.output<typeof ProblemCode>

export const Problem = z.object({
  /** `urn:orelink:problem:<code>` */
  type: z.string(),
  code: ProblemCode,
  title: z.string(),
  status: z.number().int(),
  /** What went wrong and how to mend it; title and detail in the language of Accept-Language, particulars in English. */
  detail: z.string(),
  /** Where: one entry a fault. */
  errors: z
    .array(
      z.object({
        field: z.string(),
        expected: z.string(),
        received: z.string().nullable(),
        /** Within a text: characters (UTF-16 units) before the fault. */
        position: z.number().int().optional(),
        /** Within JSON: pointer (RFC 6901) to the fault. */
        pointer: z.string().optional(),
      }),
    )
    .optional(),
  /** Quote this when reporting the problem. */
  requestId: z.string(),
})
export type Problem = z.output<typeof Problem>
