/** How many sites, among which, what stands already, and where what they make goes. */
import { useId } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { MOST_PLACES } from '#client/state/connect-state.ts'
import { useView } from '#client/state/view-state.ts'
import { setConnect } from '../connect-question.ts'
import { MarketChoice } from '../places/market-choice.tsx'
import { PlaceChips } from '../places/place-chips.tsx'
import { PlaceSearch } from '../places/place-search.tsx'

const COUNTS = [1, 2, 3, 4, 5] as const
const MOST_STANDING = 5

export function SitingFields() {
  const { t, number } = useMessages()
  const { siteCount, candidates, standing } = useView((state) => state.connect)
  return (
    <>
      <fieldset className="connect__segments">
        <legend>{t('connect.siteCount')}</legend>
        {COUNTS.map((count) => (
          <button
            key={count}
            type="button"
            className="button"
            aria-pressed={count === siteCount}
            onClick={() => setConnect({ siteCount: count })}
          >
            {number(count)}
          </button>
        ))}
      </fieldset>
      <details className="connect__fold" open={candidates.length > 0}>
        <summary>
          {t('connect.candidates')}{' '}
          <span className="muted small">
            {candidates.length === 0
              ? t('connect.allZones')
              : t('connect.candidateCount', { count: candidates.length })}
          </span>
        </summary>
        <PlaceField
          label={t('connect.candidates')}
          places={candidates}
          most={MOST_PLACES}
          onPlaces={(places) => setConnect({ candidates: places })}
        />
      </details>
      <details className="connect__fold" open={standing.length > 0}>
        <summary>
          {t('connect.standing')}{' '}
          <span className="muted small">{t('connect.standingCount', { count: standing.length })}</span>
        </summary>
        <p className="small muted">{t('connect.standingHow')}</p>
        <PlaceField
          label={t('connect.standing')}
          places={standing}
          most={MOST_STANDING}
          onPlaces={(places) => setConnect({ standing: places })}
        />
      </details>
      <Market />
    </>
  )
}

interface PlaceFieldProps {
  label: string
  places: readonly string[]
  most: number
  onPlaces(places: readonly string[]): void
}

function PlaceField({ label, places, most, onPlaces }: PlaceFieldProps) {
  const { t } = useMessages()
  return (
    <>
      <PlaceChips places={places} onRemove={(place) => onPlaces(places.filter((other) => other !== place))} />
      {places.length < most && (
        <PlaceSearch
          label={label}
          placeholder={t('connect.siteSearch')}
          selectedLabel={t('connect.useSelected.site')}
          taken={places}
          onPlace={(place) => onPlaces([...places, place])}
        />
      )}
    </>
  )
}

/** What the sites make goes on to a market, lighter than what came in. */
function Market() {
  const { t, number } = useMessages()
  const id = useId()
  const { market, yieldShare } = useView((state) => state.connect)
  return (
    <details className="connect__fold" open={market !== null}>
      <summary>
        {t('connect.siteMarket')} {market === null && <span className="muted small">{t('connect.noMarket')}</span>}
      </summary>
      <PlaceChips places={market === null ? [] : [market]} onRemove={() => setConnect({ market: null })} />
      {market === null && (
        <MarketChoice label={t('connect.siteMarket')} taken={[]} onPlace={(place) => setConnect({ market: place })} />
      )}
      {market !== null && (
        <label htmlFor={id} className="rate">
          <span>{t('connect.yield')}</span>
          <bdi className="figure">{number(yieldShare, { style: 'percent' })}</bdi>
          <input
            id={id}
            type="range"
            min={0.05}
            max={1}
            step={0.05}
            value={yieldShare}
            onChange={({ target }) => setConnect({ yieldShare: Number(Number(target.value).toFixed(2)) })}
          />
          <span className="small muted">{t('connect.yieldNote')}</span>
        </label>
      )}
    </details>
  )
}
