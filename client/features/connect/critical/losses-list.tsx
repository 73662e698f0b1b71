/** Stretches by what their loss costs; and the deposits that hang on a single way. */
import { localName } from '#client/format/local-name.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { Figure } from '#client/ui/figure.tsx'
import type { Output } from '#geodata/contract/endpoints.ts'
import { AssumptionMark, COST_KEYS } from '../rates/assumption-mark.tsx'
import { LineName, placeText } from '../route/pairs-table.tsx'

type Losses = Output<'criticalEdges'>

const ONE = { maximumFractionDigits: 1 }
const NAMED = 30

interface LossesListProps {
  losses: Losses
  chosen: number | null
  onChoose(index: number): void
}

export function LossesList({ losses, chosen, onChoose }: LossesListProps) {
  const { t, number } = useMessages()
  const { edges, deposits, tried, by } = losses
  return (
    <section aria-label={t('connect.ranked.losses')}>
      <p className="small muted">
        {t('connect.lossesNote', { tried: number(tried), shown: edges.length })} <AssumptionMark keys={COST_KEYS} />
      </p>
      <ol className="ranked" data-testid="losses">
        {edges.map((edge, index) => (
          <li key={`${edge.reference} ${edge.lengthKm} ${JSON.stringify(edge.geometry.coordinates[0])}`}>
            <LossRow
              edge={edge}
              unit={t(`connect.unit.${by}`)}
              isChosen={index === chosen}
              onChoose={() => onChoose(index)}
            />
          </li>
        ))}
      </ol>
      <Redundancy deposits={deposits} />
    </section>
  )
}

interface LossRowProps {
  edge: Losses['edges'][number]
  unit: string
  isChosen: boolean
  onChoose(): void
}

function LossRow({ edge, unit, isChosen, onChoose }: LossRowProps) {
  const { t, tOr, number, language } = useMessages()
  const name = edge.name ? localName(edge.name, language, '') : ''
  return (
    <button type="button" className="ranked__row" aria-pressed={isChosen} onClick={onChoose}>
      <span dir="auto">
        <strong>{edge.reference ?? (name || t('connect.unnamed'))}</strong>{' '}
        <span className="muted small">
          {tOr(`connect.leg.${edge.mode}`, edge.mode)} · {number(edge.lengthKm, ONE)} {t('unit.kmSymbol')}
        </span>
      </span>
      <span className="small">
        {edge.cutOff.length > 0 && (
          <strong className="scenario__lost">{t('connect.cutsOff', { count: edge.cutOff.length })} </strong>
        )}
        {edge.extra > 0.05 && <Figure value={`+${number(edge.extra, ONE)}`} unit={unit} />}{' '}
        <span className="muted">{t('connect.affects', { count: edge.affected })}</span>
      </span>
    </button>
  )
}

function Redundancy({ deposits }: Pick<Losses, 'deposits'>) {
  const { t } = useMessages()
  const countOf = (ways: number): number => deposits.filter((one) => one.hasAccess && one.ways === ways).length
  const single = deposits.filter(({ hasAccess, ways }) => hasAccess && ways === 1)
  return (
    <details className="connect__fold">
      <summary>{t('connect.redundancy')}</summary>
      <p className="small">
        {t('connect.redundancySays', {
          none: deposits.filter(({ hasAccess }) => !hasAccess).length,
          one: countOf(1),
          two: countOf(2),
          more: deposits.filter(({ hasAccess, ways }) => hasAccess && ways > 2).length,
        })}
      </p>
      <ul className="small ranked__single">
        {single.slice(0, NAMED).map((deposit) => (
          <li key={placeText(deposit)}>
            <LineName place={deposit} />
          </li>
        ))}
      </ul>
      {single.length > NAMED && (
        <p className="small muted">{t('connect.firstOf', { shown: NAMED, all: single.length })}</p>
      )}
    </details>
  )
}
