/** The shortlist with notes, and named views: kept in this browser, carried by links and files when the reader wants it. */
import { useMemo } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { copyText } from '#client/selection/copy-text.ts'
import { withIds } from '#client/state/filter-choices.ts'
import { linkToView } from '#client/state/sync-link.ts'
import { useView } from '#client/state/view-state.ts'
import { FailureNote } from '#client/ui/failure-note.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'
import { MOST_COMPARED } from '../desk-text.ts'
import { useComputedColumns } from '../rows/compute.ts'
import { useRowsById } from '../rows/use-rows.ts'
import { useColumnEnv } from '../table/use-column-env.ts'
import { TableFileMenu } from '../take/files-button.tsx'
import { setDesk, useDesk } from '../use-desk.ts'
import { isForeign, setShortlist, useKept, useShortlist } from './kept.ts'
import { SavedViews } from './saved-views.tsx'
import { ShortlistItem } from './shortlist-item.tsx'
import './shortlist.css'

export default function Shortlist() {
  const desk = useDesk()
  const ids = useShortlist()
  const { rows, answer } = useRowsById(ids)
  const env = useColumnEnv(desk, rows, (answer.data ?? answer.previous)?.sources)
  useComputedColumns(ids, desk.columns)
  const { text } = env
  return (
    <div className="shortlist">
      <section aria-labelledby="shortlist-title">
        <div className="shortlist__head">
          <h2 id="shortlist-title">{text('desk.shortlist.title', { count: ids.length })}</h2>
          {ids.length > 0 && <Tools ids={ids} rows={rows} env={env} />}
        </div>
        <ForeignNote />
        {ids.length === 0 && <p className="muted">{text('desk.shortlist.empty')}</p>}
        {answer.problem && <FailureNote code={answer.problem.code} onRetry={answer.retry} />}
        {ids.length > 0 && rows.length === 0 && answer.isLoading && <Skeleton lines={4} />}
        <ol className="shortlist__items">
          {rows.map((row) => (
            <ShortlistItem key={row.id} row={row} env={env} />
          ))}
        </ol>
        {answer.data && <Missing ids={ids} rows={rows} />}
        <p className="muted small">{text('desk.shortlist.about')}</p>
      </section>
      <SavedViews />
    </div>
  )
}

function Tools({
  ids,
  rows,
  env,
}: {
  ids: readonly string[]
  rows: readonly DepositRow[]
  env: ReturnType<typeof useColumnEnv>
}) {
  const set = useView((state) => state.set)
  const desk = useDesk()
  const { text } = env
  const compare = () => {
    setDesk({ compare: ids.slice(0, MOST_COMPARED) })
    set({ drawer: 'compare' })
  }
  return (
    <span className="shortlist__tools">
      <button type="button" className="button" onClick={() => set({ filter: withIds(useView.getState().filter, ids) })}>
        {text('desk.shortlist.onMap')}
      </button>
      {ids.length > 1 && (
        <button type="button" className="button" onClick={compare}>
          {text('desk.shortlist.compare')}
        </button>
      )}
      <button type="button" className="button" onClick={() => copyText(linkToView(), 'share.copied')}>
        {text('desk.shortlist.copyLink')}
      </button>
      <TableFileMenu rows={() => rows} env={env} desk={desk} />
      <button type="button" className="text-button" onClick={() => setShortlist([])}>
        {text('desk.shortlist.clear')}
      </button>
    </span>
  )
}

/** A list that came with a link is not mixed with the reader's own unless they say so. */
function ForeignNote() {
  const { shortlist } = useDesk()
  const own = useKept((state) => state.shortlist)
  const { text } = useTexts()
  if (!isForeign(shortlist, own) || own.length === 0) return null
  return (
    <div className="note" role="status">
      <p>{text('desk.shortlist.foreign', { count: own.length })}</p>
      <button type="button" className="text-button" onClick={() => setShortlist(shortlist ?? [])}>
        {text('desk.shortlist.keepForeign')}
      </button>{' '}
      <button
        type="button"
        className="text-button"
        onClick={() => setShortlist([...new Set([...own, ...(shortlist ?? [])])])}
      >
        {text('desk.shortlist.join')}
      </button>{' '}
      <button type="button" className="text-button" onClick={() => setShortlist(own)}>
        {text('desk.shortlist.backToOwn')}
      </button>
    </div>
  )
}

/** Deposits of the list that this atlas does not have (any more). */
function Missing({ ids, rows }: { ids: readonly string[]; rows: readonly DepositRow[] }) {
  const { text, messages } = useTexts()
  const missing = useMemo(() => ids.filter((id) => !rows.some((row) => row.id === id)), [ids, rows])
  if (missing.length === 0) return null
  return <p className="muted">{text('desk.shortlist.missing', { ids: messages.list(missing) })}</p>
}

function useTexts() {
  const messages = useMessages()
  const { text } = useColumnEnv(useDesk(), undefined)
  return { messages, text }
}
