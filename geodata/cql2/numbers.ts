/** Arithmetic in filters, on double-precision numbers. null (unknown) where mathematics gives no number; overflow is infinite. */
import type { Arithmetic } from './expression.ts'

export function reckon(op: Arithmetic, a: number, b: number): number | null {
  const result = raw(op, a, b)
  return result === null || Number.isNaN(result) ? null : result
}

function raw(op: Arithmetic, a: number, b: number): number | null {
  switch (op) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return a * b
    case '/':
      return b === 0 ? null : a / b
    case '%':
      return b === 0 ? null : a % b
    case 'div':
      return b === 0 ? null : Math.trunc(a / b)
    case '^':
      return a ** b
  }
}
