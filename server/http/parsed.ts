/** What a reader sent, read by its schema, or a refusal that names each fault. */
import type * as z from 'zod'
import { type Fault, Refusal } from '../refusal.ts'

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
