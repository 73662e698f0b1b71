/** Tabs by the ARIA pattern: one stop for Tab, arrows move between them, in reading direction. */
import { type KeyboardEvent, useRef } from 'react'

export interface Tab<Id extends string> {
  id: Id
  label: string
  /** A small count beside the label, for example filters that are on. */
  badge?: string
}

interface TabStripProps<Id extends string> {
  label: string
  tabs: readonly Tab<Id>[]
  /** null: none is shown (a folded sheet). */
  selected: Id | null
  /** Id of the element that holds the chosen tab's content. */
  controls: string
  onSelect(id: Id): void
}

export function TabStrip<Id extends string>({ label, tabs, selected, controls, onSelect }: TabStripProps<Id>) {
  const strip = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl'
    const step = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const from = tabs.findIndex((tab) => tab.id === selected)
    const index = (from + step + tabs.length) % tabs.length
    const next = tabs[index]
    if (!next) return
    onSelect(next.id)
    strip.current?.querySelectorAll<HTMLElement>('[role=tab]')[index]?.focus()
  }
  return (
    <div className="tabs" role="tablist" aria-label={label} ref={strip} onKeyDown={onKeyDown}>
      {tabs.map((tab, index) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          aria-selected={tab.id === selected}
          aria-controls={controls}
          tabIndex={tab.id === selected || (selected === null && index === 0) ? 0 : -1}
          onClick={() => onSelect(tab.id)}
        >
          {tab.label}
          {tab.badge !== undefined && <span className="tabs__badge">{tab.badge}</span>}
        </button>
      ))}
    </div>
  )
}
