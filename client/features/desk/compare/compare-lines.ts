/** The lines of a comparison: which figures stand side by side, in what order, and where 'better' has a meaning. */
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'
import type { ColumnId } from '../column-ids.ts'
import type { ColumnEnv } from '../table/column-env.ts'
import { columnOf } from '../table/columns.ts'
import { bestAndWorst, isSame, type Marks, NO_MARKS } from './best-worst.ts'

interface Line {
  id: ColumnId
  better?: 'higher' | 'lower'
  /** Figures of different kinds are not measured by each other: what must be alike for a mark. */
  onlyIfSame?: (row: DepositRow) => string | null
}

const category = ({ resourceMt, resourceCategory }: DepositRow) => (resourceMt === null ? null : resourceCategory)
const commodity = ({ commodityPrimary }: DepositRow) => commodityPrimary
const both = (row: DepositRow) => `${commodity(row)} ${category(row)}`

export const LINES: readonly Line[] = [
  ...(
    ['commodity', 'commodities', 'status', 'province', 'district', 'type', 'operator', 'owners', 'partner'] as const
  ).map((id) => ({ id })),
  { id: 'tonnage', better: 'higher', onlyIfSame: both },
  { id: 'category' },
  { id: 'code' },
  { id: 'year' },
  { id: 'grade', better: 'higher', onlyIfSame: commodity },
  { id: 'grades' },
  { id: 'metal', better: 'higher', onlyIfSame: both },
  { id: 'output' },
  { id: 'start' },
  { id: 'rivals' },
  { id: 'cost', better: 'lower' },
  { id: 'costKm', better: 'lower' },
  { id: 'costTime', better: 'lower' },
  { id: 'bestPort' },
  { id: 'bestPortCost', better: 'lower' },
  ...(['kmHighway', 'kmRailway', 'kmGrid', 'kmPort', 'kmSettlement'] as const).map((id) => ({
    id,
    better: 'lower' as const,
  })),
  { id: 'kmProtected' },
  { id: 'accuracy', better: 'lower' },
  { id: 'confidence', better: 'higher' },
  { id: 'notes' },
]

export const COMPARED_COLUMNS: readonly ColumnId[] = LINES.map(({ id }) => id)

export interface ComparedLine {
  id: ColumnId
  marks: Marks
  isAlike: boolean
}

export function compareLines(rows: readonly DepositRow[], env: ColumnEnv): ComparedLine[] {
  return LINES.map(({ id, better, onlyIfSame }) => {
    const column = columnOf(id)
    const values = rows.map((row) => column.value(row, env))
    const isComparable =
      better !== undefined &&
      (onlyIfSame === undefined || isSame(rows.filter((_, at) => values[at] !== null).map(onlyIfSame)))
    const numbers = values.map((value) => (typeof value === 'number' ? value : null))
    return {
      id,
      marks: isComparable ? bestAndWorst(numbers, better) : NO_MARKS,
      isAlike: new Set(rows.map((row) => column.shown(row, env))).size <= 1,
    }
  })
}
