/** For keyboards: past the bar, straight to the map. */
import { useMessages } from '#client/i18n/use-messages.ts'

export function SkipLink() {
  const { t } = useMessages()
  return (
    <button
      type="button"
      className="skip-link"
      onClick={() => document.querySelector<HTMLElement>('#map canvas')?.focus()}
    >
      {t('skip.toMap')}
    </button>
  )
}
