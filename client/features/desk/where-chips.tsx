/** Conditions of the table and the charts that hold now, each with a way to take it away; and deposits chosen otherwise. */
import X from 'lucide-react/icons/x'
import { withIds } from '#client/state/filter-choices.ts'
import { usePassing } from '#client/state/passing.ts'
import { useView } from '#client/state/view-state.ts'
import { applyWhere } from './apply-where.ts'
import { type Condition, withCondition } from './conditions.ts'
import type { ColumnEnv } from './table/column-env.ts'
import { columnOf, titleOf } from './table/columns.ts'
import { typedText } from './table/condition-field.tsx'
import { useDesk } from './use-desk.ts'

export function WhereChips({ env, where }: { env: ColumnEnv; where: readonly Condition[] }) {
  const ids = useView((state) => state.filter.id)
  const set = useView((state) => state.set)
  const { isWhereLocal } = useDesk()
  if (where.length === 0 && ids === undefined) return null
  const remove = (condition: Condition) =>
    applyWhere(withCondition(where, condition.column, null), env).catch(() =>
      usePassing.getState().set({ notice: { key: 'problem.unreachable' } }),
    )
  return (
    <ul className="desk-chips" aria-label={env.text('desk.where')}>
      {where.map((condition) => (
        <li key={condition.column}>
          <Chip text={chipText(condition, env)} env={env} onRemove={() => remove(condition)} />
        </li>
      ))}
      {where.length === 0 && ids !== undefined && (
        <li>
          <Chip
            text={env.text('desk.where.chosen', { count: ids.length })}
            env={env}
            onRemove={() => set({ filter: withIds(useView.getState().filter, null) })}
          />
        </li>
      )}
      {isWhereLocal && <li className="muted small">{env.text('desk.where.local')}</li>}
    </ul>
  )
}

function Chip({ text, env, onRemove }: { text: string; env: ColumnEnv; onRemove(): void }) {
  return (
    <button
      type="button"
      className="chip"
      aria-label={env.text('desk.where.remove', { condition: text })}
      onClick={onRemove}
    >
      <span>{text}</span>
      <X size={14} aria-hidden />
    </button>
  )
}

function chipText(condition: Condition, env: ColumnEnv): string {
  const column = columnOf(condition.column)
  const unit = column.unit?.(env) ?? ''
  const body = typedText(condition, column, env)
  return `${titleOf(column, env)}: ${unit === '' ? body : `${body} ${unit}`}`
}
