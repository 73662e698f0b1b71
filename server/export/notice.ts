/** What every exported file says of itself: what it holds, from whom, under what licence, of when. */
import { type DatasetDefinition, type DatasetSource, LICENCES } from '#geodata/contract/dataset.ts'
import type { Language } from '#geodata/contract/provenance.ts'
import type { DatasetState } from '../storage/storage.ts'
import { NOTICE_WORDS } from './notice-words.ts'

export interface ExportNotice {
  /** Of the title and of the headings of its rows. */
  language: Language
  title: string
  dataset: string
  /** The restrictions in words; null where there are none. */
  selection: string | null
  featureCount: number
  licence: { id: string; title: string; url: string | null }
  /** Lines that must be shown wherever the data are. */
  attribution: readonly string[]
  sources: readonly DatasetSource[]
  /** State of the data, and the version of exactly these. */
  vintage: string
  version: string
  accuracy: string
  /** ISO 8601, UTC. */
  takenOn: string
  /** Where it came from: the address of the server, or of none where none is configured. */
  origin: string
}

export function noticeOf(
  definition: DatasetDefinition,
  state: DatasetState,
  rest: Pick<ExportNotice, 'language' | 'selection' | 'featureCount' | 'takenOn' | 'origin'>,
): ExportNotice {
  const { id, title, licence, attribution, sources, vintage, accuracy } = definition
  return {
    title: `Orelink: ${title[rest.language]}`,
    dataset: id,
    ...rest,
    licence: { id: licence, ...LICENCES[licence] },
    attribution: attribution.length > 0 ? attribution : ['Orelink'],
    sources,
    vintage,
    version: state.version,
    accuracy,
  }
}

/** The notice as pairs of label and text, in the order of reading, for sheets, text files and descriptions. */
export function noticeRows(notice: ExportNotice): (readonly [label: string, text: string])[] {
  const words = NOTICE_WORDS[notice.language]
  return [
    [words.title, notice.title],
    [words.dataset, notice.dataset],
    [words.selection, notice.selection ?? words.everything],
    [words.records, String(notice.featureCount)],
    [words.licence, licenceText(notice)],
    ...notice.attribution.map((line) => [words.attribution, line] as const),
    [words.vintage, notice.vintage],
    [words.version, notice.version],
    [words.accuracy, notice.accuracy],
    [words.takenOn, notice.takenOn],
    ...(notice.origin === '' ? [] : [[words.takenFrom, notice.origin] as const]),
    ...notice.sources.map((source) => [words.source, sourceText(source)] as const),
    [words.positions, words.positionsText],
  ]
}

export function noticeText(notice: ExportNotice): string {
  return noticeRows(notice)
    .map(([label, text]) => `${label}: ${text}\n`)
    .join('')
}

export function licenceText({ licence: { id, title, url } }: ExportNotice): string {
  return url === null ? `${id} (${title})` : `${id} (${title}, ${url})`
}

function sourceText({ title, publisher, url, vintage, licence }: DatasetSource): string {
  return [title, publisher, vintage, licence, url].filter((part) => part !== null).join(', ')
}
