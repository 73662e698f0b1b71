/** Whose boundaries the map shows, in words: beside the choice, and on every print. */
import { useMessages } from '#client/i18n/use-messages.ts'
import { useView } from '#client/state/view-state.ts'

export function BoundaryNote() {
  const { t } = useMessages()
  const view = useView((state) => state.boundaries)
  return <p className="boundary-note small">{t(`boundaries.note.${view}`)}</p>
}
