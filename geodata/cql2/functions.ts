/** The functions of CQL2 text by name, and the words of shapes: apart from the readers, so that writing needs no geometry library. */
import { OPERATORS, type Operator } from './expression.ts'

/** Functions by their name in text. */
export const FUNCTIONS: ReadonlyMap<string, { op: Operator; operands: number }> = new Map(
  OPERATORS.filter((op) => /^(casei|accenti|[st]_)/.test(op)).map((op) => [
    op.toUpperCase(),
    { op, operands: op === 's_dwithin' ? 4 : op === 'casei' || op === 'accenti' ? 1 : 2 },
  ]),
)

export const SHAPE_WORDS: ReadonlySet<string> = new Set([
  'POINT',
  'LINESTRING',
  'POLYGON',
  'MULTIPOINT',
  'MULTILINESTRING',
  'MULTIPOLYGON',
  'GEOMETRYCOLLECTION',
])
