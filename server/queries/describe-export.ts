/** What a file of the features asked for would hold, before it is made. */
import { LICENCES } from '#geodata/contract/dataset.ts'
import { MOST_EXPORTED_FEATURES } from '#geodata/contract/export.ts'
import { EXPORT_FORMATS } from '../export/formats.ts'
import { prepareExport } from '../export/prepare-export.ts'
import type { Query } from './query.ts'

export const describeExport: Query<'describeExport'> = async ({ params, query }, context) => {
  const { content, stem } = await prepareExport(params.dataset, query, context)
  const { dataset, columns, notice } = content
  return {
    dataset: dataset.id,
    title: dataset.title,
    featureCount: notice.featureCount,
    mostFeatures: MOST_EXPORTED_FEATURES,
    columns: columns.map(({ name, kind, unit }) => ({ name, kind, unit })),
    licence: { id: dataset.licence, ...LICENCES[dataset.licence] },
    attribution: [...dataset.attribution],
    vintage: dataset.vintage,
    formats: EXPORT_FORMATS.map(({ id, title, extension, mediaType, holdsTables }) => ({
      ...{ id, title, extension, mediaType, fileName: `${stem}.${extension}` },
      isSuitable: holdsTables || dataset.geometry !== 'none',
    })),
  }
}
