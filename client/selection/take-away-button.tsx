/** Offers some features as a file: opens the dialog that asks for the format. */
import Download from 'lucide-react/icons/download'
import { useMessages } from '#client/i18n/use-messages.ts'
import { type TakeAway, usePassing } from '#client/state/passing.ts'

export function TakeAwayButton({ dataset, query }: TakeAway) {
  const { t } = useMessages()
  const set = usePassing((state) => state.set)
  return (
    <button type="button" className="text-button" onClick={() => set({ takeAway: { dataset, query } })}>
      <Download size={15} aria-hidden /> {t('export.open')}
    </button>
  )
}
