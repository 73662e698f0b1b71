/** Ask: choose a question, give it what it needs, read the answer as a sentence, a list and on the map. */
import { useMessages } from '#client/i18n/use-messages.ts'
import { QUESTION_KINDS, type QuestionKind } from '#client/state/question.ts'
import { useView } from '#client/state/view-state.ts'
import { QuestionForm } from './question-form.tsx'
import { BandResult } from './results/band-result.tsx'
import { ConditionsResult } from './results/conditions-result.tsx'
import { NearResult } from './results/near-result.tsx'
import { ScoreResult } from './results/score-result.tsx'
import { SummaryResult } from './results/summary-result.tsx'
import { WithinResult } from './results/within-result.tsx'
import { filterInWords, useAsked } from './use-asked.ts'
import './ask.css'

const RESULTS: Readonly<Record<QuestionKind, () => React.ReactNode>> = {
  near: NearResult,
  within: WithinResult,
  band: BandResult,
  conditions: ConditionsResult,
  score: ScoreResult,
  summary: SummaryResult,
}

export default function AskPanel() {
  const messages = useMessages()
  const { t } = messages
  const [question, change] = useAsked()
  const filter = filterInWords(
    messages,
    useView((state) => state.filter),
  )
  const Result = RESULTS[question.kind]
  return (
    <div className="ask">
      <label className="ask__field">
        <span>{t('ask.question')}</span>
        <select
          className="field"
          value={question.kind}
          onChange={({ target }) => change({ kind: QUESTION_KINDS.find((kind) => kind === target.value) ?? 'near' })}
        >
          {QUESTION_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`ask.kind.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <QuestionForm />
      <p className="muted small">{filter === null ? t('ask.noFilter') : t('ask.filterNote', { filter })}</p>
      <section className="ask__answer" aria-label={t('ask.answer')}>
        <h3>{t('ask.answer')}</h3>
        <Result key={question.kind} />
      </section>
      <p className="muted small">{t('ask.intro')}</p>
    </div>
  )
}
