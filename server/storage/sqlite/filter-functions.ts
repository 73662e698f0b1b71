/** What a compiled filter calls in SQL: the pure functions of geodata/cql2, so that a store decides as `evaluate` does. */
import { LRUCache } from 'lru-cache'
import type { Geometry } from '#geodata/contract/geo.ts'
import { calculate } from '#geodata/cql2/arithmetic.ts'
import { DERIVATIONS, type Derivation } from '#geodata/cql2/derivations.ts'
import { areWithin } from '#geodata/cql2/distance.ts'
import { ARITHMETIC, FOLDS, SPATIAL_OPS } from '#geodata/cql2/expression.ts'
import { fold } from '#geodata/cql2/fold.ts'
import { isLike } from '#geodata/cql2/like.ts'
import { relates } from '#geodata/cql2/relate.ts'
import { type Shape, shapeOf, shapeOfBBox } from '#geodata/cql2/shapes.ts'
import { sortableInstant } from '#geodata/cql2/temporal.ts'
import type { SqliteDatabase } from './open-database.ts'

/** A literal as it is bound: `{"bbox":[…]}` or a GeoJSON geometry. Kept while its filter is in use. */
const literals = new LRUCache<string, Shape>({ max: 64 })

export function addFilterFunctions(db: SqliteDatabase): void {
  const add = (name: string, run: (...values: never[]) => string | number | null) =>
    db.function(name, { deterministic: true, varargs: true }, (...values: unknown[]) =>
      values.includes(null) ? null : run(...(values as never[])),
    )
  add('cql2_like', (text: string, pattern: string) => Number(isLike(text, pattern)))
  add('cql2_instant', (text: string) => sortableInstant(text))
  for (const op of FOLDS) add(`cql2_${op}`, (text: string) => fold(op, text))
  ARITHMETIC.forEach((op, index) => {
    add(`cql2_arithmetic_${index}`, (left: number, right: number) => calculate(op, left, right))
  })
  for (const op of SPATIAL_OPS)
    add(`cql2_${op}`, (geometry: string, other: string) => Number(relates(op, ...shapesOf(geometry, other))))
  add('cql2_s_dwithin', (geometry: string, other: string, distanceM: number) =>
    Number(areWithin(...shapesOf(geometry, other), distanceM)),
  )
  for (const derivation of Object.keys(DERIVATIONS) as Derivation[])
    db.function(`cql2_derive_${derivation}`, { deterministic: true }, (json: unknown) => derived(derivation, json))
}

/** `json`: the stored value as JSON text, null where there is none. Lists come back as JSON text. */
function derived(derivation: Derivation, json: unknown): string | number | null {
  const value: unknown = DERIVATIONS[derivation](typeof json === 'string' ? JSON.parse(json) : null)
  if (typeof value === 'boolean') return Number(value)
  if (Array.isArray(value)) return JSON.stringify(value)
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

function shapesOf(geometry: string, other: string): [Shape, Shape] {
  const stored = shapeOf(JSON.parse(geometry) as Geometry)
  return [stored, geometry === other ? stored : literalShape(other)]
}

function literalShape(text: string): Shape {
  const known = literals.get(text)
  if (known) return known
  const literal = JSON.parse(text)
  const made = 'bbox' in literal ? shapeOfBBox(literal.bbox) : shapeOf(literal)
  literals.set(text, made)
  return made
}
