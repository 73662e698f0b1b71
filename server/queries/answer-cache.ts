/**
 * Answers that are dear to reckon (distances from a deposit to every road, from a corridor to every deposit), kept until
 * a dataset they rest on changes. Failures are never kept, and askers at the same time share one reckoning.
 */
import { LRUCache } from 'lru-cache'
import type { FeatureStore } from '../storage/storage.ts'

const MOST_ANSWERS = 2000

export interface AnswerCache {
  /** The kept answer under `key`, or `reckon()`; `datasets` are those whose change makes it void. */
  get<T extends object>(key: string, datasets: readonly string[], reckon: () => Promise<T>): Promise<T>
}

export function createAnswerCache(storage: Pick<FeatureStore, 'datasets'>): AnswerCache {
  const kept = new LRUCache<string, Promise<object>>({ max: MOST_ANSWERS })
  return {
    async get<T extends object>(key: string, datasets: readonly string[], reckon: () => Promise<T>): Promise<T> {
      const states = await storage.datasets()
      const versions = states.filter(({ id }) => datasets.includes(id)).map(({ id, version }) => `${id}@${version}`)
      const full = `${key} ${versions.join(' ')}`
      const before = kept.get(full)
      // Equal keys come from the same call with the same type.
      if (before) return (await before) as T
      const answer = reckon()
      kept.set(full, answer)
      answer.catch(() => kept.delete(full))
      return answer
    },
  }
}
