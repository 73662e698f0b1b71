/** Under which conditions and at which rates the question is asked: folded away until wanted, their sense in one line. */
import { useMessages } from '#client/i18n/use-messages.ts'
import { useView } from '#client/state/view-state.ts'
import { ConditionsForm } from '../conditions-form.tsx'
import { setConnect } from '../connect-question.ts'
import { RateSliders } from '../rates/rate-sliders.tsx'
import { setDraft, useConnect } from '../use-connect.ts'

export function Conditions() {
  const { t, language } = useMessages()
  const connect = useView((state) => state.connect)
  const { rates } = useConnect()
  const { by, modes, month, hasPlanned, closed } = connect
  const monthName =
    month === null
      ? null
      : new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(
          new Date(Date.UTC(2026, month - 1, 15)),
        )
  const parts = [
    t('connect.leastOf', { what: t(`connect.by.${by}`) }),
    modes.map((mode) => t(`connect.mode.${mode}`)).join(' + '),
    monthName,
    hasPlanned ? t('connect.plannedShort') : null,
    closed.length > 0 ? t('connect.closedShort', { references: closed.join(', ') }) : null,
  ].filter((part) => part !== null)
  return (
    <>
      <details className="connect__fold">
        <summary>
          {t('connect.conditions')} <span className="muted small connect__sense">{parts.join(' · ')}</span>
        </summary>
        <ConditionsForm connect={connect} />
      </details>
      <RateSliders
        rates={rates}
        onDraft={setDraft}
        onCommit={(next) => {
          setDraft(null)
          setConnect({ rates: next })
        }}
      />
    </>
  )
}
