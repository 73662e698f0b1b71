/** What a cell shows: the figure, that none is reported, or that it is on its way. */
import { CommoditySymbol } from '#client/ui/commodity-symbol.tsx'
import { ConfidenceBar } from '#client/ui/confidence-bar.tsx'
import { NotReported } from '#client/ui/not-reported.tsx'
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'
import { ShortlistStar } from '../shortlist/shortlist-star.tsx'
import type { ColumnEnv, DeskColumn } from './column-env.ts'

interface CellProps {
  column: DeskColumn
  row: DepositRow
  env: ColumnEnv
}

export function Cell({ column, row, env }: CellProps) {
  const shown = column.shown(row, env)
  if (column.id === 'name')
    return (
      <span className={row.partOf === null ? 'desk-grid__name' : 'desk-grid__name desk-grid__name--part'}>
        <ShortlistStar id={row.id} name={shown ?? row.id} />
        <CommoditySymbol code={row.commodityPrimary} size={18} />
        <bdi>{shown}</bdi>
        {row.partOf !== null && <span className="visually-hidden">({env.messages.t('list.partOf')})</span>}
      </span>
    )
  if (column.id === 'confidence') return <ConfidenceBar confidence={row.confidence} />
  if (shown !== null)
    return (
      <bdi className={column.filter === 'number' ? 'tabular' : ''} title={withSources(shown, column, row, env)}>
        {shown}
      </bdi>
    )
  return <Missing column={column} row={row} env={env} />
}

/** Figures of the estimate name their sources to whoever points at them; the column of sources has them for all. */
const ESTIMATED: ReadonlySet<string> = new Set(['tonnage', 'category', 'code', 'year', 'grade', 'grades', 'metal'])

function withSources(
  shown: string,
  { id }: DeskColumn,
  { resource }: DepositRow,
  { sources, messages }: ColumnEnv,
): string {
  if (!ESTIMATED.has(id) || !resource) return shown
  const titles = resource.sources.map((source) => sources[source]?.title ?? source)
  return `${shown}\n${messages.t('source.title')}: ${titles.join('; ')}`
}

/** Why there is no figure, in words. */
export function Missing({ column, row, env }: CellProps) {
  const state = column.state?.(row, env) ?? 'notReported'
  switch (state) {
    case 'waiting':
      return env.computed.progress === null ? (
        <span className="muted">{env.text('desk.cell.notAsked')}</span>
      ) : (
        <span className="desk-grid__waiting" role="img" aria-label={env.text('desk.cell.waiting')} />
      )
    case 'needsMarket':
      return <span className="muted">{env.text('desk.cell.needsMarket')}</span>
    case 'none':
      return column.id === 'notes' || column.id === 'partOf' || column.id === 'shares' ? null : (
        <span className="muted">{env.text('desk.cell.none')}</span>
      )
    case 'known':
    case 'notReported':
      return <NotReported />
  }
}
