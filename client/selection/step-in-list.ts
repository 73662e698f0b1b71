/** Previous and next deposit in the order of the list under the present filter, whether the list is open or not. */
import { ApiProblem } from '#client/api/api-problem.ts'
import { call } from '#client/api/call.ts'
import { filterQuery } from '#client/state/filter-choices.ts'
import { usePassing } from '#client/state/passing.ts'
import { useView } from '#client/state/view-state.ts'
import type { DepositSummary } from '#geodata/contract/endpoints.ts'
import { selectFeature } from './select-feature.ts'

/** The longest page that the server gives; in a longer list the steps end there. */
const LIMIT = 1000

let list: { key: string; deposits: readonly DepositSummary[] } | null = null

export async function stepInList(step: 1 | -1): Promise<void> {
  const deposits = await currentList().catch((cause: unknown) => {
    // A lost server says so by itself; there is nothing to step through meanwhile.
    if (cause instanceof ApiProblem) return []
    throw cause
  })
  const { selection } = useView.getState()
  const at = deposits.findIndex(({ id }) => selection?.dataset === 'deposits' && id === selection.id)
  const next = at === -1 ? deposits[0] : deposits[at + step]
  if (next) selectFeature({ dataset: 'deposits', id: next.id }, { position: next.position })
  else if (at !== -1)
    usePassing.getState().set({ notice: { key: step === 1 ? 'notice.lastInList' : 'notice.firstInList' } })
}

async function currentList(): Promise<readonly DepositSummary[]> {
  const { filter, sort } = useView.getState()
  const query = { ...filterQuery(filter), sort: sort.key, order: sort.order, limit: String(LIMIT) }
  const key = JSON.stringify(query)
  if (list?.key !== key) list = { key, deposits: (await call('listDeposits', { query })).deposits }
  return list.deposits
}
