/** The budgets of the reach map as one line of rising numbers, and what they count: hours, dollars, kilometres. */
import { useId, useState } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { budgetsOf as parseBudgets } from '#client/state/connect-state.ts'
import { useView } from '#client/state/view-state.ts'
import { CRITERIA, Criterion } from '#geodata/contract/logistics.ts'
import { setConnect } from '../connect-question.ts'
import { budgetsOf } from './budgets.ts'

export function BudgetsField() {
  const { t } = useMessages()
  const id = useId()
  const connect = useView((state) => state.connect)
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? budgetsOf(connect).join(', ')
  const parsed = parseBudgets(text.replace(/[\s،，]+/g, (gap) => (/[،，]/.test(gap) ? ',' : '')))
  const commit = () => {
    if (typed === null || !parsed) return
    setConnect({ budgets: parsed })
    setTyped(null)
  }
  return (
    <>
      <div className="connect__row">
        <label htmlFor={`${id}-by`}>{t('connect.reachBy')}</label>
        <select
          id={`${id}-by`}
          className="field"
          value={connect.by}
          onChange={({ target }) => {
            setTyped(null)
            setConnect({ by: Criterion.parse(target.value), budgets: [] })
          }}
        >
          {CRITERIA.map((by) => (
            <option key={by} value={by}>
              {t(`connect.by.${by}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="connect__row">
        <label htmlFor={id}>{t('connect.budgets', { unit: t(`connect.unit.${connect.by}`) })}</label>
        <input
          id={id}
          className="field"
          type="text"
          inputMode="decimal"
          dir="ltr"
          value={text}
          aria-invalid={!parsed}
          aria-describedby={`${id}-how`}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => event.key === 'Enter' && commit()}
          onBlur={commit}
        />
      </div>
      <p id={`${id}-how`} className={`small ${parsed ? 'muted' : 'note note--warning'}`}>
        {t('connect.budgetsHow')}
      </p>
    </>
  )
}
