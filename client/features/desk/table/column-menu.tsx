/** Which columns are shown, in which order, and which are held at the start of the line. */
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import Columns from 'lucide-react/icons/columns-3'
import Pin from 'lucide-react/icons/pin'
import { useId } from 'react'
import { IconButton } from '#client/ui/icon-button.tsx'
import { COLUMN_IDS, type ColumnId, PRESETS, type Preset } from '../column-ids.ts'
import type { DeskState } from '../desk-text.ts'
import { setDesk } from '../use-desk.ts'
import type { ColumnEnv } from './column-env.ts'
import { columnOf, titleOf } from './columns.ts'

export function ColumnMenu({ env, desk }: { env: ColumnEnv; desk: DeskState }) {
  const id = useId()
  const hidden = COLUMN_IDS.filter((column) => !desk.columns.includes(column))
  return (
    <>
      <button type="button" className="button" popoverTarget={id}>
        <Columns size={15} aria-hidden />
        {env.text('desk.columns')}
      </button>
      <div
        id={id}
        popover="auto"
        className="desk-menu desk-menu--columns"
        role="dialog"
        aria-label={env.text('desk.columns')}
      >
        <p className="desk-menu__presets">
          {(Object.keys(PRESETS) as Preset[]).map((preset) => (
            <button key={preset} type="button" className="chip" onClick={() => setDesk({ columns: PRESETS[preset] })}>
              <span>{env.text(`desk.preset.${preset}`)}</span>
            </button>
          ))}
        </p>
        <ol aria-label={env.text('desk.columns.shown')}>
          {desk.columns.map((column, index) => (
            <Shown key={column} id={column} index={index} env={env} desk={desk} />
          ))}
        </ol>
        <ul aria-label={env.text('desk.columns.hidden')}>
          {hidden.map((column) => (
            <li key={column}>
              <label className="choice">
                <input
                  type="checkbox"
                  checked={false}
                  onChange={() => setDesk({ columns: [...desk.columns, column] })}
                />
                <span className="choice__text">{titleOf(columnOf(column), env)}</span>
              </label>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}

function Shown({ id, index, env, desk }: { id: ColumnId; index: number; env: ColumnEnv; desk: DeskState }) {
  const { columns, pinned } = desk
  const title = titleOf(columnOf(id), env)
  const isPinned = pinned.includes(id)
  return (
    <li>
      <label className="choice">
        <input
          type="checkbox"
          checked
          disabled={columns.length === 1}
          onChange={() => setDesk({ columns: columns.filter((other) => other !== id) })}
        />
        <span className="choice__text">{title}</span>
      </label>
      <IconButton
        label={env.text(isPinned ? 'desk.columns.unpin' : 'desk.columns.pin', { column: title })}
        icon={Pin}
        aria-pressed={isPinned}
        onClick={() => setDesk({ pinned: isPinned ? pinned.filter((other) => other !== id) : [...pinned, id] })}
      />
      <IconButton
        label={env.text('desk.columns.earlier', { column: title })}
        icon={ArrowUp}
        disabled={index === 0}
        onClick={() => setDesk({ columns: moved(columns, index, index - 1) })}
      />
      <IconButton
        label={env.text('desk.columns.later', { column: title })}
        icon={ArrowDown}
        disabled={index === columns.length - 1}
        onClick={() => setDesk({ columns: moved(columns, index, index + 1) })}
      />
    </li>
  )
}

/** The same items with one of them at another place. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const others = items.filter((_, index) => index !== from)
  const item = items[from]
  return item === undefined ? others : [...others.slice(0, to), item, ...others.slice(to)]
}
