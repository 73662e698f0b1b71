/** The state of the desk, read from the link's text and written back to it: each change is a step of the history. */
import { useMemo } from 'react'
import { useView } from '#client/state/view-state.ts'
import { type DeskState, decodeDesk, encodeDesk } from './desk-text.ts'

/** Conditions whose deposits are no longer in the filter (cleared elsewhere) are over. */
export function useDesk(): DeskState {
  const text = useView((state) => state.desk)
  const hasIds = useView((state) => state.filter.id !== undefined)
  return useMemo(() => {
    const desk = decodeDesk(text)
    return hasIds || desk.isWhereLocal ? desk : { ...desk, where: [] }
  }, [text, hasIds])
}

let last: { text: string; desk: DeskState } | null = null

/** Read anew only where the text has changed: each row of the table asks. */
export function currentDesk(): DeskState {
  const text = useView.getState().desk
  if (last?.text !== text) last = { text, desk: decodeDesk(text) }
  return last.desk
}

export function setDesk(change: Partial<DeskState>): void {
  useView.getState().set({ desk: encodeDesk({ ...currentDesk(), ...change }) })
}
