/**
 * The geometries of a dataset in memory with their index, and the properties of the features that answers list: read once for
 * each version of the dataset, the least used let go beyond a bound. Nothing is parsed twice for two questions.
 */
import { LRUCache } from 'lru-cache'
import type { FeatureProperties } from '#geodata/contract/dataset.ts'
import { buildShapeIndex, type Shape, type ShapeIndex } from '#geodata/spatial/shape-index.ts'
import type { Feature, Storage } from '../storage/storage.ts'
import { breather } from './breathe.ts'

const PAGE = 2000
const MOST_BYTES = 512 * 2 ** 20
const MOST_PROPERTIES = 5000
const MOST_RULES = 32

type Source = Pick<Storage, 'datasets' | 'shapes' | 'features' | 'feature'>

interface Kept {
  /** By dataset and version; while it is being made, its size is that of the least. */
  indexes: LRUCache<string, Promise<ShapeIndex>>
  /** By number of the feature; they go with their index. */
  properties: WeakMap<ShapeIndex, LRUCache<number, FeatureProperties>>
  /** Ids of the features that a rule lets through, by rule, dataset and version. */
  accepted: LRUCache<string, Promise<ReadonlySet<string>>>
}

const keptOf = new WeakMap<object, Kept>()

function keptFor(storage: Source): Kept {
  const known = keptOf.get(storage)
  if (known) return known
  const made: Kept = {
    indexes: new LRUCache({ maxSize: MOST_BYTES }),
    properties: new WeakMap(),
    accepted: new LRUCache({ max: MOST_RULES }),
  }
  keptOf.set(storage, made)
  return made
}

/** Of features that have a place. Failures are not kept; askers at the same time share one reading. */
export async function shapesOf(dataset: string, storage: Source): Promise<ShapeIndex> {
  const { indexes } = keptFor(storage)
  const key = `${dataset}@${await versionOf(dataset, storage)}`
  const known = indexes.get(key)
  if (known) return known
  for (const old of indexes.keys()) if (old.startsWith(`${dataset}@`)) indexes.delete(old)
  const reading = readShapes(dataset, storage)
  indexes.set(key, reading, { size: 1 })
  reading.then(
    ({ bytes }) => indexes.set(key, reading, { size: Math.max(1, bytes) }),
    () => indexes.delete(key),
  )
  return reading
}

async function readShapes(dataset: string, storage: Source): Promise<ShapeIndex> {
  const shapes: Shape[] = []
  const breathe = breather()
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: Shape[] = await storage.shapes(dataset, { limit: PAGE, after })
    for (const shape of page) shapes.push(shape)
    after = page.length === PAGE ? page.at(-1)?.id : undefined
    await breathe()
  }
  return buildShapeIndex(shapes)
}

/** A feature whose place the index holds, with its properties. */
export async function featureOf(
  dataset: string,
  index: ShapeIndex,
  number: number,
  storage: Source,
): Promise<Feature | null> {
  const id = index.ids[number] ?? ''
  const { properties } = keptFor(storage)
  const kept = properties.get(index) ?? new LRUCache<number, FeatureProperties>({ max: MOST_PROPERTIES })
  properties.set(index, kept)
  const known = kept.get(number) ?? (await storage.feature({ dataset, id }))?.properties
  if (known === undefined) return null
  kept.set(number, known)
  return { id, geometry: index.geometry(number), properties: known }
}

export interface Rule {
  /** Names the rule: equal names accept the same. */
  name: string
  dataset: string
  accept(properties: FeatureProperties): boolean
}

/** Ids of the features of a dataset that a rule lets through, found out once for each version. */
export async function idsUnder({ name, dataset, accept }: Rule, storage: Source): Promise<ReadonlySet<string>> {
  const { accepted } = keptFor(storage)
  const key = `${name} ${dataset}@${await versionOf(dataset, storage)}`
  const known = accepted.get(key)
  if (known) return known
  const reading = readIds(dataset, accept, storage)
  accepted.set(key, reading)
  reading.catch(() => accepted.delete(key))
  return reading
}

async function readIds(dataset: string, accept: Rule['accept'], storage: Source): Promise<ReadonlySet<string>> {
  const ids = new Set<string>()
  const breathe = breather()
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: Feature[] = await storage.features(dataset, { limit: PAGE, after })
    for (const { id, properties } of page) if (accept(properties)) ids.add(id)
    after = page.length === PAGE ? page.at(-1)?.id : undefined
    await breathe()
  }
  return ids
}

async function versionOf(dataset: string, { datasets }: Source): Promise<string> {
  return (await datasets()).find(({ id }) => id === dataset)?.version ?? ''
}
