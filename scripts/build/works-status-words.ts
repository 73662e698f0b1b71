/** Words of the sources for the state of works, put into our one vocabulary. */
import type { WorksStatus } from '#geodata/contract/works-status.ts'

const STATUS: Readonly<Record<string, WorksStatus>> = {
  operating: 'operational',
  operational: 'operational',
  'operational in part': 'operational',
  completed: 'operational',
  'under construction': 'under_construction',
  under_construction: 'under_construction',
  approved: 'planned',
  planned: 'planned',
  suspended: 'stalled',
  stalled: 'stalled',
  dropped: 'closed',
}

/** The status for a word; a word that the table does not know throws. */
export function worksStatusOf(word: string): WorksStatus {
  const status = STATUS[word]
  if (!status) throw new Error(`status "${word}" is unknown: add it to scripts/build/works-status-words.ts`)
  return status
}
