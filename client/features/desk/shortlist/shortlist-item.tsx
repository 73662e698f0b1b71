/** A deposit of the shortlist in two lines, with the reader's note on it. */
import { useId, useState } from 'react'
import { FeatureLink } from '#client/selection/feature-link.tsx'
import { CommoditySymbol } from '#client/ui/commodity-symbol.tsx'
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'
import type { ColumnId } from '../column-ids.ts'
import { Cell } from '../table/cell.tsx'
import type { ColumnEnv } from '../table/column-env.ts'
import { columnOf, titleWithUnit } from '../table/columns.ts'
import { LONGEST_NOTE, setNote } from './kept.ts'
import { ShortlistStar } from './shortlist-star.tsx'

const FACTS: readonly ColumnId[] = ['status', 'tonnage', 'category', 'grade', 'province', 'confidence']

export function ShortlistItem({ row, env }: { row: DepositRow; env: ColumnEnv }) {
  return (
    <li>
      <p className="shortlist__name">
        <ShortlistStar id={row.id} name={columnOf('name').shown(row, env) ?? row.id} />
        <FeatureLink feature={{ dataset: 'deposits', id: row.id }} name={row.name} position={row.position}>
          <CommoditySymbol code={row.commodityPrimary} size={18} />
        </FeatureLink>
      </p>
      <dl className="shortlist__facts">
        {FACTS.map((id) => (
          <div key={id}>
            <dt>{titleWithUnit(columnOf(id), env)}</dt>
            <dd>
              <Cell column={columnOf(id)} row={row} env={env} />
            </dd>
          </div>
        ))}
      </dl>
      <Note row={row} env={env} />
    </li>
  )
}

function Note({ row, env }: { row: DepositRow; env: ColumnEnv }) {
  const id = useId()
  const [text, setText] = useState(env.notes[row.id] ?? '')
  return (
    <p className="shortlist__note">
      <label htmlFor={id}>{env.text('desk.shortlist.note', { name: columnOf('name').shown(row, env) })}</label>
      <textarea
        id={id}
        className="field"
        dir="auto"
        rows={2}
        maxLength={LONGEST_NOTE}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setNote(row.id, event.target.value)
        }}
      />
    </p>
  )
}
