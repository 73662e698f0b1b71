/**
 * What the engine has reckoned for deposits so far: nearest of each kind, ways to the chosen market, the best port. Kept by
 * deposit, so that a change of filter asks only for what is new; ways are kept for one market and one set of conditions.
 */
import { create } from 'zustand'
import type { LocalName } from '#geodata/contract/provenance.ts'
import type { OverlayKind } from '#geodata/contract/questions.ts'

export interface Near {
  distanceKm: number
  name: LocalName
}

export interface Way {
  usdPerTonne: { low: number; base: number; high: number }
  timeH: number
  lengthKm: number
  isIndicative: boolean
}

export interface BestPort {
  ref: string
  name: LocalName | null
  way: Way
}

export type Nearest = Readonly<Partial<Record<OverlayKind, Near | null>>>

/** A value may be null: reckoned, and there is none. Absent: not reckoned yet. */
export interface Computed {
  nearest: ReadonlyMap<string, Nearest>
  /** Name of the market and conditions that `ways` and `ports` are for. */
  waysKey: string
  ways: ReadonlyMap<string, Way | null>
  portsKey: string
  ports: ReadonlyMap<string, BestPort | null>
  /** null: nothing is under way. */
  progress: { done: number; of: number } | null
  /** The code of the last failure; null where all went well. */
  failure: string | null
}

export const NOTHING_COMPUTED: Computed = {
  nearest: new Map(),
  waysKey: '',
  ways: new Map(),
  portsKey: '',
  ports: new Map(),
  progress: null,
  failure: null,
}

export const useComputed = create<Computed>(() => NOTHING_COMPUTED)
