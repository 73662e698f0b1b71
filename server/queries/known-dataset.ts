/** The definition of a dataset that a reader names, or a refusal. */
import type { DatasetDefinition } from '#geodata/contract/dataset.ts'
import { Refusal } from '../refusal.ts'
import type { Context } from './query.ts'

export function knownDataset(id: string, { datasets }: Pick<Context, 'datasets'>): DatasetDefinition {
  const dataset = datasets.find((candidate) => candidate.id === id)
  if (!dataset) throw new Refusal('not-found', 'No dataset has this id; /api/datasets lists them.')
  return dataset
}
