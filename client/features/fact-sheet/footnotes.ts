/** Numbers for the citations of a printed sheet: each source and wording once, in the order in which it is first cited. */
import type { Citation } from '#geodata/contract/provenance.ts'

export interface Footnotes {
  list: readonly Citation[]
  /** `1, 3`: the numbers of these citations; '' for none. */
  marks(citations: readonly Citation[]): string
}

const keyOf = ({ source, text }: Citation): string => `${source} ${text}`

/** `cited`: every citation of what is printed, in the order of printing. */
export function footnotesOf(cited: readonly Citation[]): Footnotes {
  const numbers = new Map<string, number>()
  const list: Citation[] = []
  for (const citation of cited) {
    if (numbers.has(keyOf(citation))) continue
    list.push(citation)
    numbers.set(keyOf(citation), list.length)
  }
  const marks = (citations: readonly Citation[]): string =>
    [...new Set(citations.flatMap((citation) => numbers.get(keyOf(citation)) ?? []))].sort((a, b) => a - b).join(', ')
  return { list, marks }
}
