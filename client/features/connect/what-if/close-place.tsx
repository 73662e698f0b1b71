/** Closes a port or a border crossing: whatever leads to it. */
import { useMessages } from '#client/i18n/use-messages.ts'
import { useView } from '#client/state/view-state.ts'
import type { Change } from '#geodata/contract/scenario.ts'
import { MarketChoice } from '../places/market-choice.tsx'

export function ClosePlace({ onChange }: { onChange(change: Change): void }) {
  const { t } = useMessages()
  const changes = useView((state) => state.connect.changes)
  const closed = changes.flatMap((change) => (change.kind === 'close-place' ? [change.place] : []))
  return (
    <>
      <p className="small muted">{t('connect.closePlaceHow')}</p>
      <MarketChoice
        label={t('connect.tool.place')}
        taken={closed}
        kinds={['ports', 'border-crossings']}
        onPlace={(place) => onChange({ kind: 'close-place', place })}
      />
    </>
  )
}
