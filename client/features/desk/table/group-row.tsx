/** The line of a group: its name, its counts, and its ore and metal by commodity and category, never added across. */

import ChevronDown from 'lucide-react/icons/chevron-down'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { unitText } from '#client/format/field-value.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { COMMODITIES, CommodityCode } from '#geodata/contract/commodity.ts'
import { inMassUnit } from '#geodata/deposit/mass-units.ts'
import type { Subtotal, Subtotals } from '#geodata/deposit/subtotals.ts'
import type { RowPlace } from './body-row.tsx'
import type { ColumnEnv } from './column-env.ts'
import { cellId } from './grid-keys.ts'
import type { TableRow } from './use-table-model.ts'

interface GroupRowProps {
  row: TableRow
  env: ColumnEnv
  place: RowPlace
  totals: Subtotals
  columnCount: number
}

export function GroupRow({ row, env, place, totals, columnCount }: GroupRowProps) {
  const { index, offsetPx, heightPx, activeColumn } = place
  const isOpen = row.getIsExpanded()
  const Icon = isOpen ? ChevronDown : ChevronRight
  const key = String(row.groupingValue)
  const subtotal = totals.groups.get(key)
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid keeps the focus and names its active cell
    // biome-ignore lint/a11y/useSemanticElements: part of a virtual grid
    <div
      role="row"
      aria-rowindex={index + 3}
      className="desk-grid__row desk-grid__row--group"
      style={{ blockSize: heightPx, transform: `translateY(${offsetPx}px)` }}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid that owns the cells handles keys */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: see the row */}
      {/* biome-ignore lint/a11y/useSemanticElements: part of a virtual grid */}
      <div
        id={cellId({ row: index, column: Math.max(0, activeColumn ?? 0) })}
        role="gridcell"
        aria-colindex={1}
        aria-colspan={columnCount}
        aria-expanded={isOpen}
        data-active={activeColumn === null ? undefined : ''}
        onClick={() => row.toggleExpanded()}
      >
        <span className="desk-grid__group">
          <Icon size={16} aria-hidden className={isOpen ? '' : 'mirrors'} />
          <strong>{groupName(key, env)}</strong>
          {subtotal && <SubtotalText subtotal={subtotal} env={env} />}
        </span>
      </div>
    </div>
  )
}

function groupName(key: string, { messages }: ColumnEnv): string {
  const code = CommodityCode.safeParse(key)
  return code.success ? COMMODITIES[code.data].name[messages.language] : messages.tOr(`province.${key}`, key)
}

/** Counts, then ore, then metal; each sum names its commodity and its category. */
export function SubtotalText({
  subtotal,
  env,
}: {
  subtotal: Pick<Subtotal, 'count' | 'ore' | 'metal'>
  env: ColumnEnv
}) {
  const { t } = useMessages()
  const { units, text } = env
  const figure = (value: number) => env.messages.number(value, { maximumSignificantDigits: 3 })
  const name = (code: CommodityCode) => COMMODITIES[code].name[env.messages.language]
  return (
    <>
      <span>{t('count.depositsAndParts', { ...subtotal.count })}</span>
      {subtotal.ore.map(({ commodity, category, tonnageMt }) => (
        <span key={`${commodity} ${category}`} className="desk-sum">
          {text('desk.sum.ore', {
            commodity: name(commodity),
            figure: figure(inMassUnit(tonnageMt, 'Mt', units.ore)),
            unit: unitText(env.messages, units.ore),
            category: t(`category.${category}`),
          })}
        </span>
      ))}
      {subtotal.metal.map(({ commodity, category, tonnes }) => (
        <span key={`metal ${commodity} ${category}`} className="desk-sum desk-sum--metal">
          {text('desk.sum.metal', {
            commodity: name(commodity),
            figure: figure(inMassUnit(tonnes, 't', units.metal)),
            unit: unitText(env.messages, units.metal),
            category: t(`category.${category}`),
          })}
        </span>
      ))}
    </>
  )
}
