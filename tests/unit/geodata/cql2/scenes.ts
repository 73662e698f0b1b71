/** A dataset in the manner of the examples of OGC 21-065r2, and one of its features. */
import * as z from 'zod'
import { type DatasetDefinition, FeatureProperties } from '#geodata/contract/dataset.ts'
import { type Queryable, type Queryables, queryablesOf } from '#geodata/cql2/queryables.ts'

const Scene = FeatureProperties.extend({
  eo_cloud_cover: z.number().nullable(),
  eo_instrument: z.string().nullable(),
  owner: z.string().nullable(),
  floors: z.number().int(),
  swimming_pool: z.boolean(),
  updated: z.iso.datetime().nullable(),
  starts_at: z.iso.date().nullable(),
  ends_at: z.iso.date().nullable(),
  vehicle_height: z.number().nullable(),
  bridge_clearance: z.number().nullable(),
  date: z.string().nullable(),
})
const scenes = { id: 'scenes', geometry: 'point', properties: Scene } as unknown as DatasetDefinition
export const queryables = queryablesOf(scenes)
export const scene = {
  id: 'a',
  geometry: { type: 'Point' as const, coordinates: [-117, 40] as [number, number] },
  properties: {
    ...{
      name: { en: 'Ägir', ur: null, zh: null },
      eo_cloud_cover: 0.1,
      eo_instrument: 'OLI',
      owner: 'Mike Jones',
      floors: 6,
    },
    ...{ swimming_pool: true, updated: '2017-11-05T00:00:00Z', starts_at: '2005-01-10', ends_at: '2010-02-10' },
    ...{ vehicle_height: 5, bridge_clearance: 4, date: null },
  },
}
export const property = (name: string) => ({ property: name })

/** Queryables of the types given, each with its names. */
export function typed(names: Partial<Record<Queryable['type'], readonly string[]>>): Queryables {
  const all = Object.entries(names).flatMap(([type, some]) =>
    some.map((name) => ({ name, type: type as Queryable['type'] })),
  )
  const plain = { nullable: true, isList: false, derivation: null }
  return new Map(all.map(({ name, type }) => [name, { ...plain, name, type, path: [name] }]))
}
