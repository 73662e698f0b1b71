/** A tree as CQL2 JSON (21-065r2, media type application/cql2-json). */
import type { Expression, Node } from './expression.ts'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

export function toJson(node: Node): Json {
  switch (node.kind) {
    case 'and':
    case 'or':
      return { op: node.kind, args: node.args.map(toJson) }
    case 'not':
    case 'isNull':
      return { op: node.kind, args: [toJson(node.arg)] }
    case 'compare':
    case 'spatial':
    case 'temporal':
    case 'arithmetic':
      return { op: node.op, args: [toJson(node.left), toJson(node.right)] }
    case 'dwithin':
      return { op: 's_dwithin', args: [toJson(node.left), toJson(node.right), node.distance, node.unit] }
    case 'like':
      return { op: 'like', args: [toJson(node.value), toJson(node.pattern)] }
    case 'between':
      return { op: 'between', args: [toJson(node.value), toJson(node.low), toJson(node.high)] }
    case 'in':
      return { op: 'in', args: [toJson(node.value), node.list.map(toJson)] }
    case 'fold':
      return { op: node.op, args: [toJson(node.arg)] }
    default:
      return valueJson(node)
  }
}

function valueJson(node: Extract<Exclude<Node, Expression> | { kind: 'boolean'; value: boolean }, unknown>): Json {
  switch (node.kind) {
    case 'boolean':
    case 'number':
    case 'text':
      return node.value
    case 'property':
      return { property: node.name }
    case 'date':
    case 'timestamp':
      return { [node.kind]: node.value }
    case 'interval':
      return { interval: [endJson(node.start), endJson(node.end)] }
    case 'bbox':
      return { bbox: [...node.bbox] }
    case 'geometry':
      return { ...node.geometry } as unknown as Json
    default:
      return '..'
  }
}

function endJson(end: Extract<Node, { kind: 'interval' }>['start']): Json {
  return end.kind === 'date' || end.kind === 'timestamp' ? end.value : toJson(end)
}
