/** A question that cannot be answered as asked: a problem of the contract's closed set, thrown on its way to `send-problem`. */
import type { Problem, ProblemCode } from '#geodata/contract/problem.ts'

export type Fault = NonNullable<Problem['errors']>[number]

export class Refusal extends Error {
  readonly code: ProblemCode
  readonly faults: readonly Fault[]

  /** `detail` goes to the reader as it stands: it says how to mend the question and repeats nothing of the machine. */
  constructor(code: ProblemCode, detail: string, faults: readonly Fault[] = []) {
    super(detail)
    this.name = 'Refusal'
    this.code = code
    this.faults = faults
  }
}
