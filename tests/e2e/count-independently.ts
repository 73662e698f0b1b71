/** Answers counted straight from the data files, by code that shares nothing with the server's: what the screen must say. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import geodesic from 'geographiclib-geodesic'
import { ROOT } from './atlas-server.ts'

export interface RawFeature {
  id: string
  geometry: { type: string; coordinates: unknown } | null
  properties: Record<string, unknown>
}

const STEP_KM = 0.2

export function rawFeatures(dataset: string): RawFeature[] {
  const path = join(ROOT, 'geodata/datasets', dataset, 'features.geojson')
  return JSON.parse(readFileSync(path, 'utf8')).features
}

/** Records whose parent is not among them, and the rest. */
export function wholeAndParts(features: readonly RawFeature[]): { deposits: number; parts: number } {
  const ids = new Set(features.map(({ id }) => id))
  const parts = features.filter(({ properties }) => ids.has(String(properties.partOf))).length
  return { deposits: features.length - parts, parts }
}

/** The count as the interface writes it in English. */
export function countText({ deposits, parts }: { deposits: number; parts: number }): string {
  const of = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`
  return parts === 0 ? of(deposits, 'deposit') : `${of(deposits, 'deposit')} + ${of(parts, 'part')}`
}

/** Least geodesic distance on WGS 84 from a deposit to points set every 200 m along a line. */
export function distancesKm(line: RawFeature, deposits: readonly RawFeature[]): Map<string, number> {
  const along = pointsAlong(line)
  return new Map(
    deposits.map((deposit) => {
      const [lon = 0, lat = 0] = (deposit.geometry?.coordinates ?? []) as number[]
      const rough = along.map(
        ([x = 0, y = 0]) => (x - lon) ** 2 * Math.cos((lat * Math.PI) / 180) ** 2 + (y - lat) ** 2,
      )
      const least = Math.sqrt(Math.min(...rough))
      const near = along.filter((_, index) => Math.sqrt(rough[index] ?? 0) < least * 1.05 + 0.01)
      const exact = near.map(([x = 0, y = 0]) => (geodesic.Geodesic.WGS84.Inverse(lat, lon, y, x).s12 ?? 0) / 1000)
      return [deposit.id, Math.min(...exact)]
    }),
  )
}

function pointsAlong({ geometry }: RawFeature): number[][] {
  const lines = (geometry?.type === 'LineString' ? [geometry.coordinates] : geometry?.coordinates) as number[][][]
  return lines.flatMap((line) =>
    line.slice(1).flatMap(([x1 = 0, y1 = 0], index) => {
      const [x0 = 0, y0 = 0] = line[index] ?? []
      const pieces = Math.max(1, Math.ceil((Math.hypot(x1 - x0, y1 - y0) * 111) / STEP_KM))
      return Array.from({ length: pieces + 1 }, (_, i) => [
        x0 + ((x1 - x0) * i) / pieces,
        y0 + ((y1 - y0) * i) / pieces,
      ])
    }),
  )
}
