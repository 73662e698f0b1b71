/** The tables compiled by the project itself, row by row from cited sources, as a source of datasets. */
import type { DatasetSource } from '#geodata/contract/dataset.ts'

export function compiledFacts(title: string): DatasetSource {
  return {
    title: `${title}, with citations row by row`,
    publisher: 'Orelink, compiled from the cited sources',
    url: null,
    vintage: '2026-11',
    licence: 'CC BY 4.0',
  }
}
