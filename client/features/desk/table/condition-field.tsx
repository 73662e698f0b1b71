/** A range or words typed under a heading; Enter applies them to the table and to the map, an empty field takes them away. */
import { type KeyboardEvent, useEffect, useState } from 'react'
import { usePassing } from '#client/state/passing.ts'
import { applyWhere } from '../apply-where.ts'
import { type Condition, rangeFromTyped, withCondition } from '../conditions.ts'
import type { ColumnEnv, DeskColumn } from './column-env.ts'
import { titleWithUnit } from './columns.ts'

interface ConditionFieldProps {
  column: DeskColumn
  env: ColumnEnv
  where: readonly Condition[]
}

export function ConditionField({ column, env, where }: ConditionFieldProps) {
  const current = where.find((condition) => condition.column === column.id)
  const applied = current ? typedText(current, column, env) : ''
  const [typed, setTyped] = useState(applied)
  const [isWrong, setWrong] = useState(false)
  // A link, a chart or 'back' may have changed it.
  useEffect(() => {
    setTyped(applied)
    setWrong(false)
  }, [applied])
  const apply = () => {
    const condition = conditionOf(typed, column, env)
    setWrong(condition === undefined)
    if (condition === undefined || typed === applied) return
    applyWhere(withCondition(where, column.id, condition), env).catch(() =>
      usePassing.getState().set({ notice: { key: 'problem.unreachable' } }),
    )
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') apply()
  }
  const isNumber = column.filter === 'number'
  const title = titleWithUnit(column, env)
  return (
    <input
      className="desk-grid__field"
      type="text"
      tabIndex={-1}
      dir={isNumber ? 'ltr' : 'auto'}
      value={typed}
      data-on={applied === '' ? undefined : ''}
      aria-invalid={isWrong}
      aria-label={env.text(isNumber ? 'desk.filter.range' : 'desk.filter.words', { column: title })}
      title={env.text(isNumber ? 'desk.filter.rangeHelp' : 'desk.filter.wordsHelp')}
      placeholder={env.text(isNumber ? 'desk.filter.rangeShort' : 'desk.filter.wordsShort')}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={apply}
    />
  )
}

/** null: none; undefined: not to be understood. */
function conditionOf(typed: string, column: DeskColumn, env: ColumnEnv): Condition | null | undefined {
  const text = typed.trim()
  if (text === '') return null
  if (column.filter === 'text') return { column: column.id, kind: 'text', text }
  const range = rangeFromTyped(text)
  if (range === null) return undefined
  const base = (shown: number | null) => (shown === null ? null : (column.fromShown?.(shown, env) ?? shown))
  return { column: column.id, kind: 'range', low: base(range.low), high: base(range.high) }
}

/** The condition as a reader would type it, in the unit shown. */
export function typedText(condition: Condition, column: DeskColumn, env: ColumnEnv): string {
  if (condition.kind === 'text') return condition.text
  // What one shown unit is in base units turns the ends back.
  const one = column.fromShown?.(1, env) ?? 1
  const shown = (value: number) => String(Number((value / one).toPrecision(6)))
  const { low, high } = condition
  if (low === null) return high === null ? '' : `≤ ${shown(high)}`
  return high === null ? `≥ ${shown(low)}` : `${shown(low)}–${shown(high)}`
}
