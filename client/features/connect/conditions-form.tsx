/** What to save, when, by which modes, with or without planned links, and what the reader has closed. */
import X from 'lucide-react/icons/x'
import { useId } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import type { ConnectState } from '#client/state/connect-state.ts'
import { CRITERIA, Criterion, ROUTE_MODES } from '#geodata/contract/logistics.ts'
import { setConnect } from './connect-question.ts'

export function ConditionsForm({ connect }: { connect: ConnectState }) {
  const { t, language } = useMessages()
  const id = useId()
  const months = Array.from({ length: 12 }, (_, index) =>
    new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, index, 15))),
  )
  return (
    <fieldset className="connect__conditions">
      <legend className="visually-hidden">{t('connect.conditions')}</legend>
      <div className="connect__row">
        <label htmlFor={`${id}-by`}>{t('connect.by')}</label>
        <select
          id={`${id}-by`}
          className="field"
          value={connect.by}
          onChange={(event) => setConnect({ by: Criterion.parse(event.target.value), budgets: [] })}
        >
          {CRITERIA.map((by) => (
            <option key={by} value={by}>
              {t(`connect.by.${by}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="connect__row">
        <label htmlFor={`${id}-month`}>{t('connect.month')}</label>
        <select
          id={`${id}-month`}
          className="field"
          value={connect.month ?? ''}
          onChange={(event) => setConnect({ month: event.target.value === '' ? null : Number(event.target.value) })}
        >
          <option value="">{t('connect.anyMonth')}</option>
          {months.map((name, index) => (
            <option key={name} value={index + 1}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className="connect__row connect__modes">
        {ROUTE_MODES.map((mode) => (
          <label key={mode}>
            <input
              type="checkbox"
              checked={connect.modes.includes(mode)}
              disabled={connect.modes.length === 1 && connect.modes.includes(mode)}
              onChange={(event) =>
                setConnect({
                  modes: ROUTE_MODES.filter((m) => (m === mode ? event.target.checked : connect.modes.includes(m))),
                })
              }
            />{' '}
            {t(`connect.mode.${mode}`)}
          </label>
        ))}
      </div>
      <label>
        <input
          type="checkbox"
          checked={connect.hasPlanned}
          onChange={(event) => setConnect({ hasPlanned: event.target.checked })}
        />{' '}
        {t('connect.planned')}
      </label>
      {connect.closed.length > 0 && (
        <p className="connect__row">
          <span>{t('connect.closed')}</span>
          {connect.closed.map((reference) => (
            <button
              key={reference}
              type="button"
              className="chip"
              aria-label={t('connect.reopen', { reference })}
              onClick={() => setConnect({ closed: connect.closed.filter((other) => other !== reference) })}
            >
              <bdi>{reference}</bdi> <X size={12} aria-hidden />
            </button>
          ))}
        </p>
      )}
    </fieldset>
  )
}
