/** States of plants and pipelines as the trackers word them, in the vocabulary of the atlas. */
import type { WorksStatus } from '#geodata/contract/works-status.ts'
import { worksStatusOf } from './works-status-words.ts'

/** Words of the trackers beside those of our own tables. Stalled may resume; closed will not, or was never built. */
const STATUS_OF_WORD: Readonly<Record<string, WorksStatus>> = {
  construction: 'under_construction',
  proposed: 'planned',
  announced: 'planned',
  permitted: 'planned',
  'pre-permit': 'planned',
  'pre-construction': 'planned',
  discovered: 'planned',
  shelved: 'stalled',
  mothballed: 'stalled',
  shut_in: 'stalled',
  retired: 'closed',
  cancelled: 'closed',
  'cancelled - inferred 4 y': 'closed',
}

/** Words that say no more than the status they map to. */
const PLAIN = new Set(['operating', 'operational', 'construction', 'under_construction', 'planned'])

/** Status and, where it says more, the word itself. Throws on a word that no table knows. */
export function worksStatus(word: string | null | undefined): { status: WorksStatus; statusText: string | null } {
  if (!word) throw new Error('energy: a row without state')
  return { status: STATUS_OF_WORD[word] ?? worksStatusOf(word), statusText: PLAIN.has(word) ? null : word }
}
