/** What lies inside the area, or meets it. */
import { useQuery } from '#client/api/use-query.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { filterQuery } from '#client/state/filter-choices.ts'
import { useView } from '#client/state/view-state.ts'
import { withinSentence } from '../sentences.ts'
import { useAnswerOnMap } from '../use-answer-on-map.ts'
import { useAsked, usePlace, whatInWords } from '../use-asked.ts'
import { useBuffer } from '../use-buffer.ts'
import { AnswerFrame } from './answer-frame.tsx'
import { allFound, countedIn } from './found-count.ts'
import { FoundList, linesOf, usePositions } from './found-list.tsx'

const LISTED = 200

export function WithinResult() {
  const messages = useMessages()
  const { t, number } = messages
  const [{ place, datasets, withinKm, relation }] = useAsked()
  const filter = useView((state) => state.filter)
  const { geometry, text } = usePlace(place)
  const buffer = useBuffer(geometry, withinKm)
  const body = place && {
    area: withinKm > 0 ? { kind: 'around' as const, place, withinKm } : place,
    ...{ datasets: [...datasets], relation, limit: LISTED, filter: filterQuery(filter) },
  }
  const { data, previous, problem, isLoading, retry } = useQuery('askWithin', body && { body })
  const answer = data ?? previous
  useAnswerOnMap({ shape: geometry, buffer, found: usePositions(answer?.features) })
  if (place === null) return <p className="muted">{t('ask.place.none')}</p>
  const area = text !== null && withinKm > 0 ? t('ask.buffered', { place: text, km: number(withinKm) }) : text
  const counted = answer && countedIn(answer.counts)
  const sentence =
    counted && area !== null
      ? withinSentence(
          messages,
          { ...counted, what: whatInWords(messages, datasets, filter, counted.count) },
          area,
          relation,
        )
      : null
  return (
    <AnswerFrame
      {...{ sentence, isLoading, problem, datasets: [...datasets] }}
      asked={`${t('ask.kind.within')} ${area ?? ''}; ${t(`ask.relation.${relation}`)}`}
      lines={linesOf(messages, answer?.features ?? [])}
      onRetry={retry}
    >
      <FoundList items={answer?.features ?? []} all={answer ? allFound(answer.counts) : null} />
    </AnswerFrame>
  )
}
