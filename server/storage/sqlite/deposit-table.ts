/** Deposits as rows of columns: what lists, facets and symbols need without reading whole records. */
import * as z from 'zod'
import { Deposit } from '#geodata/contract/deposit.ts'
import { DepositPoint, DepositSummary } from '#geodata/contract/endpoints.ts'
import { slugOf } from '#geodata/contract/filter.ts'
import { normaliseName } from '#geodata/search/grams.ts'
import type { Feature } from '../storage.ts'
import type { SqliteDatabase } from './open-database.ts'

export interface DepositTable {
  put(key: number, feature: Feature): void
  /** In the order of the keys given; unknown keys are left out. */
  summariesByKey(keys: Iterable<number>): DepositSummary[]
  pointsByKey(keys: Iterable<number>): DepositPoint[]
  summaries(ids: readonly string[]): DepositSummary[]
  parts(parentId: string): DepositSummary[]
  /** By id, of the deposits that are parts. */
  parents(): Map<string, string>
}

const Row = z.object({
  id: z.string(),
  name_en: z.string().nullable(),
  name_ur: z.string().nullable(),
  name_zh: z.string().nullable(),
  lon: z.number(),
  lat: z.number(),
  quality: z.string(),
  accuracy_km: z.number(),
  commodity_primary: z.string(),
  commodities: z.string(),
  deposit_type: z.string(),
  status: z.string(),
  province: z.string(),
  district: z.string(),
  district_name: z.string(),
  operator: z.string().nullable(),
  partner: z.string().nullable(),
  resource_mt: z.number().nullable(),
  resource_year: z.number().nullable(),
  resource_category: z.string().nullable(),
  confidence: z.string(),
  part_of: z.string().nullable(),
  importance: z.number(),
})

const PointRow = Row.pick({
  ...{ id: true, name_en: true, name_ur: true, name_zh: true, lon: true, lat: true, quality: true, accuracy_km: true },
  ...{ commodity_primary: true, status: true, importance: true },
}).extend({ feature: z.number(), is_part: z.number() })

const ParentRow = z.object({ id: z.string(), part_of: z.string() })

export function depositTable(db: SqliteDatabase): DepositTable {
  const upsert = db.prepare(
    `INSERT INTO deposit (
       feature, id, name_en, name_ur, name_zh, lon, lat, quality, accuracy_km, commodity_primary, commodities,
       deposit_type, status, province, district, district_name, operator, operator_slug, partner, partner_slug,
       has_resource, resource_mt, resource_year, resource_category, confidence, part_of, importance, sort_name
     ) VALUES (
       :feature, :id, :name_en, :name_ur, :name_zh, :lon, :lat, :quality, :accuracy_km, :commodity_primary, :commodities,
       :deposit_type, :status, :province, :district, :district_name, :operator, :operator_slug, :partner, :partner_slug,
       :has_resource, :resource_mt, :resource_year, :resource_category, :confidence, :part_of, :importance, :sort_name
     )`,
  )
  const drop = db.prepare('DELETE FROM deposit WHERE feature = ?')
  const byKey = db.prepare('SELECT * FROM deposit WHERE feature = ?')
  const pointByKey = db.prepare(
    `SELECT feature, id, name_en, name_ur, name_zh, lon, lat, quality, accuracy_km, commodity_primary, status, importance,
            part_of IS NOT NULL AS is_part
       FROM deposit WHERE feature = ?`,
  )
  const byId = db.prepare('SELECT * FROM deposit WHERE id = ?')
  const byParent = db.prepare('SELECT * FROM deposit WHERE part_of = ? ORDER BY sort_name, id')
  const parents = db.prepare('SELECT id, part_of FROM deposit WHERE part_of IS NOT NULL')
  return {
    put(key, feature) {
      drop.run(key)
      upsert.run(rowOf(key, feature))
    },
    summariesByKey: (keys) => [...keys].flatMap((key) => summariesOf(byKey.get(key))),
    pointsByKey: (keys) => [...keys].flatMap((key) => pointsOf(pointByKey.get(key))),
    summaries: (ids) => ids.flatMap((id) => summariesOf(byId.get(id))),
    parents: () =>
      new Map(
        parents
          .all()
          .map((row) => ParentRow.parse(row))
          .map(({ id, part_of }) => [id, part_of]),
      ),
    parts: (parentId) => byParent.all(parentId).flatMap(summariesOf),
  }
}

function rowOf(key: number, { id, geometry, properties }: Feature): Record<string, string | number | null> {
  if (geometry?.type !== 'Point')
    throw new Error(`deposit ${id}: expected a point, got ${geometry?.type ?? 'no place'}`)
  const deposit = Deposit.parse(properties)
  const { name, resource } = deposit
  return {
    feature: key,
    id,
    name_en: name.en,
    name_ur: name.ur,
    name_zh: name.zh,
    lon: geometry.coordinates[0],
    lat: geometry.coordinates[1],
    quality: deposit.geometryQuality,
    accuracy_km: deposit.positionAccuracyKm,
    commodity_primary: deposit.commodityPrimary,
    commodities: [...new Set([deposit.commodityPrimary, ...deposit.commodities])].join(','),
    deposit_type: deposit.depositType,
    status: deposit.status,
    province: deposit.province,
    district: deposit.district,
    district_name: deposit.districtName,
    operator: deposit.operator,
    operator_slug: deposit.operator === null ? null : slugOf(deposit.operator) || null,
    partner: deposit.chinesePartner,
    partner_slug: deposit.chinesePartner === null ? null : slugOf(deposit.chinesePartner) || null,
    has_resource: resource === null ? 0 : 1,
    resource_mt: resource?.tonnageMt ?? null,
    resource_year: resource?.year ?? null,
    resource_category: resource?.category ?? null,
    // A record that names no source cannot be trusted more than the least.
    confidence: deposit.provenance?.confidence ?? 'low',
    part_of: deposit.partOf,
    importance: deposit.importance,
    sort_name: normaliseName(name.en ?? name.ur ?? name.zh ?? id),
  }
}

function summariesOf(row: unknown): DepositSummary[] {
  if (row === undefined) return []
  const found = Row.parse(row)
  return [
    DepositSummary.parse({
      id: found.id,
      name: { en: found.name_en, ur: found.name_ur, zh: found.name_zh },
      position: [found.lon, found.lat],
      geometryQuality: found.quality,
      commodityPrimary: found.commodity_primary,
      commodities: found.commodities.split(','),
      status: found.status,
      province: found.province,
      district: found.district,
      districtName: found.district_name,
      operator: found.operator,
      chinesePartner: found.partner,
      depositType: found.deposit_type,
      resourceMt: found.resource_mt,
      resourceYear: found.resource_year,
      resourceCategory: found.resource_category,
      positionAccuracyKm: found.accuracy_km,
      confidence: found.confidence,
      partOf: found.part_of,
      importance: found.importance,
    }),
  ]
}

function pointsOf(row: unknown): DepositPoint[] {
  if (row === undefined) return []
  const found = PointRow.parse(row)
  return [
    DepositPoint.parse({
      type: 'Feature',
      id: found.feature,
      geometry: { type: 'Point', coordinates: [found.lon, found.lat] },
      properties: {
        id: found.id,
        name_en: found.name_en ?? found.id,
        name_ur: found.name_ur,
        name_zh: found.name_zh,
        commodity: found.commodity_primary,
        status: found.status,
        quality: found.quality,
        accuracyKm: found.accuracy_km,
        importance: found.importance,
        isPart: found.is_part === 1,
      },
    }),
  ]
}
