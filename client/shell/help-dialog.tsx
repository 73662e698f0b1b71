/** Help: the tour, the data, the keys, the terms; and the theme and link buttons that a phone's bar has no room for. */
import Database from 'lucide-react/icons/database'
import Link from 'lucide-react/icons/link'
import MapIcon from 'lucide-react/icons/map'
import type { MessageKey } from '#client/i18n/catalogue.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { usePassing } from '#client/state/passing.ts'
import { IconButton } from '#client/ui/icon-button.tsx'
import { Modal } from '#client/ui/modal.tsx'
import { TERMS } from '#client/ui/term-help.tsx'
import { copyLink, ThemeButton } from './top-bar.tsx'
import { UndoButtons } from './undo-buttons.tsx'
import './help-dialog.css'

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
  { keys: ['Enter'], message: 'key.select' },
  { keys: ['Backspace'], message: 'key.measureUndo' },
  { keys: ['Tab', '←', '→'], message: 'key.tabs' },
  { keys: ['Ctrl', 'Z'], message: 'key.undo' },
  { keys: ['Ctrl', 'Shift', 'Z'], message: 'key.redo' },
  { keys: ['?'], message: 'key.help' },
]

export default function HelpDialog() {
  const { t } = useMessages()
  const set = usePassing((state) => state.set)
  const tools = (
    <>
      <UndoButtons />
      <ThemeButton />
      <IconButton label={t('share.copyLink')} icon={Link} onClick={copyLink} />
    </>
  )
  return (
    <Modal title={t('help.heading')} tools={tools} onClose={() => set({ dialog: null })}>
      <p className="help__ways">
        <button type="button" className="button" onClick={() => set({ dialog: 'tour' })}>
          <MapIcon size={16} aria-hidden /> {t('help.tour')}
        </button>
        <button type="button" className="button" onClick={() => set({ dialog: 'about' })}>
          <Database size={16} aria-hidden /> {t('help.about')}
        </button>
      </p>
      <h3>{t('help.title')}</h3>
      <KeyList />
      <h3>{t('help.terms')}</h3>
      <TermList />
      <p className="note dialog__note">{t('about.text')}</p>
      <p>
        <a href="/docs">{t('about.data')}</a>
      </p>
    </Modal>
  )
}

function KeyList() {
  const { t } = useMessages()
  return (
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
  )
}

function TermList() {
  const { t } = useMessages()
  return (
    <div className="help__terms">
      {TERMS.map((term) => (
        <details key={term}>
          <summary>{t(`help.term.${term}`)}</summary>
          <p>{t(`help.text.${term}`)}</p>
        </details>
      ))}
    </div>
  )
}
