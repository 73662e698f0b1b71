/** What a figure rests on: the assumptions behind it, each with range, source, year and whether it is from memory. */
import Scale from 'lucide-react/icons/scale'
import { useId } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import type { Assumption, AssumptionKey } from '#geodata/contract/logistics.ts'

export function AssumptionMark({
  assumptions,
  keys,
}: {
  assumptions: readonly Assumption[]
  keys: readonly AssumptionKey[]
}) {
  const { t, number } = useMessages()
  const id = useId()
  const shown = assumptions.filter(({ key }) => keys.includes(key))
  if (shown.length === 0) return null
  return (
    <>
      <button
        type="button"
        className="source-mark"
        popoverTarget={id}
        aria-label={t('connect.restsOn')}
        title={t('connect.restsOn')}
      >
        <Scale size={12} aria-hidden />
      </button>
      <div id={id} popover="auto" className="source-popover connect__basis">
        <h4>{t('connect.restsOn')}</h4>
        <ul>
          {shown.map((assumption) => (
            <li key={assumption.key}>
              <strong>{t(`assumption.${assumption.key}`)}</strong>{' '}
              <bdi>
                {number(assumption.value.base, { maximumSignificantDigits: 3 })} (
                {number(assumption.value.low, { maximumSignificantDigits: 3 })}–
                {number(assumption.value.high, { maximumSignificantDigits: 3 })}) {assumption.unit}
              </bdi>
              <Basis assumption={assumption} />
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}

export function Basis({ assumption: { source, year, isFromMemory, note, confidence } }: { assumption: Assumption }) {
  const { t, tOr } = useMessages()
  return (
    <p className="small muted">
      {isFromMemory && <span className="tag tag--memory">{t('connect.fromMemory')}</span>}{' '}
      {!isFromMemory && (
        <span dir="auto">
          {[source, year].filter(Boolean).join(' · ')} · {tOr(`confidence.${confidence}`, confidence)}{' '}
        </span>
      )}
      {note !== null && (
        <span dir="auto" lang="en">
          {note}
        </span>
      )}
    </p>
  )
}
