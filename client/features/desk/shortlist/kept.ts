/** What this browser keeps for the reader: shortlist, notes and named views. Nothing of it leaves the machine but in files and links that the reader makes. */
import * as z from 'zod'
import { create } from 'zustand'
import { useView } from '#client/state/view-state.ts'
import { MOST_SHORTLISTED } from '../desk-text.ts'
import { currentDesk, setDesk } from '../use-desk.ts'

const KEY = 'orelink.desk'
export const LONGEST_NOTE = 2000
export const MOST_VIEWS = 50

const Kept = z.object({
  shortlist: z.array(z.string().max(100)).max(MOST_SHORTLISTED).catch([]),
  notes: z.record(z.string().max(100), z.string().max(LONGEST_NOTE)).catch({}),
  views: z
    .array(z.object({ name: z.string().min(1).max(80), link: z.string().max(8000) }))
    .max(MOST_VIEWS)
    .catch([]),
})
export type Kept = z.output<typeof Kept>

const NOTHING: Kept = { shortlist: [], notes: {}, views: [] }

export const useKept = create<Kept>(() => read())

/** Another tab has changed it. */
addEventListener('storage', ({ key }) => {
  if (key === KEY) useKept.setState(read())
})

/** A browser that forbids storage simply forgets. */
function read(): Kept {
  try {
    return Kept.catch(NOTHING).parse(JSON.parse(localStorage.getItem(KEY) ?? '{}'))
  } catch {
    return NOTHING
  }
}

function keep(change: Partial<Kept>): void {
  useKept.setState(change)
  try {
    localStorage.setItem(KEY, JSON.stringify(Kept.parse(useKept.getState())))
  } catch {
    // Private windows may refuse; it still holds for this page.
  }
}

/** The list that is shown: the link's own, else the browser's. */
export function shortlistOf(ofLink: readonly string[] | null, ofBrowser: readonly string[]): readonly string[] {
  return ofLink ?? ofBrowser
}

/** Whether the link brought a list that is not the reader's own. */
export function isForeign(ofLink: readonly string[] | null, ofBrowser: readonly string[]): boolean {
  return ofLink !== null && (ofLink.length !== ofBrowser.length || ofLink.some((id) => !ofBrowser.includes(id)))
}

export function useShortlist(): readonly string[] {
  const text = useView((state) => state.desk)
  const own = useKept((state) => state.shortlist)
  // The text is read anew only where it has changed.
  return shortlistOf(text === '' ? null : currentDesk().shortlist, own)
}

/** Puts a deposit on the list or takes it off. A list that a link has brought stays apart from the reader's own. */
export function toggleShortlisted(id: string): void {
  const { shortlist: own } = useKept.getState()
  const { shortlist: ofLink } = currentDesk()
  const before = shortlistOf(ofLink, own)
  const after = before.includes(id)
    ? before.filter((other) => other !== id)
    : [...before, id].slice(0, MOST_SHORTLISTED)
  setShortlist(after, isForeign(ofLink, own))
}

export function setShortlist(ids: readonly string[], isForeignList = false): void {
  if (!isForeignList) keep({ shortlist: [...ids] })
  setDesk({ shortlist: ids })
}

/** Empty text takes the note away. */
export function setNote(id: string, text: string): void {
  const { [id]: _, ...others } = useKept.getState().notes
  const note = text.slice(0, LONGEST_NOTE)
  keep({ notes: note.trim() === '' ? others : { ...others, [id]: note } })
}

/** A view of the same name is replaced. */
export function saveView(name: string, link: string): void {
  const others = useKept.getState().views.filter((view) => view.name !== name)
  keep({ views: [...others, { name: name.slice(0, 80), link }].slice(-MOST_VIEWS) })
}

export function removeView(name: string): void {
  keep({ views: useKept.getState().views.filter((view) => view.name !== name) })
}
