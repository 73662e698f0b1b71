/** Takes the table away: as it is shown (CSV, Excel, with notes), or every attribute in seven formats. */
import Sheet from 'lucide-react/icons/sheet'
import { useId, useRef } from 'react'
import { saveFile } from '#client/api/download.ts'
import { TakeAwayButton } from '#client/selection/take-away-button.tsx'
import { filterQuery } from '#client/state/filter-choices.ts'
import { usePassing } from '#client/state/passing.ts'
import { linkToView } from '#client/state/sync-link.ts'
import { useView } from '#client/state/view-state.ts'
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'
import type { DeskState } from '../desk-text.ts'
import type { ColumnEnv } from '../table/column-env.ts'
import type { TableModel } from '../table/use-table-model.ts'
import { fileTable } from './table-file.ts'

interface FilesButtonProps {
  model: TableModel
  env: ColumnEnv
  desk: DeskState
}

export function FilesButton({ model, env, desk }: FilesButtonProps) {
  const filter = useView((state) => state.filter)
  const rows = () =>
    model
      .getSortedRowModel()
      .flatRows.filter((row) => !row.getIsGrouped())
      .map(({ original }) => original)
  return (
    <>
      <TakeAwayButton dataset="deposits" query={filterQuery(filter)} />
      <TableFileMenu rows={rows} env={env} desk={desk} />
    </>
  )
}

interface TableFileMenuProps {
  rows(): readonly DepositRow[]
  env: ColumnEnv
  desk: DeskState
}

export function TableFileMenu({ rows, env, desk }: TableFileMenuProps) {
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  const save = (kind: 'csv' | 'xlsx') => {
    menu.current?.hidePopover()
    write(kind, rows(), env, desk).catch(() => usePassing.getState().set({ notice: { key: 'problem.unreachable' } }))
  }
  return (
    <>
      <button type="button" className="button" popoverTarget={id}>
        <Sheet size={15} aria-hidden />
        {env.text('desk.file')}
      </button>
      <div id={id} ref={menu} popover="auto" className="desk-menu" role="dialog" aria-label={env.text('desk.file')}>
        <p className="muted small">{env.text('desk.file.about')}</p>
        {(['csv', 'xlsx'] as const).map((kind) => (
          <p key={kind}>
            <button type="button" className="text-button" onClick={() => save(kind)}>
              {env.text(`desk.file.${kind}`)}
            </button>
          </p>
        ))}
      </div>
    </>
  )
}

async function write(
  kind: 'csv' | 'xlsx',
  rows: readonly DepositRow[],
  env: ColumnEnv,
  desk: DeskState,
): Promise<void> {
  const table = fileTable(rows, desk.columns, env, linkToView())
  const { tableAsCsv, tableAsXlsx } = await import('./write-table.ts')
  const fileName = `orelink-table_${new Date().toISOString().slice(0, 10)}.${kind}`
  const blob =
    kind === 'csv'
      ? tableAsCsv(table)
      : await tableAsXlsx(table, env.sources, {
          table: env.text('desk.file.sheetTable'),
          sources: env.text('desk.file.sheetSources'),
          sourceHead: (['id', 'title', 'publisher', 'year', 'url'] as const).map((part) =>
            env.text(`desk.file.source.${part}`),
          ),
        })
  saveFile({ blob, fileName })
}
