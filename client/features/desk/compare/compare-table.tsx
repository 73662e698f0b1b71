/** The comparison itself: a line an attribute, a column a deposit. Marks are a sign and a word, never colour alone. */
import X from 'lucide-react/icons/x'
import { FeatureLink } from '#client/selection/feature-link.tsx'
import { CommoditySymbol } from '#client/ui/commodity-symbol.tsx'
import { IconButton } from '#client/ui/icon-button.tsx'
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'
import type { ColumnId } from '../column-ids.ts'
import { Missing } from '../table/cell.tsx'
import type { ColumnEnv } from '../table/column-env.ts'
import { columnOf, titleWithUnit } from '../table/columns.ts'
import { setDesk, useDesk } from '../use-desk.ts'
import type { Marks } from './best-worst.ts'
import { compareLines } from './compare-lines.ts'
import { sourceNumbers } from './source-numbers.ts'
import type { Routes } from './use-routes.ts'

interface CompareTableProps {
  rows: readonly DepositRow[]
  routes: Routes
  env: ColumnEnv
  isDifferencesOnly: boolean
}

export function CompareTable({ rows, routes, env, isDifferencesOnly }: CompareTableProps) {
  const lines = compareLines(rows, env).filter(({ isAlike }) => !(isDifferencesOnly && isAlike && rows.length > 1))
  return (
    <div className="compare__scroller">
      <table>
        <caption className="visually-hidden">{env.text('desk.compare.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{env.text('desk.compare.attribute')}</span>
            </th>
            {rows.map((row, index) => (
              <Head key={row.id} row={row} index={index} env={env} />
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, marks }) => (
            <tr key={id}>
              <th scope="row">{titleWithUnit(columnOf(id), env)}</th>
              {rows.map((row, index) => (
                <td key={row.id} data-number={columnOf(id).filter === 'number' ? '' : undefined}>
                  <Figure id={id} row={row} env={env} />
                  {SOURCED.has(id) && <Numbers ids={row.resource?.sources ?? []} rows={rows} />}
                  <Mark marks={marks} index={index} env={env} />
                </td>
              ))}
            </tr>
          ))}
          {routes.size > 0 && <Legs rows={rows} routes={routes} env={env} />}
        </tbody>
      </table>
    </div>
  )
}

/** Figures of the main estimate: each names its sources by number. */
const SOURCED: ReadonlySet<ColumnId> = new Set(['tonnage', 'grade', 'grades'])

function Head({ row, index, env }: { row: DepositRow; index: number; env: ColumnEnv }) {
  const { compare } = useDesk()
  const name = columnOf('name').shown(row, env) ?? row.id
  return (
    <th scope="col">
      <span className="compare__name">
        <span className="compare__index">{env.messages.number(index + 1)}</span>
        <FeatureLink feature={{ dataset: 'deposits', id: row.id }} name={row.name} position={row.position}>
          <CommoditySymbol code={row.commodityPrimary} size={18} />
        </FeatureLink>
        <IconButton
          label={env.text('desk.compare.remove', { name })}
          icon={X}
          onClick={() => setDesk({ compare: compare.filter((id) => id !== row.id) })}
        />
      </span>
    </th>
  )
}

function Figure({ id, row, env }: { id: ColumnId; row: DepositRow; env: ColumnEnv }) {
  const column = columnOf(id)
  const shown = column.shown(row, env)
  return shown === null ? <Missing column={column} row={row} env={env} /> : <bdi>{shown}</bdi>
}

function Numbers({ ids, rows }: { ids: readonly string[]; rows: readonly DepositRow[] }) {
  const numbers = sourceNumbers(rows)
  const shown = ids.flatMap((id) => numbers.get(id) ?? [])
  if (shown.length === 0) return null
  return <sup className="compare__sources">{shown.join(', ')}</sup>
}

function Mark({ marks, index, env }: { marks: Marks; index: number; env: ColumnEnv }) {
  const kind = marks.best.includes(index) ? 'best' : marks.worst.includes(index) ? 'worst' : null
  if (kind === null) return null
  return (
    <span className={`compare__mark compare__mark--${kind}`}>
      <span aria-hidden>{kind === 'best' ? '▲' : '▽'}</span> {env.text(`desk.compare.${kind}`)}
    </span>
  )
}

/** What the ways are made of: kilometres by mode. */
function Legs({ rows, routes, env }: Omit<CompareTableProps, 'isDifferencesOnly'>) {
  const { messages, text } = env
  return (
    <tr>
      <th scope="row">{text('desk.compare.legs')}</th>
      {rows.map(({ id }) => {
        const route = routes.get(id)
        const km = new Map<'road' | 'rail' | 'sea' | 'access', number>()
        for (const { mode, lengthKm } of route?.legs ?? [])
          if (mode !== 'transshipment') km.set(mode, (km.get(mode) ?? 0) + lengthKm)
        return (
          <td key={id}>
            {route ? (
              messages.list(
                [...km].map(([mode, length]) =>
                  text('desk.compare.leg', {
                    mode: text(`desk.mode.${mode}`),
                    km: messages.number(length, { maximumFractionDigits: 0 }),
                  }),
                ),
              )
            ) : (
              <span className="muted">{text('desk.compare.noWay')}</span>
            )}
          </td>
        )
      })}
    </tr>
  )
}
