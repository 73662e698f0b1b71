/** What the map has to say of itself: trouble with tiles, no WebGL, whose boundaries these are, and what is in view for ears. */
import { useMessages } from '#client/i18n/use-messages.ts'
import { useView } from '#client/state/view-state.ts'
import { titleOf } from './feature-text.ts'
import { useMapStatus } from './map-status.ts'
import { useVisibleFeatures } from './visible-features.ts'

const SPOKEN = 12

export function MapNotes() {
  const { t } = useMessages()
  const { failedSources, hasWebGl } = useMapStatus()
  const set = useView((state) => state.set)
  if (!hasWebGl)
    return (
      <div className="map-unavailable" role="alert">
        <h2>{t('map.noWebGl.title')}</h2>
        <p>{t('map.noWebGl.text')}</p>
        <button type="button" className="button button--primary" onClick={() => set({ drawer: 'list' })}>
          {t('map.noWebGl.list')}
        </button>
      </div>
    )
  return (
    <>
      {failedSources.length > 0 && (
        <p className="map-trouble" role="status">
          {t('map.trouble', { count: failedSources.length })}
        </p>
      )}
      <InView />
    </>
  )
}

/** Read on demand, never announced: it changes with every move of the map. */
function InView() {
  const messages = useMessages()
  const { features, clusteredDeposits } = useVisibleFeatures()
  const set = useView((state) => state.set)
  return (
    <section className="visually-hidden" aria-label={messages.t('map.inView')} dir={messages.dir}>
      <p>{messages.t('map.inView.text', { count: features.length, clustered: clusteredDeposits })}</p>
      <ul>
        {features.slice(0, SPOKEN).map((feature) => (
          <li key={`${feature.ref.dataset}/${feature.ref.id}`}>
            <button type="button" tabIndex={-1} onClick={() => set({ selection: feature.ref })}>
              {titleOf(feature, messages)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
