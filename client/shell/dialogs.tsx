/** The list of keys, with what the atlas stands for and the theme and link buttons that a phone's bar has no room for. */
import Link from 'lucide-react/icons/link'
import X from 'lucide-react/icons/x'
import { useEffect, useRef } from 'react'
import type { MessageKey } from '#client/i18n/catalogue.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { usePassing } from '#client/state/passing.ts'
import { IconButton } from '#client/ui/icon-button.tsx'
import { copyLink, ThemeButton } from './top-bar.tsx'

const KEYS: readonly { keys: readonly string[]; message: MessageKey }[] = [
  { keys: ['/'], message: 'key.search' },
  { keys: ['Ctrl', 'K'], message: 'key.commands' },
  { keys: ['F'], message: 'key.filters' },
  { keys: ['L'], message: 'key.layers' },
  { keys: ['T'], message: 'key.list' },
  { keys: ['[', ']'], message: 'key.previousNext' },
  { keys: ['Esc'], message: 'key.escape' },
  { keys: ['←', '↑', '→', '↓'], message: 'key.pan' },
  { keys: ['+', '−'], message: 'key.zoom' },
  { keys: ['?'], message: 'key.help' },
]

export function Dialogs() {
  const { t } = useMessages()
  const isOpen = usePassing((state) => state.dialog !== null)
  const set = usePassing((state) => state.set)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (isOpen) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isOpen])
  return (
    <dialog className="dialog" ref={dialog} aria-labelledby="help-title" onClose={() => set({ dialog: null })}>
      <div className="dialog__head">
        <h2 id="help-title">{t('help.title')}</h2>
        <span>
          <ThemeButton />
          <IconButton label={t('share.copyLink')} icon={Link} onClick={copyLink} />
          <IconButton label={t('help.close')} icon={X} onClick={() => set({ dialog: null })} />
        </span>
      </div>
      <dl className="key-list">
        {KEYS.map(({ keys, message }) => (
          <div key={message} style={{ display: 'contents' }}>
            <dt dir="ltr">
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(message)}</dd>
          </div>
        ))}
      </dl>
      <p className="note dialog__note">{t('about.text')}</p>
      <p>
        <a href="/docs">{t('about.data')}</a>
      </p>
    </dialog>
  )
}
