/** Two to five deposits side by side: figures aligned, the best and the worst marked where that means something, sources below. */
import Printer from 'lucide-react/icons/printer'
import { useMemo } from 'react'
import { localName } from '#client/format/local-name.ts'
import { FailureNote } from '#client/ui/failure-note.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'
import { MOST_COMPARED } from '../desk-text.ts'
import { MarketChoice } from '../market-choice.tsx'
import { useComputedColumns } from '../rows/compute.ts'
import { useRows, useRowsById } from '../rows/use-rows.ts'
import { useShortlist } from '../shortlist/kept.ts'
import type { ColumnEnv } from '../table/column-env.ts'
import { Progress } from '../table/progress.tsx'
import { useColumnEnv } from '../table/use-column-env.ts'
import { setDesk, useDesk } from '../use-desk.ts'
import { COMPARED_COLUMNS } from './compare-lines.ts'
import { CompareTable } from './compare-table.tsx'
import { printComparison } from './print-comparison.ts'
import { RouteSketch } from './route-sketch.tsx'
import { SourceList } from './source-list.tsx'
import { useRoutes } from './use-routes.ts'
import './compare.css'

export default function Compare() {
  const desk = useDesk()
  const { rows, answer } = useRowsById(desk.compare)
  const env = useColumnEnv(desk, rows, (answer.data ?? answer.previous)?.sources)
  useComputedColumns(desk.compare, COMPARED_COLUMNS)
  const routes = useRoutes(desk.compare)
  const { text } = env
  return (
    <div className="compare">
      <div className="compare__tools">
        <AddDeposit env={env} />
        <MarketChoice />
        <label className="choice compare__switch">
          <input
            type="checkbox"
            checked={desk.isDifferencesOnly}
            onChange={(event) => setDesk({ isDifferencesOnly: event.target.checked })}
          />
          <span>{text('desk.compare.differences')}</span>
        </label>
        <Progress env={env} total={rows.length} isAsked />
        <button type="button" className="button" disabled={rows.length === 0} onClick={printComparison}>
          <Printer size={15} aria-hidden /> {text('desk.compare.print')}
        </button>
      </div>
      {answer.problem && <FailureNote code={answer.problem.code} onRetry={answer.retry} />}
      {desk.compare.length > 0 && rows.length === 0 && answer.isLoading && <Skeleton lines={6} />}
      {rows.length < 2 && <p className="muted">{text('desk.compare.empty', { most: MOST_COMPARED })}</p>}
      {rows.length > 0 && (
        <div className="compare__sheet">
          <CompareTable rows={rows} routes={routes} env={env} isDifferencesOnly={desk.isDifferencesOnly} />
          <p className="muted small">{text('desk.compare.marksNote')}</p>
          <div className="compare__foot">
            <RouteSketch rows={rows} routes={routes} env={env} />
            <SourceList rows={rows} env={env} />
          </div>
        </div>
      )}
    </div>
  )
}

/** From the shortlist first, then from what is filtered. */
function AddDeposit({ env }: { env: ColumnEnv }) {
  const { compare } = useDesk()
  const shortlist = useShortlist()
  const { data, previous } = useRows()
  const { rows: listed } = useRowsById(shortlist)
  const filtered = (data ?? previous)?.rows
  const others = useMemo(
    () => (filtered ?? []).filter(({ id }) => !compare.includes(id) && !shortlist.includes(id)),
    [filtered, compare, shortlist],
  )
  const option = ({ id, name }: DepositRow) => (
    <option key={id} value={id}>
      {localName(name, env.messages.language, id)}
    </option>
  )
  return (
    <label className="desk-bar__choice">
      <span>{env.text('desk.compare.add')}</span>
      <select
        className="field"
        value=""
        disabled={compare.length >= MOST_COMPARED}
        onChange={(event) => setDesk({ compare: [...compare, event.target.value].slice(0, MOST_COMPARED) })}
      >
        <option value="">{env.text('desk.compare.choose')}</option>
        <optgroup label={env.text('desk.tab.shortlist')}>
          {listed.filter(({ id }) => !compare.includes(id)).map(option)}
        </optgroup>
        <optgroup label={env.text('desk.compare.filtered')}>{others.map(option)}</optgroup>
      </select>
    </label>
  )
}
