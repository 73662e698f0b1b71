/** Whose boundaries the map shows: in a word on the map itself, in full beside the choice and on every print. */
import { useMessages } from '#client/i18n/use-messages.ts'
import { useView } from '#client/state/view-state.ts'

export function BoundaryNote() {
  const { t } = useMessages()
  const view = useView((state) => state.boundaries)
  return <p className="boundary-note small">{t(`boundaries.note.${view}`)}</p>
}

export function BoundaryMark() {
  const { t, dir } = useMessages()
  const view = useView((state) => state.boundaries)
  return (
    <p className="map-boundaries" dir={dir} title={t(`boundaries.note.${view}`)}>
      {t(`boundaries.mark.${view}`)}
    </p>
  )
}
