/** The sites found, what they serve and at what cost; beside what would be built if nothing stood yet. */
import { useMessages } from '#client/i18n/use-messages.ts'
import type { Output } from '#geodata/contract/endpoints.ts'
import { PlaceName } from '../places/use-place-name.ts'
import { AssumptionMark, COST_KEYS } from '../rates/assumption-mark.tsx'
import { LineName, placeText } from '../route/pairs-table.tsx'

type Siting = Output<'chooseSites'>

const ONE = { maximumFractionDigits: 1 }
const SHOWN = 40

export function SitingResult({ siting, before }: { siting: Siting; before: Siting | null }) {
  const { t } = useMessages()
  const fresh = siting.sites.filter(({ isStanding }) => !isStanding)
  if (siting.sites.length === 0) return <p className="note">{t('connect.noSites')}</p>
  return (
    <section aria-label={t('connect.sites')}>
      <h3>
        {t('connect.sites')} <AssumptionMark keys={COST_KEYS} />
      </h3>
      <ol className="sites" data-testid="sites">
        {siting.sites.map((site) => (
          <li key={placeText(site)}>
            <strong>
              <LineName place={site} />
            </strong>{' '}
            <span className="muted small">
              {t(site.isStanding ? 'connect.siteStands' : 'connect.siteNew')} ·{' '}
              {t('connect.serves', { count: site.serves })}
            </span>{' '}
            {site.isDistrictLevel && <span className="tag">{t('connect.indicativeTag')}</span>}
          </li>
        ))}
      </ol>
      <Totals siting={siting} before={before} />
      {before && <Shift fresh={fresh} before={before} />}
      <Served siting={siting} />
    </section>
  )
}

function Totals({ siting, before }: { siting: Siting; before: Siting | null }) {
  const { t, number } = useMessages()
  const { total, totalBefore, method, gap, candidates, deposits } = siting
  const served = deposits.filter(({ site }) => site !== null).length
  const unit = t(`connect.unit.${siting.by}`)
  return (
    <>
      <p>
        {t('connect.sitingMean', { value: number(served === 0 ? 0 : total / served, ONE), unit, count: served })}
        {served < deposits.length && ` ${t('connect.sitingUnserved', { count: deposits.length - served })}`}
      </p>
      {totalBefore !== null && served > 0 && (
        <p className="small">{t('connect.standingAlone', { value: number(totalBefore / served, ONE), unit })}</p>
      )}
      {before && served > 0 && (
        <p className="small">{t('connect.withoutStanding', { value: number(before.total / served, ONE), unit })}</p>
      )}
      <p className="small muted">
        {method === 'exact'
          ? t('connect.sitingExact', { candidates })
          : t('connect.sitingHeuristic', {
              candidates,
              gap: number(gap, { style: 'percent', maximumFractionDigits: 1 }),
            })}
      </p>
    </>
  )
}

/** How the new sites differ from those that would be built were nothing there. */
function Shift({ fresh, before }: { fresh: Siting['sites']; before: Siting }) {
  const { t, list } = useMessages()
  const now = new Set(fresh.map(placeText))
  const gone = before.sites.filter((site) => !now.has(placeText(site)))
  return (
    <p className="note small" data-testid="siting-shift">
      {gone.length === 0 ? (
        t('connect.noShift')
      ) : (
        <>
          {t('connect.shift')} <bdi>{list(gone.map(({ name, ref }) => name?.en ?? ref ?? ''))}</bdi> →{' '}
          {fresh.length === 0 && t('connect.siteNone')}
          {fresh.map((site) => (
            <span key={placeText(site)}>
              {' '}
              <LineName place={site} />
            </span>
          ))}
        </>
      )}
    </p>
  )
}

function Served({ siting: { deposits, by } }: { siting: Siting }) {
  const { t, number } = useMessages()
  return (
    <div className="connect__scroll">
      <table className="ranking">
        <thead>
          <tr>
            <th scope="col">{t('connect.origin')}</th>
            <th scope="col">{t('connect.site')}</th>
            <th scope="col">{t(`connect.unit.${by}`)}</th>
          </tr>
        </thead>
        <tbody>
          {deposits.slice(0, SHOWN).map((deposit) => (
            <tr key={placeText(deposit)}>
              <th scope="row">
                <LineName place={deposit} />
              </th>
              <td>{deposit.site === null ? t('connect.noWay') : <PlaceName place={deposit.site} />}</td>
              <td>{deposit.weight === null ? '' : number(deposit.weight, ONE)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {deposits.length > SHOWN && (
        <p className="small muted">{t('connect.firstOf', { shown: SHOWN, all: deposits.length })}</p>
      )}
    </div>
  )
}
