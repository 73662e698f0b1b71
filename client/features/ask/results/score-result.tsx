/** Deposits ranked by weighted nearness: the sliders answer at once, since the distances are here and the formula is pure. */
import { useEffect, useMemo, useState } from 'react'
import { useQuery } from '#client/api/use-query.ts'
import { localName } from '#client/format/local-name.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { filterQuery } from '#client/state/filter-choices.ts'
import { useView } from '#client/state/view-state.ts'
import { SCORE_TERMS, type ScoreWeights } from '#geodata/contract/questions.ts'
import { distancesOf } from '#geodata/deposit/overlay-distances.ts'
import { EQUAL_WEIGHTS, HALF_KM, rankByProximity } from '#geodata/deposit/proximity-score.ts'
import { useAnswerOnMap } from '../use-answer-on-map.ts'
import { useAsked } from '../use-asked.ts'
import { AnswerFrame } from './answer-frame.tsx'
import { RankedList } from './ranked-list.tsx'

/** The link is written when the sliders have come to rest, so that 'back' undoes a choice and not each step of it. */
const REST_MS = 500
const LISTED = 50
const ON_MAP = 10
const JOINED = ['deposits', 'ports', 'railways', 'roads', 'substations', 'transmission-lines', 'places', 'rivers']

export function ScoreResult() {
  const messages = useMessages()
  const { t, number, language, list } = messages
  const filter = useView((state) => state.filter)
  const [weights, setWeights] = useRestingWeights()
  const { data, previous, problem, isLoading, retry } = useQuery('depositOverlay', { query: filterQuery(filter) })
  const rows = (data ?? previous)?.rows
  const ranked = useMemo(
    () => rankByProximity(rows ?? [], ({ nearest }) => distancesOf(nearest), weights),
    [rows, weights],
  )
  const found = useMemo(() => ranked.slice(0, ON_MAP).map(({ deposit }) => deposit.position), [ranked])
  useAnswerOnMap({ found })
  const scored = ranked.filter(({ score }) => score !== null)
  const [best] = scored
  const scoreText = (score: number | null): string =>
    score === null ? '–' : number(score, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const nameOf = ({ deposit }: (typeof ranked)[number]): string => localName(deposit.name, language, deposit.id)
  const sentence = rows
    ? t('ask.says.score', {
        count: scored.length,
        name: best ? nameOf(best) : '',
        score: scoreText(best?.score ?? null),
      })
    : null
  const weighed = list(SCORE_TERMS.map((kind) => `${t(`nearest.${kind}`)} ${number(weights[kind])}`))
  const halves = list(
    SCORE_TERMS.map((kind) => t('ask.weights.half', { kind: t(`nearest.${kind}`), km: number(HALF_KM[kind]) })),
  )
  return (
    <>
      <fieldset className="ask__weights">
        <legend>{t('ask.weights')}</legend>
        {SCORE_TERMS.map((kind) => (
          <label key={kind}>
            <span>{t(`nearest.${kind}`)}</span>
            <input
              type="range"
              min={0}
              max={10}
              step={0.5}
              value={weights[kind]}
              onChange={({ target }) => setWeights({ ...weights, [kind]: Number(target.value) })}
            />
            <output className="tabular">{number(weights[kind])}</output>
          </label>
        ))}
        <button type="button" className="text-button" onClick={() => setWeights(EQUAL_WEIGHTS)}>
          {t('ask.weights.reset')}
        </button>
      </fieldset>
      <AnswerFrame
        {...{ sentence, isLoading, problem, datasets: JOINED }}
        asked={`${t('ask.kind.score')} ${weighed}. ${t('ask.weights.formula', { halves })}`}
        lines={ranked.slice(0, LISTED).map((row) => `${nameOf(row)}: ${scoreText(row.score)}`)}
        onRetry={retry}
      >
        <RankedList ranked={ranked.slice(0, LISTED)} all={ranked.length} scoreText={scoreText} />
      </AnswerFrame>
      <p className="muted small">{t('ask.weights.formula', { halves })}</p>
    </>
  )
}

function useRestingWeights(): [ScoreWeights, (weights: ScoreWeights) => void] {
  const [question, change] = useAsked()
  const [weights, setWeights] = useState(question.weights)
  useEffect(() => setWeights(question.weights), [question.weights])
  // The caller's function is new at each render; only a change of the weights is to be written.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (weights === question.weights) return
    const timer = setTimeout(() => change({ weights }), REST_MS)
    return () => clearTimeout(timer)
  }, [weights])
  return [weights, setWeights]
}
