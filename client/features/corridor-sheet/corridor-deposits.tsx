/** Deposits within a straight-line distance of the corridor: three bands to choose from, then the list, nearest first. */
import { distanceText } from '#client/format/quantity.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { FeatureLink } from '#client/selection/feature-link.tsx'
import { CommoditySymbol } from '#client/ui/commodity-symbol.tsx'
import { DepositCountText } from '#client/ui/deposit-count-text.tsx'
import { Figure } from '#client/ui/figure.tsx'
import { Section } from '#client/ui/section.tsx'
import type { CorridorAnswer } from './corridor-sheet.tsx'

interface CorridorDepositsProps {
  answer: CorridorAnswer
  withinKm: number
  isStale: boolean
  onWithin(km: number): void
}

export function CorridorDeposits({ answer, withinKm, isStale, onWithin }: CorridorDepositsProps) {
  const { t, number } = useMessages()
  const band = answer.bands.find((candidate) => candidate.withinKm === withinKm)
  return (
    <Section title={t('corridor.deposits')} aside={<span className="muted small">{t('sheet.straightLine')}</span>}>
      <fieldset className="segmented" aria-label={t('corridor.within')}>
        {answer.bands.map(({ withinKm: km, count }) => (
          <button key={km} type="button" aria-pressed={km === withinKm} onClick={() => onWithin(km)}>
            <span className="figure">{t('corridor.withinKm', { km: number(km) })}</span>
            <span className="small tabular">{number(count.deposits + count.parts)}</span>
          </button>
        ))}
      </fieldset>
      {band && (
        <p>
          <DepositCountText count={band.count} />
        </p>
      )}
      <ul className="lines" style={{ opacity: isStale ? 0.6 : 1 }}>
        {answer.deposits.map(({ deposit, distanceKm }) => (
          <li key={deposit.id}>
            <FeatureLink
              feature={{ dataset: 'deposits', id: deposit.id }}
              name={deposit.name}
              position={deposit.position}
            >
              <CommoditySymbol code={deposit.commodityPrimary} size={18} />
            </FeatureLink>
            <span className="lines__end">
              <Figure value={distanceText(number, distanceKm)} unit={t('unit.kmSymbol')} />
            </span>
          </li>
        ))}
      </ul>
      {answer.deposits.length === 0 && <p className="muted">{t('corridor.depositsNone', { km: number(withinKm) })}</p>}
      <p className="muted small">{t('corridor.distanceNote')}</p>
    </Section>
  )
}
