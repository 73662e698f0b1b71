/** Above the table: how many, what is asked of it, what is under way, and the tools. */
import { useLayout } from '#client/state/viewport.ts'
import { DepositCountText } from '#client/ui/deposit-count-text.tsx'
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'
import { GROUPINGS, type Grouping } from '../column-ids.ts'
import type { DeskState } from '../desk-text.ts'
import { MarketChoice } from '../market-choice.tsx'
import { needsOf } from '../rows/compute.ts'
import type { RowsAnswer } from '../rows/use-rows.ts'
import { FilesButton } from '../take/files-button.tsx'
import { setDesk } from '../use-desk.ts'
import { WhereChips } from '../where-chips.tsx'
import type { ColumnEnv } from './column-env.ts'
import { ColumnMenu } from './column-menu.tsx'
import { Progress } from './progress.tsx'
import { UnitChoice } from './unit-choice.tsx'
import type { TableModel } from './use-table-model.ts'

interface TableBarProps {
  model: TableModel
  rows: readonly DepositRow[]
  answer: RowsAnswer | undefined
  env: ColumnEnv
  desk: DeskState
}

export function TableBar({ model, rows, answer, env, desk }: TableBarProps) {
  const layout = useLayout()
  const { t } = env.messages
  const needs = needsOf(desk.columns)
  return (
    <div className="desk-bar">
      <p className="desk-bar__count">
        {answer ? <DepositCountText count={answer.total} /> : <span className="muted">{t('state.loading')}</span>}
      </p>
      <WhereChips env={env} where={desk.where} />
      {(needs.has('ways') || needs.has('ports')) && <MarketChoice />}
      <Progress env={env} total={rows.length} isAsked={needs.size > 0} />
      <span className="desk-bar__tools">
        <label className="desk-bar__choice">
          <span>{env.text('desk.group')}</span>
          <select
            className="field"
            value={desk.group ?? ''}
            onChange={(event) => setDesk({ group: groupingOf(event.target.value) })}
          >
            <option value="">{env.text('desk.group.none')}</option>
            {GROUPINGS.map((grouping) => (
              <option key={grouping} value={grouping}>
                {env.text(`desk.group.${grouping}`)}
              </option>
            ))}
          </select>
        </label>
        {layout !== 'narrow' && <UnitChoice env={env} units={desk.units} />}
        <ColumnMenu env={env} desk={desk} />
        <FilesButton model={model} env={env} desk={desk} />
      </span>
    </div>
  )
}

function groupingOf(text: string): Grouping | null {
  return GROUPINGS.find((grouping) => grouping === text) ?? null
}
