/** A page that lies over the map: a bar with its title, what it can do and the way back; nothing below it can be reached, and it alone is printed. */
import X from 'lucide-react/icons/x'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useMessages } from '#client/i18n/use-messages.ts'
import './page-frame.css'

interface PageFrameProps {
  title: string
  closeLabel: string
  /** Buttons of the bar before the way back. */
  actions: ReactNode
  children: ReactNode
  onClose(): void
}

export function PageFrame({ title, closeLabel, actions, children, onClose }: PageFrameProps) {
  const { dir } = useMessages()
  const heading = useRef<HTMLParagraphElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useAlone()
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    onClose()
  }
  return createPortal(
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the page from wherever the focus is in it
    <div className="sheet-page" dir={dir} onKeyDown={closeOnEscape}>
      <div className="sheet-page__bar">
        <p className="sheet-page__title" ref={heading} tabIndex={-1}>
          {title}
        </p>
        {actions}
        <button type="button" className="button" onClick={onClose}>
          <X size={16} aria-hidden /> {closeLabel}
        </button>
      </div>
      <div className="sheet-page__body">{children}</div>
    </div>,
    document.body,
  )
}

function useAlone(): void {
  useEffect(() => {
    const root = document.getElementById('root')
    root?.setAttribute('inert', '')
    document.documentElement.classList.add('has-sheet-page')
    return () => {
      root?.removeAttribute('inert')
      document.documentElement.classList.remove('has-sheet-page')
    }
  }, [])
}
