/** What is nearest to the place. */
import { useMemo } from 'react'
import { useQuery } from '#client/api/use-query.ts'
import { localName } from '#client/format/local-name.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { filterQuery } from '#client/state/filter-choices.ts'
import { useView } from '#client/state/view-state.ts'
import { nearSentence } from '../sentences.ts'
import { useAnswerOnMap } from '../use-answer-on-map.ts'
import { useAsked, usePlace, whatInWords } from '../use-asked.ts'
import { useBuffer } from '../use-buffer.ts'
import { AnswerFrame } from './answer-frame.tsx'
import { allFound, countedIn } from './found-count.ts'
import { FoundList, linesOf, usePositions } from './found-list.tsx'

const LISTED = 100
const NEAREST = 10

export function NearResult() {
  const messages = useMessages()
  const { t, language, number } = messages
  const [{ place, datasets, withinKm }] = useAsked()
  const filter = useView((state) => state.filter)
  const { geometry, text } = usePlace(place)
  const buffer = useBuffer(geometry, withinKm)
  const body = place && {
    place,
    datasets: [...datasets],
    ...(withinKm > 0 ? { withinKm, limit: LISTED } : { limit: NEAREST }),
    filter: filterQuery(filter),
  }
  const { data, previous, problem, isLoading, retry } = useQuery('askNear', body && { body })
  const answer = data ?? previous
  const items = useMemo(
    () => answer?.features.map(({ nearestPoint, ...rest }) => ({ ...rest, position: nearestPoint })),
    [answer],
  )
  useAnswerOnMap({ shape: geometry, buffer, found: usePositions(items) })
  if (place === null) return <p className="muted">{t('ask.place.none')}</p>
  const counts = answer?.counts ?? null
  const counted = counts && countedIn(counts)
  const [first] = answer?.features ?? []
  const sentence =
    answer && text !== null
      ? nearSentence(messages, {
          place: text,
          withinKm,
          counted: counted && { ...counted, what: whatInWords(messages, datasets, filter, counted.count) },
          nearest: first ? { ...first, name: localName(first.name, language, first.ref.id) } : null,
        })
      : null
  const asked = `${t('ask.kind.near')} ${text ?? ''}${withinKm > 0 ? `, ${t('map.km', { value: number(withinKm) })}` : ''}`
  return (
    <AnswerFrame
      {...{ sentence, isLoading, problem, asked, datasets: [...datasets] }}
      lines={linesOf(messages, items ?? [])}
      onRetry={retry}
    >
      <FoundList items={items ?? []} all={counts && allFound(counts)} />
      {items?.some(({ side }) => side) && <p className="muted small">{t('ask.side.note')}</p>}
    </AnswerFrame>
  )
}
