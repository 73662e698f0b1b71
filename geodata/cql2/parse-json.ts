/**
 * CQL2 JSON to a checked tree (OGC 21-065r2, annex C). Every refusal carries the pointer of the fault. The same bounds as
 * text: 16 kB, 256 nodes, 32 levels; nothing unknown is passed over.
 */
import * as z from 'zod'
import { checked } from './check.ts'
import { isReversed } from './dates.ts'
import {
  type Expression,
  type InstantNode,
  type IntervalEnd,
  isTemporal,
  MOST_DEPTH,
  type Node,
  OPERATORS,
  type Operator,
  type ShapeLiteral,
} from './expression.ts'
import { dateFault, placeFault, timestampFault } from './literals.ts'
import { createMeter, type Meter, tooDeep, weigh } from './meter.ts'
import { intervalEndOf, unknownFunction } from './parse-calls.ts'
import { AS_WRITTEN, type PlacedLiteral, type Placing } from './placing.ts'
import type { Queryables } from './queryables.ts'
import { Cql2Refusal, type Reason, shown, type Thing, type Values } from './refusal.ts'

/** From the text of a JSON document. Throws a Cql2Refusal alone. */
export function parseJsonText(text: string, queryables: Queryables, placing: Placing = AS_WRITTEN): Expression {
  weigh(text, { encoding: 'json', pointer: '' })
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw refusal('bad-json', '')
  }
  return parseJson(json, queryables, placing)
}

/** From JSON already parsed. Throws a Cql2Refusal, and nothing else, for whatever is not a filter over these queryables. */
export function parseJson(json: unknown, queryables: Queryables, placing: Placing = AS_WRITTEN): Expression {
  const meter = createMeter({ encoding: 'json', pointer: '' })
  const node = read(json, '', { ...meter, placing }, 1)
  // Whatever passed is neither deep nor holds more than was read, so that it can be written out to be weighed.
  weigh(JSON.stringify(json), { encoding: 'json', pointer: '' })
  return checked(node, queryables, meter)
}

const refusal = (reason: Reason, pointer: string, values?: Values) =>
  new Cql2Refusal(reason, { encoding: 'json', pointer }, values)
const expected = (thing: Thing, pointer: string) => refusal('expected-here', pointer, { expected: thing })

const Operation = z.strictObject({ op: z.string(), args: z.array(z.unknown()) })
const Position = z.array(z.number()).min(2).max(3)
const Positions = z.array(Position)
const Lines = z.array(Positions)
const SimpleShape = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Point'), coordinates: Position }),
  z.strictObject({ type: z.enum(['MultiPoint', 'LineString']), coordinates: Positions }),
  z.strictObject({ type: z.enum(['MultiLineString', 'Polygon']), coordinates: Lines }),
  z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(Lines) }),
])
const Shape = z.union([
  SimpleShape,
  z.strictObject({ type: z.literal('GeometryCollection'), geometries: z.array(SimpleShape) }),
])

interface Reader extends Meter {
  placing: Placing
}

function read(json: unknown, pointer: string, meter: Reader, depth: number): Node {
  if (depth > MOST_DEPTH) throw tooDeep({ encoding: 'json', pointer })
  const place = { encoding: 'json', pointer } as const
  if (typeof json === 'string') return meter.made({ kind: 'text', value: json }, place)
  if (typeof json === 'boolean') return meter.made({ kind: 'boolean', value: json }, place)
  if (typeof json === 'number') {
    if (!Number.isFinite(json)) throw refusal('bad-number', pointer, { found: shown(String(json)) })
    return meter.made({ kind: 'number', value: json === 0 ? 0 : json }, place)
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw expected('json-value', pointer)
  if ('op' in json) return readOperation(json, pointer, meter, depth)
  return meter.made(readLiteral(json, pointer, meter), place)
}

function readOperation(json: object, pointer: string, meter: Reader, depth: number): Node {
  const found = Operation.safeParse(json)
  if (!found.success) throw expected('json-operation', pointer)
  const op = operatorNamed(found.data.op)
  if (!op) throw refusal(...unknownFunction(found.data.op, `${pointer}/op`))
  const args =
    op === 'in'
      ? itemsOfIn(found.data.args, pointer)
      : found.data.args.map((arg, index) => ({ arg, at: `${pointer}/args/${index}` }))
  const [least, most] = operandsOf(op)
  if (args.length < least || args.length > most) throw refusal('operands', `${pointer}/args`, { name: shown(op) })
  const read1 = args.map(({ arg, at }) => read(arg, at, meter, depth + 1))
  return meter.made({ kind: 'operation', op, args: read1 }, { encoding: 'json', pointer })
}

/** The standard writes `t_finishedBy`; many write it all small. */
function operatorNamed(name: string): Operator | undefined {
  return OPERATORS.find((op) => op === name || (isTemporal(op) && op.toLowerCase() === name))
}

function itemsOfIn(args: readonly unknown[], pointer: string): { arg: unknown; at: string }[] {
  const [value, items] = args
  if (args.length !== 2 || !Array.isArray(items)) throw expected('json-list', `${pointer}/args`)
  return [
    { arg: value, at: `${pointer}/args/0` },
    ...items.map((arg, index) => ({ arg: arg as unknown, at: `${pointer}/args/1/${index}` })),
  ]
}

function operandsOf(op: Operator): [number, number] {
  if (op === 'and' || op === 'or' || op === 'in') return [2, Number.POSITIVE_INFINITY]
  if (op === 'not' || op === 'isNull' || op === 'casei' || op === 'accenti') return [1, 1]
  if (op === 'between') return [3, 3]
  return op === 's_dwithin' ? [4, 4] : [2, 2]
}

function readLiteral(json: object, pointer: string, meter: Reader): Node {
  const [key, ...more] = Object.keys(json)
  const value: unknown = key === undefined ? undefined : Reflect.get(json, key)
  if (more.length === 0 && typeof value === 'string') {
    if (key === 'property') return { kind: 'property', name: value }
    if (key === 'date') return instant({ kind: 'date', value }, dateFault(value), `${pointer}/date`)
    if (key === 'timestamp') return instant({ kind: 'timestamp', value }, timestampFault(value), `${pointer}/timestamp`)
  }
  if (more.length === 0 && key === 'interval') return readInterval(value, `${pointer}/interval`, meter)
  if (more.length === 0 && key === 'bbox') {
    const box = z.array(z.number()).safeParse(value)
    if (!box.success || (box.data.length !== 4 && box.data.length !== 6))
      throw refusal('bad-geometry', `${pointer}/bbox`, { detail: 'box-numbers' })
    return placed({ kind: 'bbox', value: box.data }, `${pointer}/bbox`, meter)
  }
  if ('type' in json) return readShape(json, pointer, meter)
  throw expected('json-literal', pointer)
}

function instant(node: InstantNode, fault: Reason | null, pointer: string): Node {
  if (fault !== null) throw refusal(fault, pointer, { found: shown(node.value) })
  return node
}

/** A shape or box in degrees, sound. */
function placed(literal: PlacedLiteral, pointer: string, { placing }: Reader): Node {
  const found = placing(literal)
  const detail = found === null ? 'no-place' : placeFault(found)
  if (found === null || detail !== null) throw refusal('bad-geometry', pointer, { detail: detail ?? 'no-place' })
  return found
}

function readShape(json: object, pointer: string, meter: Reader): Node {
  const shape = Shape.safeParse(json)
  if (!shape.success) throw expected('json-geometry', pointer)
  const value: ShapeLiteral = shape.data
  return placed({ kind: 'geometry', value }, pointer, meter)
}

function readInterval(json: unknown, pointer: string, meter: Reader): Node {
  if (!Array.isArray(json) || json.length !== 2) throw expected('json-interval', pointer)
  const [start, end] = [readEnd(json[0], `${pointer}/0`, meter), readEnd(json[1], `${pointer}/1`, meter)]
  if (isReversed(start, end)) throw refusal('bad-interval', pointer)
  return { kind: 'interval', start, end }
}

function readEnd(json: unknown, pointer: string, meter: Reader): IntervalEnd {
  const property = z.strictObject({ property: z.string() }).safeParse(json)
  if (property.success)
    return meter.made({ kind: 'property', name: property.data.property }, { encoding: 'json', pointer })
  const end = typeof json === 'string' ? intervalEndOf(json) : null
  if (end === null) throw expected('interval-end', pointer)
  return end
}
