/** The deposits of the present filter as rows, and every deposit for conditions that do not hang on the filter. */
import { call } from '#client/api/call.ts'
import { type QueryState, useQuery } from '#client/api/use-query.ts'
import { filterQuery } from '#client/state/filter-choices.ts'
import { useView } from '#client/state/view-state.ts'
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'
import type { Output } from '#geodata/contract/endpoints.ts'

export type RowsAnswer = Output<'depositRows'>
export type RowSources = RowsAnswer['sources']

export function useRows(): QueryState<RowsAnswer> {
  const filter = useView((state) => state.filter)
  return useQuery('depositRows', { query: filterQuery(filter) })
}

/** Some deposits by id, whatever the filter says, in the order of the ids; what is not there is left out. */
export function useRowsById(ids: readonly string[]): { rows: readonly DepositRow[]; answer: QueryState<RowsAnswer> } {
  const answer = useQuery('depositRows', ids.length === 0 ? null : { query: { id: [...ids].sort().join(',') } })
  const found = answer.data ?? answer.previous
  const rows = ids.flatMap((id) => found?.rows.find((row) => row.id === id) ?? [])
  return { rows, answer }
}

/** Every deposit of the atlas, whatever the filter says: conditions hold however it changes. */
export async function rowsBeforeChoice(signal?: AbortSignal): Promise<readonly DepositRow[]> {
  return (await call('depositRows', { query: {} }, signal)).rows
}
