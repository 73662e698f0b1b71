/** The panel at the end side: the sheet of what is selected. Closing it gives the focus back to the map. */
import X from 'lucide-react/icons/x'
import { useMessages } from '#client/i18n/use-messages.ts'
import { useView } from '#client/state/view-state.ts'
import { IconButton } from '#client/ui/icon-button.tsx'
import { SheetContent } from './sheet-content.tsx'

export function Inspector() {
  const { t } = useMessages()
  const selection = useView((state) => state.selection)
  const set = useView((state) => state.set)
  if (!selection) return null
  return (
    <aside className="panel panel--inspector" aria-label={t('inspector.name')}>
      <div className="sheet__close">
        <IconButton label={t('inspector.close')} icon={X} onClick={() => set({ selection: null })} />
      </div>
      <div className="panel__body" id="inspector-body" tabIndex={-1}>
        <SheetContent selection={selection} />
      </div>
    </aside>
  )
}
