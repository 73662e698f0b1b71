/** How much a sheet lists: one page must hold it, so long lists are cut where whole lists do not fit, and say so. */
export interface Detail {
  rivals: number
  parts: number
  neighbours: number
  legs: number
  /** Characters of free text that are printed. */
  textLength: number
}

export const LEAST_DETAIL: Detail = { rivals: 2, parts: 4, neighbours: 3, legs: 6, textLength: 100 }

/** From all that is wanted to the least, tried in this order. */
export const DETAILS: readonly Detail[] = [
  { rivals: 5, parts: 8, neighbours: 6, legs: 12, textLength: 240 },
  { rivals: 3, parts: 6, neighbours: 5, legs: 9, textLength: 160 },
  LEAST_DETAIL,
]

/** Free text cut at a word; unchanged where it is short enough. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const head = text.slice(0, most)
  const atWord = head.lastIndexOf(' ')
  return `${head.slice(0, atWord > most * 0.6 ? atWord : most).trimEnd()}…`
}
