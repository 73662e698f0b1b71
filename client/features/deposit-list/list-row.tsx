/** One row: pointer on it marks the deposit on the map, a click selects it and goes there. */
import { useMessages } from '#client/i18n/use-messages.ts'
import { usePassing } from '#client/state/passing.ts'
import { useView } from '#client/state/view-state.ts'
import type { DepositSummary } from '#geodata/contract/endpoints.ts'
import type { Column } from './columns.tsx'

interface ListRowProps {
  index: number
  offsetPx: number
  heightPx: number
  columns: readonly Column[]
  template: string
  /** Undefined while its page is on the way. */
  deposit: DepositSummary | undefined
  isActive: boolean
  onOpen(index: number): void
}

export function ListRow({ index, offsetPx, heightPx, columns, template, deposit, isActive, onOpen }: ListRowProps) {
  const messages = useMessages()
  const id = deposit?.id
  const isSelected = useView(
    ({ selection }) => id !== undefined && selection?.dataset === 'deposits' && selection.id === id,
  )
  const isHovered = usePassing(
    ({ hovered }) => id !== undefined && hovered?.dataset === 'deposits' && hovered.id === id,
  )
  const set = usePassing((state) => state.set)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid that owns the rows handles keys
    // biome-ignore lint/a11y/useFocusableInteractive: the grid keeps the focus and names its active row
    // biome-ignore lint/a11y/useSemanticElements: part of a virtual grid
    <div
      id={`list-row-${index}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className="list__row list__row--body"
      data-active={isActive ? '' : undefined}
      data-hovered={isHovered ? '' : undefined}
      style={{ gridTemplateColumns: template, blockSize: heightPx, transform: `translateY(${offsetPx}px)` }}
      onClick={() => onOpen(index)}
      onPointerEnter={() => id !== undefined && set({ hovered: { dataset: 'deposits', id } })}
      onPointerLeave={() => set({ hovered: null })}
    >
      {columns.map((column) => (
        // biome-ignore lint/a11y/useFocusableInteractive: see the row
        // biome-ignore lint/a11y/useSemanticElements: part of a virtual grid
        <div key={column.title} role="gridcell">
          {deposit ? column.cell(deposit, messages) : <span className="list__waiting" />}
        </div>
      ))}
    </div>
  )
}
