/** The dataset behind a collection, with its state in the store. */
import type { DatasetDefinition } from '#geodata/contract/dataset.ts'
import { Refusal } from '../refusal.ts'
import type { DatasetState } from '../storage/storage.ts'
import type { OgcContext } from './operation.ts'

export interface Collection {
  dataset: DatasetDefinition
  state: DatasetState
}

/** Every dataset of the catalogue; one that is not loaded has no features and no extent. */
export async function allCollections({ storage, datasets }: OgcContext): Promise<Collection[]> {
  const states = new Map((await storage.datasets()).map((state) => [state.id, state]))
  return datasets.map((dataset) => ({
    dataset,
    state: states.get(dataset.id) ?? { id: dataset.id, version: '', featureCount: 0, bbox: null },
  }))
}

/** Throws a refusal where there is no such collection. */
export async function knownCollection(id: string | undefined, context: OgcContext): Promise<Collection> {
  const found = (await allCollections(context)).find(({ dataset }) => dataset.id === id)
  if (found) return found
  throw new Refusal('not-found', 'There is no such collection; /ogc/collections lists those there are.')
}

/** The lines that must be shown; where none must, who published the sources. */
export function attributionOf({ attribution, sources }: DatasetDefinition): string {
  const lines = attribution.length > 0 ? attribution : sources.map(({ publisher }) => publisher)
  return [...new Set(lines)].join(' | ')
}
