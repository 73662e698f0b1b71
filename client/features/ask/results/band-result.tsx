/** Who lives along a corridor, in order from its start. */
import { useMemo } from 'react'
import { useQuery } from '#client/api/use-query.ts'
import { localName } from '#client/format/local-name.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { filterQuery } from '#client/state/filter-choices.ts'
import { useView } from '#client/state/view-state.ts'
import type { Geometry } from '#geodata/contract/geo.ts'
import { positionsOf } from '#geodata/spatial/bbox.ts'
import { bandSentence } from '../sentences.ts'
import { useAnswerOnMap } from '../use-answer-on-map.ts'
import { useAsked, usePlace, whatInWords } from '../use-asked.ts'
import { useBuffer } from '../use-buffer.ts'
import { AnswerFrame } from './answer-frame.tsx'
import { allFound, countedIn } from './found-count.ts'
import { FoundList, linesOf, usePositions } from './found-list.tsx'
import { StripMap } from './strip-map.tsx'

const WIDEST_KM = 500

function runsSouth(line: Geometry): boolean {
  const positions = [...positionsOf(line)]
  return (positions[0]?.[1] ?? 0) > (positions.at(-1)?.[1] ?? 0)
}

export function BandResult() {
  const messages = useMessages()
  const { t, language, number } = messages
  const [{ corridor, datasets, withinKm }] = useAsked()
  const filter = useView((state) => state.filter)
  const place = useMemo(() => ({ kind: 'feature' as const, ref: { dataset: 'corridors', id: corridor } }), [corridor])
  const { geometry } = usePlace(place)
  const km = Math.min(WIDEST_KM, withinKm) || 1
  const buffer = useBuffer(geometry, km)
  const query = { ...filterQuery(filter), withinKm: String(km), datasets: datasets.join(',') }
  const { data, previous, problem, isLoading, retry } = useQuery('corridorBand', { params: { id: corridor }, query })
  const answer = data ?? previous
  const items = useMemo(
    () => answer?.features.map(({ nearestPoint, bearingDeg: _, ...rest }) => ({ ...rest, position: nearestPoint })),
    [answer],
  )
  useAnswerOnMap({ shape: geometry, buffer, found: usePositions(items) })
  const name = answer ? localName(answer.corridor.name, language, corridor) : ''
  const counted = answer && countedIn(answer.counts)
  const sentence =
    answer && counted
      ? bandSentence(messages, {
          counted: { ...counted, what: whatInWords(messages, datasets, filter, counted.count) },
          place: name,
          withinKm: answer.withinKm,
          firstKm: answer.features[0]?.chainageKm ?? null,
          lastKm: answer.features.at(-1)?.chainageKm ?? null,
        })
      : null
  return (
    <AnswerFrame
      {...{ sentence, isLoading, problem, datasets: ['corridors', ...datasets] }}
      asked={`${t('ask.kind.band')} ${name}, ${t('map.km', { value: number(km) })}`}
      lines={linesOf(messages, items ?? [])}
      onRetry={retry}
    >
      {answer && items && items.length > 0 && (
        <StripMap
          {...{ items, lengthKm: answer.corridor.lineLengthKm, withinKm: answer.withinKm, place: name }}
          isSouthward={geometry !== null && runsSouth(geometry)}
        />
      )}
      <FoundList items={items ?? []} all={answer ? allFound(answer.counts) : null} />
      <p className="muted small">{t('ask.side.note')}</p>
    </AnswerFrame>
  )
}
