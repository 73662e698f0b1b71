/** Upstream words for the state of plants, pipelines and lines, in the vocabulary of the atlas. */
import type { WorksStatus } from '#geodata/contract/works-status.ts'

const STATUS_OF_WORD: Readonly<Record<string, WorksStatus>> = {
  operating: 'operational',
  operational: 'operational',
  construction: 'under_construction',
  under_construction: 'under_construction',
  planned: 'planned',
  proposed: 'planned',
  announced: 'planned',
  permitted: 'planned',
  'pre-permit': 'planned',
  'pre-construction': 'planned',
  discovered: 'planned',
  shelved: 'stalled',
  cancelled: 'stalled',
  'cancelled - inferred 4 y': 'stalled',
  mothballed: 'closed',
  suspended: 'closed',
  shut_in: 'closed',
  retired: 'closed',
}

/** Words that say no more than the status they map to. */
const PLAIN = new Set(['operating', 'operational', 'construction', 'under_construction', 'planned'])

/** Throws on a word that is not listed: a new state upstream needs a decision. */
export function worksStatus(word: string | null | undefined): { status: WorksStatus; statusText: string | null } {
  const status = STATUS_OF_WORD[word ?? '']
  if (!status || !word) throw new Error(`energy: unknown state "${word}"`)
  return { status, statusText: PLAIN.has(word) ? null : word }
}
