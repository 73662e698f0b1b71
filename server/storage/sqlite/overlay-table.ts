/** The overlay: rows of deposit and kind with the nearest feature, and what each kind was made from. */
import * as z from 'zod'
import { Neighbour } from '#geodata/contract/feature-ref.ts'
import { OVERLAY_KINDS, OverlayKind } from '#geodata/contract/questions.ts'
import type { OverlayEntry, OverlayState } from '../storage.ts'
import type { SqliteDatabase } from './open-database.ts'

const Row = z.object({
  kind: OverlayKind,
  deposit: z.string(),
  lon: z.number(),
  lat: z.number(),
  neighbour: z.string().nullable(),
})
const StateRow = z.object({ kind: OverlayKind, sources: z.string(), deposits: z.string() })

export interface OverlayTable {
  states(): OverlayState[]
  entries(): OverlayEntry[]
  ofDeposit(id: string): OverlayEntry[]
  /** Replaces all rows of a kind. Callers hold a transaction. */
  replace(state: OverlayState, entries: readonly OverlayEntry[]): void
}

export function overlayTable(db: SqliteDatabase): OverlayTable {
  const state = db.prepare('SELECT kind, sources, deposits FROM overlay_source WHERE kind = ?')
  const ofKind = db.prepare('SELECT kind, deposit, lon, lat, neighbour FROM overlay WHERE kind = ?')
  const ofDeposit = db.prepare('SELECT kind, deposit, lon, lat, neighbour FROM overlay WHERE deposit = ?')
  const dropKind = db.prepare('DELETE FROM overlay WHERE kind = ?')
  const insert = db.prepare(
    `INSERT INTO overlay (kind, deposit, lon, lat, distance_km, neighbour)
     VALUES (:kind, :deposit, :lon, :lat, :distance, :neighbour)`,
  )
  const mark = db.prepare('INSERT OR REPLACE INTO overlay_source (kind, sources, deposits) VALUES (?, ?, ?)')
  return {
    states: () => OVERLAY_KINDS.flatMap((kind) => StateRow.optional().parse(state.get(kind)) ?? []),
    entries: () => OVERLAY_KINDS.flatMap((kind) => ofKind.all(kind).map(entryOf)),
    ofDeposit: (id) => ofDeposit.all(id).map(entryOf),
    replace({ kind, sources, deposits }, entries) {
      dropKind.run(kind)
      for (const { deposit, position, neighbour } of entries)
        insert.run({
          ...{ kind, deposit, lon: position[0], lat: position[1], distance: neighbour?.distanceKm ?? null },
          neighbour: neighbour && JSON.stringify(neighbour),
        })
      mark.run(kind, sources, deposits)
    },
  }
}

function entryOf(row: unknown): OverlayEntry {
  const { kind, deposit, lon, lat, neighbour } = Row.parse(row)
  return {
    kind,
    deposit,
    position: [lon, lat],
    neighbour: neighbour === null ? null : Neighbour.parse(JSON.parse(neighbour)),
  }
}
