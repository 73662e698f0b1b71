/** Deposits that meet the conditions, each with what lies nearest to it. */
import { useMemo } from 'react'
import { useQuery } from '#client/api/use-query.ts'
import { localName } from '#client/format/local-name.ts'
import { distanceText } from '#client/format/quantity.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { FeatureLink } from '#client/selection/feature-link.tsx'
import { filterQuery } from '#client/state/filter-choices.ts'
import { conditionsText } from '#client/state/question.ts'
import { useView } from '#client/state/view-state.ts'
import { OVERLAY_KINDS, type OverlayRow } from '#geodata/contract/questions.ts'
import { conditionsInWords, conditionsSentence } from '../sentences.ts'
import { useAnswerOnMap } from '../use-answer-on-map.ts'
import { useAsked, whatInWords } from '../use-asked.ts'
import { AnswerFrame } from './answer-frame.tsx'

const DEPOSITS = ['deposits']
/** What the overlay is made from, for the sources of a report. */
const JOINED = [
  ...['deposits', 'ports', 'railways', 'roads', 'substations', 'transmission-lines', 'border-crossings', 'places'],
  ...['rivers', 'protected-outlines', 'protected-areas'],
]

export function ConditionsResult() {
  const messages = useMessages()
  const { t, language } = messages
  const [{ within, beyond }] = useAsked()
  const filter = useView((state) => state.filter)
  const [atMost, moreThan] = [conditionsText(within), conditionsText(beyond)]
  const query = {
    ...filterQuery(filter),
    ...(atMost !== '' && { within: atMost }),
    ...(moreThan !== '' && { beyond: moreThan }),
  }
  const { data, previous, problem, isLoading, retry } = useQuery('depositOverlay', { query })
  const answer = data ?? previous
  const found = useMemo(() => (answer?.rows ?? []).map(({ deposit }) => deposit.position), [answer])
  useAnswerOnMap({ found })
  const conditions = conditionsInWords(messages, within, beyond)
  const what = whatInWords(messages, DEPOSITS, filter, answer?.count.deposits ?? 0)
  const sentence = answer
    ? conditionsSentence(messages, { count: answer.count.deposits, parts: answer.count.parts, what }, conditions)
    : null
  const lines = (answer?.rows ?? []).map(
    (row) => `${localName(row.deposit.name, language, row.deposit.id)}: ${nearestInWords(row)}`,
  )
  function nearestInWords({ nearest }: OverlayRow): string {
    return OVERLAY_KINDS.flatMap((kind) => {
      const one = nearest[kind]
      return one
        ? [`${t(`nearest.${kind}`)} ${distanceText(messages.number, one.distanceKm)} ${t('unit.kmSymbol')}`]
        : []
    }).join(', ')
  }
  return (
    <AnswerFrame
      {...{ sentence, isLoading, problem, lines, datasets: JOINED }}
      asked={`${t('ask.kind.conditions')} ${conditions}`}
      onRetry={retry}
    >
      <ul className="ask__cards">
        {(answer?.rows ?? []).map((row) => (
          <li key={row.deposit.id}>
            <FeatureLink
              feature={{ dataset: 'deposits', id: row.deposit.id }}
              name={row.deposit.name}
              position={row.deposit.position}
            />
            <NearestOf row={row} />
          </li>
        ))}
      </ul>
    </AnswerFrame>
  )
}

function NearestOf({ row: { nearest } }: { row: OverlayRow }) {
  const { t, number, language } = useMessages()
  return (
    <dl className="ask__nearest small">
      {OVERLAY_KINDS.map((kind) => {
        const one = nearest[kind]
        return (
          <div key={kind}>
            <dt className="muted">{t(`nearest.${kind}`)}</dt>
            <dd>
              {one ? (
                <>
                  <span className="tabular">{`${distanceText(number, one.distanceKm)} ${t('unit.kmSymbol')}`}</span>{' '}
                  <bdi>{localName(one.name, language)}</bdi>
                </>
              ) : (
                t('sheet.noneInAtlas')
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
