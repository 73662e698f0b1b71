/** The values of CQL2 JSON: literals, properties, times and geometries. */
import * as z from 'zod'
import type { FilterGeometry, IntervalEnd, Node } from './expression.ts'
import { geometryFault } from './geometry-fault.ts'
import type { JsonReader } from './json-reader.ts'
import { UNSTORABLE } from './lexer.ts'
import { isDay, isMoment } from './temporal.ts'

/** A value that is no operation. */
export function parseJsonValue(at: JsonReader): Node {
  const { json } = at
  if (typeof json === 'boolean') return { kind: 'boolean', value: json }
  if (typeof json === 'number') return { kind: 'number', value: at.number() }
  if (typeof json === 'string') return { kind: 'text', value: storable(at, json) }
  const keys = at.keys()
  if (!keys) return at.refuse('expected', { expected: 'value', found: at.shown() })
  if (keys.includes('property')) return property(at)
  if (keys.includes('date')) return instant(at, 'date')
  if (keys.includes('timestamp')) return instant(at, 'timestamp')
  if (keys.includes('interval')) return interval(at)
  if (keys.includes('type')) return { kind: 'geometry', geometry: geometry(at) }
  if (keys.includes('bbox')) return bbox(at)
  return at.refuse('expected', { expected: 'value', found: at.shown() })
}

function property(at: JsonReader): Extract<Node, { kind: 'property' }> {
  at.only('property')
  const name = at.member('property')
  if (typeof name.json !== 'string' || name.json === '')
    return name.refuse('expected', { expected: 'property', found: name.shown() })
  return { kind: 'property', name: storable(name, name.json) }
}

function storable(at: JsonReader, text: string): string {
  return UNSTORABLE.test(text) ? at.refuse('bad-character', { found: at.shown() }) : text
}

function instant(at: JsonReader, kind: 'date' | 'timestamp'): Node {
  at.only(kind)
  const { json } = at.member(kind)
  const isGood = typeof json === 'string' && (kind === 'date' ? isDay(json) : isMoment(json))
  return isGood ? { kind, value: json } : at.member(kind).refuse('bad-date', { found: at.member(kind).shown() })
}

function interval(at: JsonReader): Node {
  at.only('interval')
  const list = at.member('interval')
  const [start, end, ...rest] = list.items()
  if (!start || !end || rest.length > 0) return list.refuse('expected', { expected: 'interval', found: list.shown() })
  return { kind: 'interval', start: intervalEnd(start), end: intervalEnd(end) }
}

function intervalEnd(at: JsonReader): IntervalEnd {
  const { json } = at
  if (at.keys()?.includes('property')) return at.placed(property(at))
  if (json === '..') return at.placed({ kind: 'open' })
  if (typeof json === 'string' && isDay(json)) return at.placed({ kind: 'date', value: json })
  if (typeof json === 'string' && isMoment(json)) return at.placed({ kind: 'timestamp', value: json })
  return at.refuse('bad-date', { found: at.shown() })
}

function bbox(at: JsonReader): Node {
  at.only('bbox')
  const list = at.member('bbox')
  const numbers = list.items().map((item) => item.number())
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = numbers
  if (numbers.length === 4) return { kind: 'bbox', bbox: [a, b, c, d] }
  if (numbers.length === 6) return { kind: 'bbox', bbox: [a, b, d, e] }
  return list.refuse('bad-geometry', { detail: 'box-numbers' })
}

/** Heights are read and left out. */
const FlatPosition = z
  .array(z.number())
  .min(2)
  .max(3)
  .transform(([x = 0, y = 0]): [number, number] => [x || 0, y || 0])
const Line = z.array(FlatPosition)
const Simple = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Point'), coordinates: FlatPosition }),
  z.strictObject({ type: z.literal('MultiPoint'), coordinates: Line.min(1) }),
  z.strictObject({ type: z.literal('LineString'), coordinates: Line }),
  z.strictObject({ type: z.literal('MultiLineString'), coordinates: z.array(Line).min(1) }),
  z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(Line).min(1) }),
  z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Line).min(1)).min(1) }),
])
const DEEPEST_COLLECTION = 4

function geometry(at: JsonReader, depth = 0): FilterGeometry {
  if (depth > DEEPEST_COLLECTION) return at.refuse('bad-geometry', { detail: 'nested-collections' })
  if (at.member('type').json === 'GeometryCollection') {
    at.only('type', 'geometries')
    const geometries = at
      .member('geometries')
      .items()
      .map((part) => geometry(part, depth + 1))
    return { type: 'GeometryCollection', geometries }
  }
  const parsed = Simple.safeParse(at.json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const where = issue && issue.path.length > 0 ? `${issue.path.join('/')}: ` : ''
    return at.refuse('bad-geometry', { detail: `${where}${issue?.message.replace(/, received .*$/, '') ?? ''}` })
  }
  const fault = geometryFault(parsed.data)
  return fault === null ? parsed.data : at.refuse('bad-geometry', { detail: fault })
}
