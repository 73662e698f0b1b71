/** Deposits by score, each with every term behind it. */

import { distanceText } from '#client/format/quantity.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { FeatureLink } from '#client/selection/feature-link.tsx'
import type { DepositSummary } from '#geodata/contract/endpoints.ts'
import type { ScoreTerm } from '#geodata/contract/questions.ts'

interface RankedListProps {
  ranked: readonly { deposit: DepositSummary; score: number | null; terms: readonly ScoreTerm[] }[]
  all: number
  scoreText(score: number | null): string
}

export function RankedList({ ranked, all, scoreText }: RankedListProps) {
  const { t, number } = useMessages()
  return (
    <>
      <ol className="ask__ranked">
        {ranked.map(({ deposit, score, terms }) => (
          <li key={deposit.id}>
            <FeatureLink
              feature={{ dataset: 'deposits', id: deposit.id }}
              name={deposit.name}
              position={deposit.position}
            />
            <span className="tabular">{scoreText(score)}</span>
            <Bar terms={terms} />
            <details>
              <summary className="small muted">{t('ask.terms')}</summary>
              <ul className="small">
                {terms.map((term) => (
                  <li key={term.kind}>
                    <Term term={term} />
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ol>
      {all > ranked.length && (
        <p className="muted small">{t('ask.answer.shown', { shown: number(ranked.length), all: number(all) })}</p>
      )}
    </>
  )
}

function Bar({ terms }: { terms: readonly ScoreTerm[] }) {
  return (
    <span className="ask__bar" aria-hidden>
      {terms.map(({ kind, share }) => (
        <span key={kind} data-term={kind} style={{ inlineSize: `${(share ?? 0) * 100}%` }} />
      ))}
    </span>
  )
}

function Term({ term: { kind, distanceKm, weight, value, share } }: { term: ScoreTerm }) {
  const { t, number } = useMessages()
  const name = t(`nearest.${kind}`)
  const digits = { maximumFractionDigits: 2 }
  if (distanceKm === null || value === null) return t('ask.term.unknown', { kind: name })
  return t('ask.term', {
    kind: name,
    distance: distanceText(number, distanceKm),
    weight: number(weight),
    value: number(value, digits),
    share: number(share ?? 0, digits),
  })
}
