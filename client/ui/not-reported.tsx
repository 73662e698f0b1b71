/** What stands where a figure is unknown: the words, muted; never a dash, a zero or nothing. */
import { useMessages } from '#client/i18n/use-messages.ts'

export function NotReported() {
  const { t } = useMessages()
  return <span className="muted">{t('state.notReported')}</span>
}
