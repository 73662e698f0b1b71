/** What a figure rests on: the assumptions behind it, each with range, source, year, whether it is from memory, and to be changed. */
import Scale from 'lucide-react/icons/scale'
import { useId } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { useView } from '#client/state/view-state.ts'
import type { Assumption, AssumptionKey } from '#geodata/contract/logistics.ts'
import { setConnect } from '../connect-question.ts'
import { RateNumber } from './rate-number.tsx'
import { useAssumptions } from './use-assumptions.ts'

/** What every cost over the network rests on. */
export const COST_KEYS: readonly AssumptionKey[] = [
  'roadRate',
  'roadMountainRate',
  'railRate',
  'seaRate',
  'portHandling',
  'transloadCost',
  'borderFee',
  'truckPayload',
  'unpavedFactor',
  'detourFactor',
]
/** What every time over the network rests on. */
export const TIME_KEYS: readonly AssumptionKey[] = [
  'speedMotorway',
  'speedNational',
  'speedMountain',
  'speedMinor',
  'speedTrack',
  'truckHoursPerDay',
  'speedRail',
  'railDwell',
  'speedSea',
  'portDwell',
  'borderDelay',
  'detourFactor',
]

export function AssumptionMark({ keys }: { keys: readonly AssumptionKey[] }) {
  const { t, number } = useMessages()
  const id = useId()
  const rates = useView((state) => state.connect.rates)
  const shown = useAssumptions().filter(({ key }) => keys.includes(key))
  if (shown.length === 0) return null
  const places = { maximumSignificantDigits: 3 }
  return (
    <>
      <button
        type="button"
        className="source-mark connect__mark"
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
              <span className="muted figure">
                <bdi>
                  {number(assumption.value.low, places)}–{number(assumption.value.high, places)}
                </bdi>
              </span>
              <RateNumber
                assumption={assumption}
                value={assumption.value.base}
                onCommit={(value) => setConnect({ rates: { ...rates, [assumption.key]: value } })}
              />
              <Basis assumption={assumption} isOwn={rates[assumption.key] !== undefined} />
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}

export function Basis({ assumption, isOwn }: { assumption: Assumption; isOwn: boolean }) {
  const { t, tOr } = useMessages()
  const { source, year, isFromMemory, note, confidence } = assumption
  return (
    <p className="small muted">
      {isOwn && <span className="tag">{t('connect.setByYou')}</span>}{' '}
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
