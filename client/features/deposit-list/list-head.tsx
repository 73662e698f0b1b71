/** Column headings; those the server can sort by are buttons that turn the order round. */
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import { useMessages } from '#client/i18n/use-messages.ts'
import { type ListSort, useView } from '#client/state/view-state.ts'
import type { Column } from './columns.tsx'

/** Figures and weights are most wanted from the top, words from A. */
const FALLING_FIRST: readonly ListSort['key'][] = ['resource', 'importance', 'confidence']

export function ListHead({ columns, template }: { columns: readonly Column[]; template: string }) {
  return (
    <div className="list__head">
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus; its headings hold buttons */}
      {/* biome-ignore lint/a11y/useSemanticElements: part of a virtual grid */}
      <div role="row" className="list__row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
        {columns.map((column) => (
          <Heading key={column.title} column={column} />
        ))}
      </div>
    </div>
  )
}

function Heading({ column }: { column: Column }) {
  const { t } = useMessages()
  const sort = useView((state) => state.sort)
  const set = useView((state) => state.set)
  const title = t(column.title)
  const key = column.sort
  const isSorted = key !== null && key === sort.key
  const turn = () => {
    if (key === null) return
    const first = FALLING_FIRST.includes(key) ? 'desc' : 'asc'
    const other = sort.order === 'asc' ? 'desc' : 'asc'
    set({ sort: { key, order: isSorted ? other : first } })
  }
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its button takes the focus
    // biome-ignore lint/a11y/useSemanticElements: part of a virtual grid
    <div role="columnheader" aria-sort={isSorted ? (sort.order === 'asc' ? 'ascending' : 'descending') : 'none'}>
      {key === null ? (
        title
      ) : (
        <button type="button" className="list__sort" title={t('list.sortBy', { column: title })} onClick={turn}>
          {title}
          {isSorted && (sort.order === 'asc' ? <ArrowUp size={13} aria-hidden /> : <ArrowDown size={13} aria-hidden />)}
        </button>
      )}
    </div>
  )
}
