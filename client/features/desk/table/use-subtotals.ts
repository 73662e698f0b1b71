/** Subtotals of the groups shown, reckoned once for each set of rows. */
import { useMemo } from 'react'
import { type Subtotals, subtotals } from '#geodata/deposit/subtotals.ts'
import type { Grouping } from '../column-ids.ts'
import type { TableModel } from './use-table-model.ts'

export function useSubtotals(model: TableModel, group: Grouping | null): Subtotals {
  const { rows } = model.getCoreRowModel()
  return useMemo(
    () =>
      subtotals(
        rows.map(({ original }) => original),
        (row) => (group === 'commodity' ? row.commodityPrimary : row.province),
      ),
    [rows, group],
  )
}
