/** The table of what is filtered: bar of tools, then the grid. Tied to the map both ways by filter, selection and pointer. */
import { useMemo } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { useView } from '#client/state/view-state.ts'
import { FailureNote } from '#client/ui/failure-note.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'
import type { ColumnId } from '../column-ids.ts'
import type { DeskState } from '../desk-text.ts'
import { useComputedColumns } from '../rows/compute.ts'
import { useRows } from '../rows/use-rows.ts'
import { sortsOf } from '../sort-order.ts'
import { useDesk } from '../use-desk.ts'
import { Grid } from './grid.tsx'
import { TableBar } from './table-bar.tsx'
import { useColumnEnv } from './use-column-env.ts'
import { useTableModel } from './use-table-model.ts'

const NO_ROWS: readonly DepositRow[] = []

export function DepositTable() {
  const desk = useDesk()
  const sort = useView((state) => state.sort)
  const { data, previous, problem, retry } = useRows()
  const answer = data ?? previous
  const rows = answer?.rows ?? NO_ROWS
  const env = useColumnEnv(desk, answer?.rows, answer?.sources)
  const sorts = useMemo(() => sortsOf(desk, sort), [desk, sort])
  const model = useTableModel(rows, desk, sorts, env)
  const ids = useMemo(() => rows.map(({ id }) => id), [rows])
  useComputedColumns(ids, columnsWanted(desk))
  return (
    <div className="desk-table" data-stale={data ? undefined : ''}>
      <TableBar model={model} rows={rows} answer={answer} env={env} desk={desk} />
      {problem && (
        <div className="sheet__pad">
          <FailureNote code={problem.code} requestId={problem.requestId} onRetry={retry} />
        </div>
      )}
      {!answer && !problem && (
        <div className="sheet__pad">
          <Skeleton lines={5} />
        </div>
      )}
      {answer && <Grid model={model} env={env} desk={desk} />}
      {answer && model.getRowModel().rows.length === 0 && <Nothing />}
    </div>
  )
}

/** Columns whose values are needed: those shown, sorted by and asked about. */
function columnsWanted({ columns, sorts, where }: DeskState): readonly ColumnId[] {
  return [...columns, ...sorts.map(({ id }) => id), ...where.map(({ column }) => column)]
}

function Nothing() {
  const { t } = useMessages()
  const set = useView((state) => state.set)
  return (
    <div className="sheet__pad" role="status">
      <p>{t('filter.nothing')}</p>
      <p>
        <button type="button" className="button" onClick={() => set({ panel: 'filters' })}>
          {t('key.filters')}
        </button>{' '}
        <button type="button" className="button" onClick={() => set({ filter: {} })}>
          {t('filter.clearAll')}
        </button>
      </p>
    </div>
  )
}
