/**
 * The order of the table. One key that the whole atlas knows (the keys `[` and `]` step through it) is the link's `sort`;
 * several keys, or others, are the desk's own.
 */
import { type ListSort, useView } from '#client/state/view-state.ts'
import type { ColumnId } from './column-ids.ts'
import { type DeskState, encodeDesk, type Sort } from './desk-text.ts'
import { currentDesk, setDesk } from './use-desk.ts'

const SHARED: Readonly<Record<ListSort['key'], ColumnId>> = {
  name: 'name',
  importance: 'importance',
  resource: 'tonnage',
  commodity: 'commodity',
  province: 'province',
  status: 'status',
  confidence: 'confidence',
}

export function sortsOf(desk: DeskState, sort: ListSort): readonly Sort[] {
  return desk.sorts.length > 0 ? desk.sorts : [{ id: SHARED[sort.key], desc: sort.order === 'desc' }]
}

/** No keys at all: back to the first order. */
export function setSorts(sorts: readonly Sort[]): void {
  const [first = { id: 'importance', desc: true } as const] = sorts
  const known = (Object.keys(SHARED) as ListSort['key'][]).find((key) => SHARED[key] === first.id)
  if (sorts.length > 1 || known === undefined) {
    setDesk({ sorts })
    return
  }
  const desk = encodeDesk({ ...currentDesk(), sorts: [] })
  useView.getState().set({ desk, sort: { key: known, order: first.desc ? 'desc' : 'asc' } })
}
