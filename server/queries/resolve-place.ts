/** Places and areas of a question as geometries: shapes as given, features as the atlas holds them. */
import type { Geometry } from '#geodata/contract/geo.ts'
import type { Area, Place } from '#geodata/contract/place.ts'
import { ProtectedOutlineProperties } from '#geodata/datasets/protected-outlines/dataset.ts'
import { type AreaTest, aroundTest, boxTest, shapeTest, tileBox } from '#geodata/spatial/area-test.ts'
import { targetOf } from '#geodata/spatial/target.ts'
import { Refusal } from '../refusal.ts'
import { knownDataset } from './known-dataset.ts'
import type { Context } from './query.ts'

/** Throws a refusal where there is no such feature, or one without a place. */
export async function resolvePlace(place: Place, context: Context): Promise<Geometry> {
  if (place.kind === 'shape') return place.geometry
  const { dataset, id } = place.ref
  knownDataset(dataset, context)
  const { geometry } = await context.cache.get(`shape of ${dataset}/${id}`, [dataset, 'protected-outlines'], () =>
    shapeOf(dataset, id, context),
  )
  if (geometry === null) throw new Refusal('not-found', `The feature ${dataset}/${id} has no place.`)
  return geometry
}

/** Kept for the next question: a corridor is asked about from every side, and its pieces are made once. */
async function shapeOf(dataset: string, id: string, context: Context): Promise<{ geometry: Geometry | null }> {
  const feature = await context.storage.feature({ dataset, id })
  if (!feature) throw new Refusal('not-found', `There is no feature ${dataset}/${id}.`)
  const outline = dataset === 'protected-areas' ? await outlineOf(id, context) : null
  return { geometry: outline ?? feature.geometry }
}

/** Whether features lie in an area, and the box to look for them in. */
export async function resolveArea(area: Area, context: Context): Promise<AreaTest> {
  switch (area.kind) {
    case 'box':
      return boxTest(area.bbox)
    case 'tile':
      return boxTest(tileBox(area.z, area.x, area.y))
    case 'around':
      return aroundTest(targetOf(await resolvePlace(area.place, context)), area.withinKm)
    case 'shape':
    case 'feature':
      return shapeTest(await resolvePlace(area, context))
  }
}

const MOST_OUTLINES = 1000

/** A protected area is its mapped outline where there is one; its own geometry is a circle that stands in. */
async function outlineOf(id: string, { storage, cache }: Context): Promise<Geometry | null> {
  const outlines = await cache.get('outlines of protected areas', ['protected-outlines'], async () => {
    const features = await storage.features('protected-outlines', { limit: MOST_OUTLINES })
    return new Map(
      features.map(({ geometry, properties }) => [
        ProtectedOutlineProperties.parse(properties).protectedAreaId,
        geometry,
      ]),
    )
  })
  return outlines.get(id) ?? null
}
