/**
 * The table of operations: everything the interface answers, in the order of its description. To add one, write it and
 * name it here.
 *
 * Writing (OGC API Features, Part 4) has its place: POST on the items of a collection, PUT, PATCH and DELETE on an item,
 * over `putFeature` and `removeFeature` of the store. It is off until there are accounts; until then `http/admit.ts` refuses
 * every method but GET, HEAD and OPTIONS with 405 and Allow, and `WRITES` says so to the tests.
 */
import { apiOperation } from './api.ts'
import { collection, collections } from './collections.ts'
import { feature } from './feature.ts'
import { items } from './items.ts'
import { conformance, landing } from './landing.ts'
import type { Operation } from './operation.ts'
import { queryables, schema, sortables } from './schemas.ts'
import { collectionStyleById, collectionStyles, style, styles } from './styles.ts'
import { tileMatrixSet, tileMatrixSets } from './tile-matrix-sets.ts'
import { tile, tileset, tilesets } from './tiles.ts'

export const OPERATIONS: readonly Operation[] = [
  landing,
  apiOperation(() => OPERATIONS),
  conformance,
  collections,
  collection,
  items,
  feature,
  queryables,
  sortables,
  schema,
  tilesets,
  tileset,
  tile,
  collectionStyles,
  collectionStyleById,
  styles,
  style,
  tileMatrixSets,
  tileMatrixSet,
]

/** What Part 4 will answer, and does not yet. */
export const WRITES = [
  { id: 'createFeature', method: 'POST', path: '/collections/:collectionId/items' },
  { id: 'replaceFeature', method: 'PUT', path: '/collections/:collectionId/items/:featureId' },
  { id: 'updateFeature', method: 'PATCH', path: '/collections/:collectionId/items/:featureId' },
  { id: 'deleteFeature', method: 'DELETE', path: '/collections/:collectionId/items/:featureId' },
] as const
