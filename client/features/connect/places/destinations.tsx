/** Where ore goes: markets chosen from the list, or any other place. */
import { useMessages } from '#client/i18n/use-messages.ts'
import { MOST_PLACES } from '#client/state/connect-state.ts'
import { useView } from '#client/state/view-state.ts'
import { setConnect } from '../connect-question.ts'
import { MarketChoice } from './market-choice.tsx'
import { PlaceChips } from './place-chips.tsx'
import { PlaceSearch } from './place-search.tsx'

/** `emptyNote`: what is meant while no market is named. */
export function Destinations({ emptyNote = null }: { emptyNote?: string | null }) {
  const { t } = useMessages()
  const to = useView((state) => state.connect.to)
  const add = (place: string) =>
    setConnect({ to: [...to.filter((other) => other !== place), place], pair: null, way: 0 })
  return (
    <fieldset className="connect__end">
      <legend>{t('connect.to')}</legend>
      <PlaceChips
        places={to}
        onRemove={(place) => setConnect({ to: to.filter((other) => other !== place), pair: null, way: 0 })}
      />
      {to.length === 0 && emptyNote !== null && <p className="small muted">{emptyNote}</p>}
      {to.length < MOST_PLACES && (
        <>
          <MarketChoice label={t('connect.to')} taken={to} onPlace={add} />
          <PlaceSearch
            label={t('connect.toSearch')}
            placeholder={t('connect.toSearch')}
            selectedLabel={t('connect.useSelected.to')}
            taken={to}
            onPlace={add}
          />
        </>
      )}
    </fieldset>
  )
}
