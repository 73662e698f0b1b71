/**
 * Orders names by likeness to what was typed: share of grams (Dice), edit distance (Levenshtein) against the whole name
 * and against each run of as many words, and a bonus for beginnings. The feature's weight decides between near equals.
 */
import { distance } from 'fastest-levenshtein'
import { gramsOf, normaliseName } from './grams.ts'

/** Below this a name is not what was meant. */
const LEAST_LIKENESS = 0.35
/** How much of the order a feature's weight may decide. */
const WEIGHT_SHARE = 0.15

/** 0–1; 1 only for the same name after normalising. */
export function likeness(query: string, name: string): number {
  return likenessTo(query)(name)
}

/** `likeness` with what concerns the query reckoned once. */
function likenessTo(query: string): (name: string) => number {
  const typed = normaliseName(query)
  const typedGrams = new Set(gramsOf(typed))
  const count = typed.split(' ').length
  return (name) => {
    const stored = normaliseName(name)
    if (typed === '' || stored === '') return 0
    if (typed === stored) return 1
    const words = stored.split(' ')
    let best = closeness(typed, stored)
    for (let from = 0; from < words.length; from++) {
      const rest = words.slice(from).join(' ')
      if (rest.startsWith(typed))
        best = Math.max(best, (from === 0 ? 0.75 : 0.7) + (0.2 * typed.length) / stored.length)
      if (from + count <= words.length)
        best = Math.max(best, 0.92 * closeness(typed, words.slice(from, from + count).join(' ')))
    }
    return Math.min(0.99, 0.8 * best + 0.2 * dice(typedGrams, gramsOf(stored)))
  }
}

function closeness(a: string, b: string): number {
  const edits = distance(a, b)
  return 1 - (edits === 2 && isSwap(a, b) ? 1 : edits) / Math.max(a.length, b.length)
}

/** Two letters that changed places are one slip of the fingers, where Levenshtein counts two edits. */
function isSwap(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join('') === [...b].sort().join('')
}

function dice(a: ReadonlySet<string>, b: readonly string[]): number {
  if (a.size === 0 || b.length === 0) return 0
  return (2 * b.filter((gram) => a.has(gram)).length) / (a.size + b.length)
}

interface Named {
  ref: { dataset: string; id: string }
  matched: string
  /** 0–1 */
  weight: number
}

/** Candidates by likeness and weight, best first, each feature once with the name that fits best; `score` is the likeness. */
export function rankCandidates<C extends Named>(
  query: string,
  candidates: readonly C[],
  limit: number,
): (C & { score: number })[] {
  const likenessOf = likenessTo(query)
  const best = new Map<string, C & { score: number }>()
  for (const candidate of candidates) {
    const score = likenessOf(candidate.matched)
    if (score < LEAST_LIKENESS) continue
    const key = `${candidate.ref.dataset}/${candidate.ref.id}`
    const known = best.get(key)
    if (!known || known.score < score) best.set(key, { ...candidate, score })
  }
  const order = (hit: C & { score: number }): number => hit.score * (1 - WEIGHT_SHARE + WEIGHT_SHARE * hit.weight)
  return [...best.entries()]
    .sort(([keyA, a], [keyB, b]) => order(b) - order(a) || (keyA < keyB ? -1 : 1))
    .slice(0, limit)
    .map(([, hit]) => hit)
}
