/** Three-valued logic: true, false or null (unknown), and the comparisons that give it. */
import type { Comparison } from './expression.ts'
import { compareText, isLike } from './text.ts'

export type Truth = boolean | null
export type Scalar = string | number | boolean | null
/** `items` stands for the value of the list that a predicate is at, one item at a time. */
export type Read<F, T> = (feature: F, item?: Scalar) => T

export function both<A, B, T>(a: A | null, b: B | null, holds: (a: A, b: B) => T): T | null {
  return a === null || b === null ? null : holds(a, b)
}

export function negated<F>(read: Read<F, Truth>): Read<F, Truth> {
  return (feature) => {
    const value = read(feature)
    return value === null ? null : !value
  }
}

/** AND ends at the first false, OR at the first true; unknown weighs less than either. */
export function chain<F>(reads: readonly Read<F, Truth>[], decisive: boolean): Read<F, Truth> {
  return (feature) => {
    let found: Truth = !decisive
    for (const read of reads) {
      const value = read(feature)
      if (value === decisive) return decisive
      if (value === null) found = null
    }
    return found
  }
}

export function disjunction(values: readonly Truth[]): Truth {
  return values.includes(true) ? true : values.includes(null) ? null : false
}

export function conjunction(a: Truth, b: Truth): Truth {
  return a === false || b === false ? false : a === null || b === null ? null : true
}

export function like(text: Scalar, pattern: Scalar): Truth {
  return typeof text === 'string' && typeof pattern === 'string' ? isLike(text, pattern) : null
}

/** Both of one type, by check.ts. */
export function compared(op: Comparison, a: Scalar, b: Scalar): Truth {
  if (a === null || b === null) return null
  const order = typeof a === 'string' && typeof b === 'string' ? compareText(a, b) : orderOf(a, b)
  switch (op) {
    case '=':
      return order === 0
    case '<>':
      return order !== 0
    case '<':
      return order < 0
    case '>':
      return order > 0
    case '<=':
      return order <= 0
    case '>=':
      return order >= 0
  }
}

function orderOf(a: string | number | boolean, b: string | number | boolean): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
