/** Refuses datasets without licence or notice, features that break their schema, and invalid geometry. */
import { LICENCES } from '#geodata/contract/dataset.ts'
import { Geometry, type Position } from '#geodata/contract/geo.ts'
import { noticeText } from '../write-dataset.ts'
import { type Check, type Fault, forEachFeature, type StoredFeature } from './check.ts'

export const licences: Check = (world) =>
  [...world].flatMap(([where, { definition, notice }]) => {
    const faults: Fault[] = []
    if (!Object.hasOwn(LICENCES, definition.licence))
      faults.push({ where, what: 'has no licence', mend: `one of ${Object.keys(LICENCES).join(', ')} in dataset.ts` })
    if (definition.sources.length === 0)
      faults.push({ where, what: 'names no source', mend: 'list what it was made from in dataset.ts' })
    if (definition.licence === 'ODbL-1.0' && !definition.attribution.some((line) => line.includes('OpenStreetMap')))
      faults.push({ where, what: 'is ODbL without attribution', mend: 'add "© OpenStreetMap contributors"' })
    if (notice === null) faults.push({ where, what: 'has no NOTICE.md', mend: `npm run data -- ${where}` })
    else if (Object.hasOwn(LICENCES, definition.licence) && notice !== noticeText(definition))
      faults.push({ where, what: 'has a NOTICE.md that differs from dataset.ts', mend: `npm run data -- ${where}` })
    return faults
  })

export const schemas: Check = (world) =>
  forEachFeature(world, (dataset, feature) => {
    const parsed = world.get(dataset)?.definition.properties.safeParse(feature.properties)
    return (parsed?.error?.issues ?? []).map((issue) => ({
      where: `${dataset}/${feature.id}`,
      what: `properties.${issue.path.join('.')}: ${issue.message}`,
      mend: `correct the record or the schema in geodata/datasets/${dataset}/dataset.ts`,
    }))
  })

const ringsOf = (geometry: Geometry): Position[][] =>
  geometry.type === 'Polygon'
    ? geometry.coordinates
    : geometry.type === 'MultiPolygon'
      ? geometry.coordinates.flat()
      : []

function isClosed(ring: readonly Position[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)]
  return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1]
}

function geometryFaults(dataset: string, feature: StoredFeature): Fault[] {
  if (feature.geometry === null) return []
  const where = `${dataset}/${feature.id}`
  const parsed = Geometry.safeParse(feature.geometry)
  if (!parsed.success)
    return [
      { where, what: `geometry: ${parsed.error.issues[0]?.message}`, mend: 'positions are [lon, lat] in degrees' },
    ]
  const open = ringsOf(parsed.data).filter((ring) => !isClosed(ring)).length
  return open > 0 ? [{ where, what: `${open} rings are not closed`, mend: 'end each ring where it began' }] : []
}

export const geometries: Check = (world) => [
  ...forEachFeature(world, geometryFaults),
  ...[...world].flatMap(([where, { features }]) => {
    const ids = features.map((feature) => feature.id)
    return new Set(ids).size === ids.length ? [] : [{ where, what: 'uses an id twice', mend: 'make ids unique' }]
  }),
]
