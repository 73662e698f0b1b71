/** How far: sea lanes in nautical miles and kilometres, the largest deposits and the border crossings in a straight line. */
import { compassPoint, distanceText } from '#client/format/quantity.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { FeatureLink } from '#client/selection/feature-link.tsx'
import { CommoditySymbol } from '#client/ui/commodity-symbol.tsx'
import { ConfidenceBar } from '#client/ui/confidence-bar.tsx'
import { Figure } from '#client/ui/figure.tsx'
import { Section } from '#client/ui/section.tsx'
import { NeighbourLines } from './nearby-section.tsx'
import type { PortAnswer } from './port-sheet.tsx'

const KM_PER_NM = 1.852

export function DistancesSections({ answer }: { answer: PortAnswer }) {
  const { t, number } = useMessages()
  return (
    <>
      {answer.seaLanes.length > 0 && (
        <Section title={t('port.lanes')}>
          <ul className="lines">
            {answer.seaLanes.map((lane) => (
              <li key={lane.ref.id}>
                <span>
                  <FeatureLink feature={lane.ref} name={lane.toName} />
                  <span className="muted small nearest__facts">
                    {lane.via !== null && <span dir="auto">{t('port.via', { via: lane.via })} </span>}
                    <ConfidenceBar confidence={lane.confidence} isWordHidden />
                  </span>
                </span>
                <span className="lines__end">
                  <Figure value={number(lane.distanceNm, { maximumFractionDigits: 0 })} unit={t('unit.nm')} />
                  <span className="muted small nearest__facts">
                    <Figure
                      value={number(lane.distanceNm * KM_PER_NM, { maximumSignificantDigits: 3 })}
                      unit={t('unit.kmSymbol')}
                    />
                  </span>
                </span>
              </li>
            ))}
          </ul>
          <p className="muted small">{t('port.seaNote')}</p>
        </Section>
      )}
      {answer.borderCrossings.length > 0 && (
        <Section title={t('port.borders')} aside={<span className="muted small">{t('sheet.straightLine')}</span>}>
          <NeighbourLines neighbours={answer.borderCrossings} />
        </Section>
      )}
      {answer.deposits.length > 0 && (
        <Section title={t('port.deposits')} aside={<span className="muted small">{t('sheet.straightLine')}</span>}>
          <p className="muted small">{t('port.depositsNote')}</p>
          <ul className="lines">
            {answer.deposits.map(({ deposit, distanceKm, bearingDeg }) => (
              <li key={deposit.id}>
                <FeatureLink
                  feature={{ dataset: 'deposits', id: deposit.id }}
                  name={deposit.name}
                  position={deposit.position}
                >
                  <CommoditySymbol code={deposit.commodityPrimary} size={18} />
                </FeatureLink>
                <span className="lines__end">
                  <Figure value={distanceText(number, distanceKm)} unit={t('unit.kmSymbol')} />{' '}
                  <span className="muted small">{t(`compass.${compassPoint(bearingDeg)}`)}</span>
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
