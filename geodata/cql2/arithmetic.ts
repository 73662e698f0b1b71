/** The arithmetic of filters: double precision; what has no answer (1 / 0, the root of a negative) is unknown. */
import type { ArithmeticOp } from './expression.ts'

export function calculate(op: ArithmeticOp, left: number, right: number): number | null {
  const result = plain(op, left, right)
  // Without negative zero, as stores have it.
  return Number.isNaN(result) || (right === 0 && isDivision(op)) ? null : result + 0
}

function isDivision(op: ArithmeticOp): boolean {
  return op === '/' || op === '%' || op === 'div'
}

/** `%` has the sign of the dividend, `div` drops the fraction. */
function plain(op: ArithmeticOp, left: number, right: number): number {
  switch (op) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
      return left / right
    case '%':
      return left % right
    case 'div':
      return Math.trunc(left / right)
    case '^':
      return left ** right
  }
}
