/**
 * Keeps the overlay in step with its sources: each deposit with the nearest feature of each kind, one table in the store.
 * A kind whose datasets changed is made again for all deposits; when only deposits changed, those that are new or moved.
 */

import type { Position } from '#geodata/contract/geo.ts'
import { OVERLAY_KINDS, type OverlayKind } from '#geodata/contract/questions.ts'
import type { DatasetState, OverlayEntry, OverlayState, Storage } from '../storage/storage.ts'
import { breather } from './breathe.ts'
import { KINDS, nearestOfKind } from './nearest-kinds.ts'

/** Goes up when the rules of nearest-kinds.ts change, so that rows made by other rules are made again. */
const RULES_VERSION = 1
const PAGE = 2000

/** What the rows of a kind must be made from to be current. */
export function currentState(kind: OverlayKind, datasets: readonly DatasetState[]): OverlayState {
  const versionOf = (id: string): string => datasets.find((state) => state.id === id)?.version ?? ''
  const sources = [...new Set(KINDS[kind].map(({ dataset }) => dataset))].map((id) => `${id}@${versionOf(id)}`)
  return { kind, sources: [`rules ${RULES_VERSION}`, ...sources].join(' '), deposits: versionOf('deposits') }
}

/** Brings every kind up to date; returns how many rows were reckoned. A write in its midst leaves it to the next call. */
export async function refreshOverlay(storage: Storage): Promise<number> {
  const datasets = await storage.datasets()
  const before = new Map((await storage.overlayStates()).map((state) => [state.kind, state]))
  const stale = OVERLAY_KINDS.map((kind) => currentState(kind, datasets)).filter(
    ({ kind, ...now }) => before.get(kind)?.sources !== now.sources || before.get(kind)?.deposits !== now.deposits,
  )
  if (stale.length === 0) return 0
  const [places, entries] = [await placesOf(storage), await storage.overlayEntries()]
  let reckoned = 0
  for (const state of stale) {
    const isSame = before.get(state.kind)?.sources === state.sources
    const kept = new Map(
      entries.filter(({ kind }) => isSame && kind === state.kind).map((entry) => [entry.deposit, entry]),
    )
    const made = await entriesOf(state.kind, places, kept, storage)
    reckoned += made.fresh
    await storage.replaceOverlay(state, made.entries)
  }
  return reckoned
}

interface DepositPlace {
  id: string
  position: Position
}

async function placesOf(storage: Storage): Promise<DepositPlace[]> {
  const places: DepositPlace[] = []
  let after: string | undefined
  do {
    const page = await storage.features('deposits', { limit: PAGE, ...(after === undefined ? {} : { after }) })
    for (const { id, geometry } of page)
      if (geometry?.type === 'Point') places.push({ id, position: geometry.coordinates })
    after = page.length === PAGE ? page.at(-1)?.id : undefined
  } while (after !== undefined)
  return places
}

async function entriesOf(
  kind: OverlayKind,
  places: readonly DepositPlace[],
  kept: ReadonlyMap<string, OverlayEntry>,
  storage: Storage,
): Promise<{ entries: OverlayEntry[]; fresh: number }> {
  const breathe = breather()
  const signal = new AbortController().signal
  const entries: OverlayEntry[] = []
  let fresh = 0
  for (const { id, position } of places) {
    const old = kept.get(id)
    if (old && old.position[0] === position[0] && old.position[1] === position[1]) {
      entries.push(old)
      continue
    }
    entries.push({ kind, deposit: id, position, neighbour: await nearestOfKind(position, kind, { storage, signal }) })
    fresh++
    await breathe()
  }
  return { entries, fresh }
}
