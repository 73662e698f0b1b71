/** A road or railway by its number: closed throughout, slower, or upgraded to be faster (ML-1). */
import { useId, useState } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { Change } from '#geodata/contract/scenario.ts'

const FACTORS = [0.25, 0.5, 1.5, 2] as const
/** Often spoken of. */
const EXAMPLES = ['N-25', 'N-40', 'N-35', 'N-10', 'N-5', 'M-8', 'ML-1', 'ML-2', 'ML-3', 'ML-4']

export function RoadByNumber({ onChange }: { onChange(change: Change): void }) {
  const { t, number } = useMessages()
  const id = useId()
  const [reference, setReference] = useState('')
  /** null: closed. */
  const [factor, setFactor] = useState<number | null>(null)
  const trimmed = reference.trim()
  const made = Change.safeParse(
    factor === null
      ? { kind: 'close-reference', reference: trimmed }
      : { kind: 'slow-reference', reference: trimmed, factor },
  )
  return (
    <form
      className="tools__form"
      onSubmit={(event) => {
        event.preventDefault()
        if (made.success) onChange(made.data)
      }}
    >
      <div className="connect__row">
        <label htmlFor={id}>{t('connect.roadNumber')}</label>
        <input
          id={id}
          className="field connect__short"
          dir="ltr"
          list={`${id}-list`}
          maxLength={60}
          value={reference}
          onChange={({ target }) => setReference(target.value.replace(/[|!]/g, ''))}
        />
        <datalist id={`${id}-list`}>
          {EXAMPLES.map((example) => (
            <option key={example} value={example} />
          ))}
        </datalist>
      </div>
      <label className="connect__row">
        <span>{t('connect.roadEffect')}</span>
        <select
          className="field"
          value={factor ?? ''}
          onChange={({ target }) => setFactor(target.value === '' ? null : Number(target.value))}
        >
          <option value="">{t('connect.roadCloses')}</option>
          {FACTORS.map((share) => (
            <option key={share} value={share}>
              {t(share < 1 ? 'connect.roadSlows' : 'connect.roadQuickens', {
                share: number(share, { style: 'percent' }),
              })}
            </option>
          ))}
        </select>
      </label>
      <p className="small muted">{t('connect.speedNote')}</p>
      <button type="submit" className="button button--primary" disabled={!made.success}>
        {t('connect.apply')}
      </button>
    </form>
  )
}
