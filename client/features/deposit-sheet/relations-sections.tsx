/** What the deposit has to do with others: parts, shared ground, agreements and plants that name it, deposits around. */
import { kindText } from '#client/format/field-value.ts'
import { compassPoint, distanceText, figureOptions } from '#client/format/quantity.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { FeatureLink } from '#client/selection/feature-link.tsx'
import { CommoditySymbol } from '#client/ui/commodity-symbol.tsx'
import { Figure } from '#client/ui/figure.tsx'
import { NotReported } from '#client/ui/not-reported.tsx'
import { Section } from '#client/ui/section.tsx'
import { TermHelp } from '#client/ui/term-help.tsx'
import type { DepositSummary } from '#geodata/contract/endpoints.ts'
import type { DepositAnswer } from './deposit-sheet.tsx'

export function RelationsSections({ answer }: { answer: DepositAnswer }) {
  const messages = useMessages()
  const { t, tOr } = messages
  return (
    <>
      {answer.parts.length > 0 && (
        <Section title={t('sheet.parts')} aside={<TermHelp term="part" />}>
          <p className="muted small">{t('sheet.partsNote')}</p>
          <ul className="lines">
            {answer.parts.map((part) => (
              <li key={part.id}>
                <DepositLine deposit={part} />
                <Tonnage deposit={part} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {answer.sharesGroundWith.length > 0 && (
        <Section title={t('sheet.sharesGround')}>
          <ul className="lines">
            {answer.sharesGroundWith.map((other) => (
              <li key={other.id}>
                <DepositLine deposit={other} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {answer.related.length > 0 && (
        <Section title={t('sheet.related')}>
          <ul className="lines">
            {answer.related.map(({ ref, name, kind }) => (
              <li key={`${ref.dataset}/${ref.id}`}>
                <FeatureLink feature={ref} name={name} />
                <span className="muted small">{tOr(`hit.${ref.dataset}`, kindText(messages, kind))}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {answer.neighbours.length > 0 && <Neighbours answer={answer} />}
    </>
  )
}

function Neighbours({ answer }: { answer: DepositAnswer }) {
  const { t, number } = useMessages()
  return (
    <Section title={t('sheet.neighbours')} aside={<span className="muted small">{t('sheet.straightLine')}</span>}>
      <ul className="lines">
        {answer.neighbours.map(({ deposit, distanceKm, bearingDeg }) => (
          <li key={deposit.id}>
            <DepositLine deposit={deposit} />
            <span className="lines__end">
              <Figure value={distanceText(number, distanceKm)} unit={t('unit.kmSymbol')} />{' '}
              <span className="muted small">{t(`compass.${compassPoint(bearingDeg)}`)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function DepositLine({ deposit }: { deposit: DepositSummary }) {
  return (
    <FeatureLink feature={{ dataset: 'deposits', id: deposit.id }} name={deposit.name} position={deposit.position}>
      <CommoditySymbol code={deposit.commodityPrimary} size={18} />
    </FeatureLink>
  )
}

function Tonnage({ deposit }: { deposit: DepositSummary }) {
  const { t, number } = useMessages()
  return (
    <span className="lines__end">
      {deposit.resourceMt === null ? (
        <NotReported />
      ) : (
        <Figure value={number(deposit.resourceMt, figureOptions(deposit.confidence))} unit={t('unit.Mt')} />
      )}
    </span>
  )
}
