/** The list of what is filtered: virtual rows in a grid that arrows walk through, tied to the map both ways. */
import { useVirtualizer } from '@tanstack/react-virtual'
import X from 'lucide-react/icons/x'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { selectFeature } from '#client/selection/select-feature.ts'
import { TakeAwayButton } from '#client/selection/take-away-button.tsx'
import { filterQuery } from '#client/state/filter-choices.ts'
import { useView } from '#client/state/view-state.ts'
import { useLayout } from '#client/state/viewport.ts'
import { DepositCountText } from '#client/ui/deposit-count-text.tsx'
import { FailureNote } from '#client/ui/failure-note.tsx'
import { IconButton } from '#client/ui/icon-button.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import { COLUMNS } from './columns.tsx'
import { useDepositPages } from './deposit-pages.ts'
import { ListHead } from './list-head.tsx'
import { ListRow } from './list-row.tsx'
import './deposit-list.css'

const ROW_PX = 36
const ROW_PX_TOUCH = 48
const OVERSCAN = 12

export default function DepositList() {
  const { t } = useMessages()
  const layout = useLayout()
  const set = useView((state) => state.set)
  const filter = useView((state) => state.filter)
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const [shown, setShown] = useState<readonly [number, number]>([0, 0])
  const pages = useDepositPages(shown[0], shown[1])
  const rowPx = layout === 'narrow' ? ROW_PX_TOUCH : ROW_PX
  const virtual = useVirtualizer({
    count: pages.rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: OVERSCAN,
    onChange: ({ range }) => {
      if (range)
        setShown((before) =>
          before[0] === range.startIndex && before[1] === range.endIndex ? before : [range.startIndex, range.endIndex],
        )
    },
  })
  useSelectionInView(pages.row, pages.rowCount, (index) => {
    setActive(index)
    virtual.scrollToIndex(index, { align: 'auto' })
  })

  const columns = layout === 'narrow' ? COLUMNS.filter((column) => column.isEssential) : COLUMNS
  const template = columns.map((column) => column.width).join(' ')
  const open = (index: number) => {
    const deposit = pages.row(index)
    if (!deposit) return
    setActive(index)
    selectFeature({ dataset: 'deposits', id: deposit.id }, { position: deposit.position })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const rowsInView = Math.max(1, shown[1] - shown[0])
    const step = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: rowsInView,
      PageUp: -rowsInView,
      Home: -pages.rowCount,
      End: pages.rowCount,
    }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      const next = Math.min(pages.rowCount - 1, Math.max(0, active + step))
      setActive(next)
      virtual.scrollToIndex(next, { align: 'auto' })
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      open(active)
    }
  }
  return (
    <div className="list">
      <div className="list__bar">
        <p>
          {pages.total ? <DepositCountText count={pages.total} /> : <span className="muted">{t('state.loading')}</span>}
        </p>
        <span className="list__tools">
          <TakeAwayButton dataset="deposits" query={filterQuery(filter)} />
          {layout !== 'narrow' && (
            <IconButton label={t('drawer.close')} icon={X} onClick={() => set({ drawer: null })} />
          )}
        </span>
      </div>
      {pages.problem && (
        <div className="sheet__pad">
          <FailureNote code={pages.problem.code} requestId={pages.problem.requestId} onRetry={pages.retry} />
        </div>
      )}
      {!pages.total && !pages.problem && (
        <div className="sheet__pad">
          <Skeleton lines={5} />
        </div>
      )}
      {pages.total && pages.rowCount === 0 && <Nothing />}
      <div className="list__scroller" ref={scroller} hidden={pages.rowCount === 0}>
        {/* biome-ignore lint/a11y/useSemanticElements: a virtual grid holds only the rows in view, which <table> cannot say */}
        <div
          className="list__grid"
          role="grid"
          aria-label={t('list.caption')}
          aria-rowcount={pages.rowCount + 1}
          aria-colcount={columns.length}
          aria-activedescendant={`list-row-${active}`}
          tabIndex={0}
          onKeyDown={onKeyDown}
        >
          <ListHead columns={columns} template={template} />
          <div style={{ position: 'relative', blockSize: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map((item) => (
              <ListRow
                key={item.key}
                index={item.index}
                offsetPx={item.start}
                heightPx={rowPx}
                columns={columns}
                template={template}
                deposit={pages.row(item.index)}
                isActive={item.index === active}
                onOpen={open}
              />
            ))}
          </div>
        </div>
      </div>
    </div>
  )
}

function Nothing() {
  const { t } = useMessages()
  const set = useView((state) => state.set)
  return (
    <div className="sheet__pad" role="status">
      <p>{t('filter.nothing')}</p>
      <p>
        <button type="button" className="button" onClick={() => set({ panel: 'filters' })}>
          {t('key.filters')}
        </button>{' '}
        <button type="button" className="button" onClick={() => set({ filter: {} })}>
          {t('filter.clearAll')}
        </button>
      </p>
    </div>
  )
}

/** A deposit selected elsewhere (map, search) scrolls into view where its row is loaded. */
function useSelectionInView(
  row: (index: number) => { id: string } | undefined,
  rowCount: number,
  show: (index: number) => void,
) {
  const selectedId = useView(({ selection }) => (selection?.dataset === 'deposits' ? selection.id : null))
  const showNow = useRef(show)
  showNow.current = show
  const rowNow = useRef(row)
  rowNow.current = row
  useEffect(() => {
    if (selectedId === null) return
    for (let index = 0; index < rowCount; index += 1) {
      if (rowNow.current(index)?.id === selectedId) return showNow.current(index)
    }
  }, [selectedId, rowCount])
}
