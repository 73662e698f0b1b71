/** Small worlds for the tests of the checker: the real definitions, a few features, one of them bad. */
import { datasetById } from '#geodata/datasets/catalogue.ts'
import type { StoredDataset, StoredFeature, World } from '#scripts/build/check/check.ts'
import { noticeText } from '#scripts/build/write-dataset.ts'

/** A dataset of the catalogue with these features and its own notice. */
export function stored(id: string, features: readonly StoredFeature[]): StoredDataset {
  const definition = datasetById(id)
  if (!definition) throw new Error(`no dataset ${id}`)
  return { definition, features, notice: noticeText(definition) }
}

export function worldOf(datasets: Readonly<Record<string, readonly StoredFeature[]>>): World {
  return new Map(Object.entries(datasets).map(([id, features]) => [id, stored(id, features)]))
}

export const point = (lon: number, lat: number) => ({
  type: 'Point' as const,
  coordinates: [lon, lat] as [number, number],
})

/** A deposit that the schema accepts, at Saindak unless told otherwise. */
export function deposit(
  id: string,
  position: [number, number],
  properties: Record<string, unknown> = {},
): StoredFeature {
  return {
    id,
    geometry: point(...position),
    properties: {
      name: { en: id, ur: null, zh: null },
      geometryQuality: 'exact',
      commodityPrimary: 'copper',
      commodities: ['copper'],
      province: 'balochistan',
      positionAccuracyKm: 1,
      partOf: null,
      sharesGroundWith: [],
      resource: null,
      rivals: [],
      ...properties,
    },
  }
}

/** Roughly western Balochistan, and a district in it. */
export const square = (west: number, south: number, east: number, north: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ] as [number, number][],
  ],
})
export const balochistan: StoredFeature = {
  id: 'balochistan',
  geometry: square(60.9, 24.9, 70.3, 32.1),
  properties: {},
}
export const khuzdar: StoredFeature = { id: 'khuzdar', geometry: square(65.8, 26.9, 67.3, 28.5), properties: {} }
