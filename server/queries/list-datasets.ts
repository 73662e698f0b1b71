/** Every dataset of the catalogue with its licence, date, version and tiles. */
import { type DatasetDefinition, type DatasetInfo, LICENCES } from '#geodata/contract/dataset.ts'
import type { DatasetState } from '../storage/storage.ts'
import type { Query } from './query.ts'

export const listDatasets: Query<'listDatasets'> = async (_question, { storage, datasets, baseUrl }) => {
  const states = new Map((await storage.datasets()).map((state) => [state.id, state]))
  return {
    datasets: datasets.flatMap((dataset) => {
      const state = states.get(dataset.id)
      return state ? [infoOf(dataset, state, baseUrl)] : []
    }),
  }
}

function infoOf(dataset: DatasetDefinition, state: DatasetState, baseUrl: string): DatasetInfo {
  const { id, title, group, geometry, sources, licence, attribution, vintage, accuracy, tiles } = dataset
  return {
    id,
    title,
    group,
    geometry,
    sources: [...sources],
    licence: { id: licence, ...LICENCES[licence] },
    attribution: [...attribution],
    vintage,
    accuracy,
    featureCount: state.featureCount,
    version: state.version,
    tiles: tiles && {
      url: `${baseUrl}/tiles/${id}.json`,
      minZoom: tiles.minZoom,
      maxZoom: tiles.maxZoom,
      thinning: tiles.thinning,
    },
  }
}
