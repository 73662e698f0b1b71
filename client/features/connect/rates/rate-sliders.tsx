/** The main rates under the finger: the answer follows while dragging, the link when the finger lifts. */
import { useEffect, useRef, useState } from 'react'
import { useQuery } from '#client/api/use-query.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import type { ConnectState } from '#client/state/connect-state.ts'
import { TermHelp } from '#client/ui/term-help.tsx'
import { ASSUMPTIONS, type Assumption, type AssumptionKey } from '#geodata/contract/logistics.ts'
import { Basis } from './assumption-mark.tsx'
import { RateNumber } from './rate-number.tsx'

const MAIN: readonly AssumptionKey[] = [
  'roadRate',
  'railRate',
  'seaRate',
  'portHandling',
  'borderFee',
  'truckPayload',
  'speedNational',
  'detourFactor',
]
const STEPS = 200
const PAUSE_MS = 60

type Rates = ConnectState['rates']

interface RateSlidersProps {
  rates: Rates
  onDraft(rates: Rates): void
  onCommit(rates: Rates): void
}

export function RateSliders({ rates, onDraft, onCommit }: RateSlidersProps) {
  const { t } = useMessages()
  const { data } = useQuery('listAssumptions', {})
  const [isAll, setAll] = useState(false)
  if (!data) return null
  const shown = data.assumptions.filter(({ key }) => isAll || MAIN.includes(key) || rates[key] !== undefined)
  const hasOwn = Object.keys(rates).length > 0
  return (
    <details className="connect__rates">
      <summary>
        {t('connect.rates')}
        {hasOwn && <span className="tabs__badge">{Object.keys(rates).length}</span>}
      </summary>
      <p className="muted small">
        {t('connect.ratesNote')} <TermHelp term="assumption" />
      </p>
      {shown.map((assumption) => (
        <RateSlider
          key={assumption.key}
          assumption={assumption}
          value={rates[assumption.key] ?? assumption.value.base}
          isOwn={rates[assumption.key] !== undefined}
          onDraft={(value) => onDraft({ ...rates, [assumption.key]: value })}
          onCommit={(value) => onCommit({ ...rates, [assumption.key]: value })}
        />
      ))}
      <div className="connect__row">
        <button type="button" className="text-button" onClick={() => setAll(!isAll)}>
          {t(isAll ? 'connect.fewerRates' : 'connect.allRates')}
        </button>
        {hasOwn && (
          <button type="button" className="text-button" onClick={() => onCommit({})}>
            {t('connect.resetRates')}
          </button>
        )}
      </div>
    </details>
  )
}

interface RateSliderProps {
  assumption: Assumption
  value: number
  isOwn: boolean
  onDraft(value: number): void
  onCommit(value: number): void
}

function RateSlider({ assumption, value, isOwn, onDraft, onCommit }: RateSliderProps) {
  const { t } = useMessages()
  const [held, setHeld] = useState<number | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const { key, min, max } = assumption
  const [low, high] = spanOf(assumption)
  const shown = held ?? value
  const drag = (next: number) => {
    setHeld(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onDraft(next), PAUSE_MS)
  }
  const commit = () => {
    if (held === null) return
    clearTimeout(timer.current)
    onCommit(Math.min(max, Math.max(min, Number(held.toPrecision(4)))))
    setHeld(null)
  }
  return (
    <div className="rate">
      <label>
        <span>{t(`assumption.${key}`)}</span>
        <input
          type="range"
          min={low}
          max={high}
          step={(high - low) / STEPS}
          value={shown}
          onChange={(event) => drag(Number(event.target.value))}
          onPointerUp={commit}
          onKeyUp={commit}
          onBlur={commit}
        />
      </label>
      <RateNumber assumption={assumption} value={shown} onCommit={onCommit} />
      <Basis assumption={assumption} isOwn={isOwn} />
    </div>
  )
}

/** From a third of the low end to three times the high one, within what may be set. */
function spanOf({ key, value }: Assumption): [number, number] {
  const { min, max } = ASSUMPTIONS[key]
  return [Math.max(min, value.low / 3), Math.min(max, Math.max(value.high, value.base) * 3 || max)]
}
