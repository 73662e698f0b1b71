/** Choices of a facet under its heading: the same choices, counts and filter as in the panel of filters. */
import ChevronDown from 'lucide-react/icons/chevron-down'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useQuery } from '#client/api/use-query.ts'
import { choiceLabel } from '#client/format/choice-label.ts'
import { filterQuery, toggleChoice, valuesOf } from '#client/state/filter-choices.ts'
import { useView } from '#client/state/view-state.ts'
import type { Facet } from '#geodata/contract/filter.ts'
import type { ColumnEnv, DeskColumn } from './column-env.ts'
import { titleOf } from './columns.ts'

interface FacetMenuProps {
  column: DeskColumn
  facet: Facet
  env: ColumnEnv
}

export function FacetMenu({ column, facet, env }: FacetMenuProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLFieldSetElement>(null)
  const [isOpen, setOpen] = useState(false)
  const on = valuesOf(
    useView((state) => state.filter),
    facet,
  )
  const title = titleOf(column, env)
  const first = on[0] === undefined ? null : choiceLabel(env.messages, facet, on[0], null)
  const place = () => {
    const from = button.current?.getBoundingClientRect()
    const list = menu.current
    if (!from || !list) return
    const start = Math.min(from.left, window.innerWidth - 288)
    list.style.left = `${Math.max(8, start)}px`
    // Above the heading where there is no room below it.
    const hasRoom = window.innerHeight - from.bottom > 260
    list.style.top = hasRoom ? `${from.bottom + 4}px` : 'auto'
    list.style.bottom = hasRoom ? 'auto' : `${window.innerHeight - from.top + 4}px`
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return
    event.stopPropagation()
    menu.current?.hidePopover()
    button.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape anywhere in it closes the list
    <div onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        tabIndex={-1}
        className="desk-grid__field desk-grid__field--choice"
        popoverTarget={id}
        data-on={on.length > 0 ? '' : undefined}
        aria-label={env.text('desk.filter.choices', { column: title, count: on.length })}
      >
        <span dir="auto">
          {first === null ? env.text('desk.filter.all') : first}
          {on.length > 1 && ` +${env.messages.number(on.length - 1)}`}
        </span>
        <ChevronDown size={13} aria-hidden />
      </button>
      <fieldset
        id={id}
        ref={menu}
        popover="auto"
        className="desk-menu"
        aria-label={env.text('desk.filter.choices', { column: title, count: on.length })}
        onToggle={(event) => {
          place()
          setOpen(event.newState === 'open')
        }}
      >
        {isOpen && <Choices facet={facet} env={env} on={on} />}
      </fieldset>
    </div>
  )
}

function Choices({ facet, env, on }: { facet: Facet; env: ColumnEnv; on: readonly string[] }) {
  const filter = useView((state) => state.filter)
  const set = useView((state) => state.set)
  const { data, previous } = useQuery('depositFacets', { query: filterQuery(filter) })
  const choices = (data ?? previous)?.facets[facet]
  if (!choices) return <p className="muted small">{env.messages.t('state.loading')}</p>
  const shown = choices.filter(({ value, count }) => count > 0 || on.includes(value))
  return (
    <ul>
      {shown.map(({ value, label, count }) => (
        <li key={value}>
          <label className="choice">
            <input
              type="checkbox"
              checked={on.includes(value)}
              onChange={() => set({ filter: toggleChoice(useView.getState().filter, { facet, value }) })}
            />
            <span className="choice__text" dir="auto">
              {choiceLabel(env.messages, facet, value, label)}
            </span>
            <span className="choice__count tabular">{env.messages.number(count)}</span>
          </label>
        </li>
      ))}
    </ul>
  )
}
