/** A tree as CQL2 JSON (OGC 21-065r2, annex C): `parseJson` reads it back into an equal tree. */
import type { Expression, IntervalEnd, Node } from './expression.ts'

export type Cql2Json = string | number | boolean | readonly Cql2Json[] | { readonly [key: string]: unknown }

export function toJson(expression: Expression): Cql2Json {
  return written(expression)
}

function written(node: Node): Cql2Json {
  switch (node.kind) {
    case 'property':
      return { property: node.name }
    case 'text':
    case 'number':
    case 'boolean':
      return node.value
    case 'date':
      return { date: node.value }
    case 'timestamp':
      return { timestamp: node.value }
    case 'interval':
      return { interval: [endJson(node.start), endJson(node.end)] }
    case 'geometry':
      return node.value
    case 'bbox':
      return { bbox: node.value }
    case 'operation': {
      const args = node.args.map(written)
      const [head = true, ...items] = args
      return { op: node.op, args: node.op === 'in' ? [head, items] : args }
    }
  }
}

function endJson(end: IntervalEnd): Cql2Json {
  if (end.kind === 'open') return '..'
  return end.kind === 'property' ? { property: end.name } : end.value
}
