/** What box, time and properties of a request ask for, each as a condition on a feature. */
import type { BBox } from '#geodata/contract/geo.ts'
import { type Crs, crssFor } from '#geodata/spatial/crs.ts'
import { meetsBox } from '#geodata/spatial/meets-box.ts'
import { projectGeometry, ringOfBox } from '#geodata/spatial/project-geometry.ts'
import { Refusal } from '../refusal.ts'
import type { Feature } from '../storage/storage.ts'
import { valueAt } from './columns.ts'
import { meetsInterval, temporalProperty } from './dates.ts'
import type { Collection } from './known-collection.ts'
import { boxesFrom, boxNumbersFrom, crsFrom, intervalFrom } from './parameters.ts'
import { ID, type Queryable, queryablesOf } from './queryables.ts'

export type Condition = (feature: Feature) => boolean

/** One condition a parameter; a feature must meet all. */
export function conditionsOf(query: ReadonlyMap<string, string>, { dataset, state }: Collection): Condition[] {
  const conditions: Condition[] = []
  const boxCrs = crsFrom('bbox-crs', query.get('bbox-crs'), crssFor(state.bbox))
  const box = query.get('bbox')
  if (box !== undefined) conditions.push(meetsBoxText(box, boxCrs))
  const datetime = query.get('datetime')
  if (datetime !== undefined) {
    const interval = intervalFrom(datetime)
    const property = temporalProperty(dataset)
    if (property) conditions.push(({ properties }) => meetsInterval(valueAt(properties, property.path), interval))
  }
  for (const queryable of queryablesOf(dataset)) {
    const text = query.get(queryable.name)
    if (text !== undefined) conditions.push(equals(queryable, text))
  }
  return conditions
}

/** Features that meet the box; those without a place meet any (Part 1, requirement fc-bbox-response). */
function meetsBoxText(text: string, crs: Crs): Condition {
  if (crs.unit === 'degree') {
    const boxes = boxesFrom(text, crs)
    return ({ geometry }) => geometry === null || boxes.some((box) => meetsBox(geometry, box))
  }
  const numbers: BBox = boxNumbersFrom(text)
  const [west, south, east, north] = numbers
  if (west > east || south > north || ringOfBox(crs, numbers) === null)
    throw new Refusal('invalid-request', 'The box lies where its reference system has no places.', [
      { field: 'bbox', expected: `coordinates of ${crs.title}, the lesser first`, received: text },
    ])
  return ({ geometry }) => geometry === null || meetsBox(projectGeometry(geometry, crs), numbers)
}

/** Equality with a parameter's text, read as the queryable's type. */
function equals(queryable: Queryable, text: string): Condition {
  const wanted = readAs(queryable, text)
  if (queryable === ID) return ({ id }) => id === wanted
  return ({ properties }) => valueAt(properties, queryable.path) === wanted
}

const NUMBER = /^[+-]?\d+(\.\d+)?([eE][+-]?\d{1,3})?$/

function readAs({ name, type }: Queryable, text: string): string | number | boolean {
  if (type === 'string') return text
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true'
  if (type !== 'boolean' && NUMBER.test(text) && (type === 'number' || Number.isInteger(Number(text))))
    return Number(text)
  throw new Refusal('invalid-request', 'A parameter cannot be read as its queryable says.', [
    { field: name, expected: type, received: text },
  ])
}
