/** What if: close, flood, open, draw; what that does to each deposit and province, before beside after on the map. */
import { useMessages } from '#client/i18n/use-messages.ts'
import { SIDES, type Side } from '#client/state/connect-state.ts'
import { encodeChanges } from '#geodata/contract/change-text.ts'
import type { Output } from '#geodata/contract/endpoints.ts'
import { AnswerFrame } from '../answer/answer-frame.tsx'
import { Conditions } from '../answer/conditions.tsx'
import { TakeAnswer } from '../answer/take-answer.tsx'
import { setConnect } from '../connect-question.ts'
import { Destinations } from '../places/destinations.tsx'
import { Origins } from '../places/origins.tsx'
import { useConnect } from '../use-connect.ts'
import { AddChange } from './add-change.tsx'
import { ChangeList } from './change-list.tsx'
import { ScenarioResult } from './scenario-result.tsx'
import { useScenario, useScenarioInput, useScenarioOnMap } from './use-scenario.ts'

export default function WhatIfView() {
  const { t } = useMessages()
  const connect = useConnect()
  const input = useScenarioInput(connect)
  const scenario = useScenario(input)
  useScenarioOnMap(connect, input ? scenario.data : undefined, connect.side)
  const leftOut = connect.isFromFilter ? 0 : connect.from.filter((place) => !place.startsWith('deposits/')).length
  return (
    <>
      <h3>{t('connect.changes')}</h3>
      <ChangeList effects={input ? scenario.data?.effects : undefined} />
      {encodeChanges(connect.changes) === null && (
        <p className="note note--warning small">{t('connect.changesTooLong')}</p>
      )}
      <AddChange />
      <details className="connect__fold">
        <summary>{t('connect.forWhom')}</summary>
        <Origins isEmptyAll />
        {leftOut > 0 && <p className="note small">{t('connect.onlyDeposits', { count: leftOut })}</p>}
        <Destinations emptyNote={t('connect.seaPorts')} />
      </details>
      <Conditions />
      {input && (
        <AnswerFrame asked={scenario}>
          {(answer: Output<'runScenario'>) => (
            <>
              <Sides side={connect.side} onSide={(side) => setConnect({ side })} />
              <ScenarioResult scenario={answer} />
              <TakeAnswer id="runScenario" input={input} />
            </>
          )}
        </AnswerFrame>
      )}
    </>
  )
}

function Sides({ side, onSide }: { side: Side; onSide(side: Side): void }) {
  const { t } = useMessages()
  return (
    <fieldset className="connect__segments">
      <legend className="visually-hidden">{t('connect.shownOnMap')}</legend>
      {SIDES.map((one) => (
        <button key={one} type="button" className="button" aria-pressed={one === side} onClick={() => onSide(one)}>
          {t(`connect.side.${one}`)}
        </button>
      ))}
    </fieldset>
  )
}
