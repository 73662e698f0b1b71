/** What summaries need of deposits: their columns, and the grades out of the records of those that have an estimate. */
import * as z from 'zod'
import { CommodityCode } from '#geodata/contract/commodity.ts'
import { Deposit, ResourceEstimate } from '#geodata/contract/deposit.ts'
import type { FigureRecord } from '#geodata/deposit/figures.ts'
import type { SqliteDatabase } from './open-database.ts'

const { status, province, district, partOf } = Deposit.shape
const Row = z.object({
  ...{ id: z.string(), lon: z.number(), lat: z.number(), status, province, district, part_of: partOf },
  commodities: z.string().transform((text) => text.split(',').map((code) => CommodityCode.parse(code))),
  resource_mt: ResourceEstimate.shape.tonnageMt,
  resource_category: ResourceEstimate.shape.category.nullable(),
  grades: z.string().nullable(),
})
const Grades = ResourceEstimate.shape.grades

export interface FigureTable {
  page(page: { limit: number; after?: string }): FigureRecord[]
}

export function figureTable(db: SqliteDatabase): FigureTable {
  const inOrder = db.prepare(
    `SELECT id, lon, lat, status, province, district, commodities, part_of, resource_mt, resource_category,
            CASE WHEN resource_mt IS NOT NULL THEN
              (SELECT json_extract(properties, '$.resource.grades') FROM feature WHERE pk = deposit.feature) END AS grades
       FROM deposit WHERE id > ? ORDER BY id LIMIT ?`,
  )
  return { page: ({ limit, after = '' }) => inOrder.all(after, limit).map(recordOf) }
}

function recordOf(row: unknown): FigureRecord {
  const { lon, lat, part_of, resource_mt, resource_category, grades, ...rest } = Row.parse(row)
  const resource =
    resource_category === null
      ? null
      : {
          tonnageMt: resource_mt,
          category: resource_category,
          grades: grades === null ? [] : Grades.parse(JSON.parse(grades)),
        }
  return { ...rest, position: [lon, lat], partOf: part_of, resource }
}
