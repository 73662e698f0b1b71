/** The value of an assumption as a number to type over; it counts when the field is left or Enter pressed. */
import { useId, useState } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import type { Assumption } from '#geodata/contract/logistics.ts'

interface RateNumberProps {
  assumption: Pick<Assumption, 'key' | 'unit' | 'min' | 'max'>
  value: number
  onCommit(value: number): void
}

export function RateNumber({ assumption: { key, unit, min, max }, value, onCommit }: RateNumberProps) {
  const { t } = useMessages()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? String(Number(value.toPrecision(4)))
  const number = Number(text)
  const isGood = text.trim() !== '' && number >= min && number <= max
  const commit = () => {
    if (typed !== null && isGood && number !== value) onCommit(number)
    setTyped(null)
  }
  return (
    <span className="rate__number">
      <input
        id={id}
        className="field"
        type="text"
        inputMode="decimal"
        dir="ltr"
        aria-label={t('connect.setRate', { name: t(`assumption.${key}`), unit })}
        aria-invalid={!isGood}
        value={text}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
        onBlur={commit}
      />
      <label htmlFor={id} className="unit" dir="ltr">
        {unit}
      </label>
      {!isGood && (
        <span className="small note--warning" role="alert">
          {t('connect.rateRange', { min, max })}
        </span>
      )}
    </span>
  )
}
