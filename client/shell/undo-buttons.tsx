/** Undo and redo as buttons; the keys are Ctrl-Z and Ctrl-Shift-Z. */
import Redo from 'lucide-react/icons/redo-2'
import Undo from 'lucide-react/icons/undo-2'
import { currentMessages, useMessages } from '#client/i18n/use-messages.ts'
import { usePassing } from '#client/state/passing.ts'
import { redo, undo, useUndo } from '#client/state/undo.ts'
import { IconButton } from '#client/ui/icon-button.tsx'

export function UndoButtons() {
  const { t } = useMessages()
  const { canUndo, canRedo } = useUndo()
  return (
    <>
      <IconButton label={t('undo.undo')} icon={Undo} hasDirection disabled={!canUndo} onClick={undoAndTell} />
      <IconButton label={t('undo.redo')} icon={Redo} hasDirection disabled={!canRedo} onClick={redoAndTell} />
    </>
  )
}

export function undoAndTell(): void {
  tell(undo() ? 'undo.undone' : 'undo.nothing')
}

export function redoAndTell(): void {
  tell(redo() ? 'undo.redone' : 'undo.nothing')
}

function tell(key: 'undo.undone' | 'undo.redone' | 'undo.nothing'): void {
  usePassing.getState().set({ announcement: currentMessages().t(key) })
}
