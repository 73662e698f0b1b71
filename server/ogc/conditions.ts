/** What box, time, properties and filter of a request ask for, as one question to the store. */
import type { BBox } from '#geodata/contract/geo.ts'
import { allOf, type Expression, type Node, operation } from '#geodata/cql2/expression.ts'
import { type Queryable, queryablesOf } from '#geodata/cql2/queryables.ts'
import { type Crs, crssFor } from '#geodata/spatial/crs.ts'
import { ringOfBox } from '#geodata/spatial/project-geometry.ts'
import { Refusal } from '../refusal.ts'
import type { FeatureQuestion } from '../storage/storage.ts'
import { meetsInterval, temporalProperty } from './dates.ts'
import { filterFrom } from './filter.ts'
import type { Collection } from './known-collection.ts'
import type { OgcContext } from './operation.ts'
import { boxesFrom, boxNumbersFrom, crsFrom, intervalFrom } from './parameters.ts'

type Asked = Pick<FeatureQuestion, 'filter' | 'bbox'>
type Query = ReadonlyMap<string, string>

/** One condition a parameter; a feature must meet all. Throws a refusal that names the parameter. */
export async function questionOf(query: Query, collection: Collection, context: OgcContext): Promise<Asked> {
  const place = await placeOf(query, collection, context)
  const conditions = [
    ...(place.filter ? [place.filter] : []),
    ...timesOf(query, collection),
    ...equalitiesOf(query, collection),
    ...filterFrom(query, collection),
  ]
  return {
    ...(place.bbox ? { bbox: place.bbox } : {}),
    ...(conditions.length > 0 ? { filter: allOf(conditions) } : {}),
  }
}

const GEOMETRY: Node = { kind: 'property', name: 'geometry' }

/** Features that meet the box; those without a place meet any (Part 1, requirement fc-bbox-response). */
async function placeOf(query: Query, collection: Collection, context: OgcContext): Promise<Asked> {
  const crs = crsFrom('bbox-crs', query.get('bbox-crs'), crssFor(collection.state.bbox))
  const text = query.get('bbox')
  if (text === undefined) return {}
  const shapes = crs.unit === 'degree' ? boxesFrom(text, crs) : [projectedBox(text, crs)]
  if (!queryablesOf(collection.dataset).has('geometry')) return {}
  const everyHasPlace = !(await hasUnplaced(collection, context))
  const [only] = shapes
  if (everyHasPlace && shapes.length === 1 && Array.isArray(only)) return { bbox: only }
  const meets = shapes.map((shape) =>
    operation('s_intersects', GEOMETRY, Array.isArray(shape) ? { kind: 'bbox', value: shape } : shape),
  )
  const any = everyHasPlace ? meets : [operation('isNull', GEOMETRY), ...meets]
  const [first] = any
  return { filter: first && any.length === 1 ? first : operation('or', ...any) }
}

function projectedBox(text: string, crs: Crs): Node & { kind: 'geometry' } {
  const numbers: BBox = boxNumbersFrom(text)
  const ring = numbers[0] <= numbers[2] && numbers[1] <= numbers[3] ? ringOfBox(crs, numbers) : null
  if (ring) return { kind: 'geometry', value: { type: 'Polygon', coordinates: [ring] } }
  throw new Refusal('invalid-request', 'The box lies where its reference system has no places.', [
    { field: 'bbox', expected: `coordinates of ${crs.title}, the lesser first`, received: text },
  ])
}

/** Whether some features lie nowhere; kept until the data change. */
async function hasUnplaced({ dataset }: Collection, { storage, cache, signal }: OgcContext): Promise<boolean> {
  const { count } = await cache.get(`features without a place of ${dataset.id}`, [dataset.id], async () => ({
    count: await storage.countFeatures(dataset.id, { filter: operation('isNull', GEOMETRY), signal }),
  }))
  return count > 0
}

function timesOf(query: Query, { dataset }: Collection): Expression[] {
  const text = query.get('datetime')
  if (text === undefined) return []
  const interval = intervalFrom(text)
  const property = temporalProperty(dataset)
  return property ? [meetsInterval(property, interval)] : []
}

function equalitiesOf(query: Query, { dataset }: Collection): Expression[] {
  return [...queryablesOf(dataset).values()].flatMap((queryable) => {
    const text = query.get(queryable.name)
    if (text === undefined) return []
    return [operation('=', { kind: 'property', name: queryable.name }, literalOf(queryable, text))]
  })
}

const NUMBER = /^[+-]?\d+(\.\d+)?([eE][+-]?\d{1,3})?$/

/** A parameter's text, read as the queryable's type. */
function literalOf({ name, type }: Queryable, text: string): Node {
  const number = NUMBER.test(text) ? Number(text) : Number.NaN
  if ((type === 'string' || type === 'date') && !text.includes('\0')) return { kind: 'text', value: text }
  if (type === 'boolean' && (text === 'true' || text === 'false')) return { kind: 'boolean', value: text === 'true' }
  if (type === 'number' && Number.isFinite(number)) return { kind: 'number', value: number }
  if (type === 'integer' && Number.isSafeInteger(number)) return { kind: 'number', value: number }
  throw new Refusal('invalid-request', 'A parameter cannot be read as its queryable says.', [
    { field: name, expected: type, received: text },
  ])
}
