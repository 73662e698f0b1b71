/** The pages of the filtered list that the window needs, fetched as it scrolls: 100 rows a page. */
import { useEffect, useRef, useState } from 'react'
import { ApiProblem } from '#client/api/api-problem.ts'
import { call } from '#client/api/call.ts'
import { useConnection } from '#client/api/connection.ts'
import { filterQuery } from '#client/state/filter-choices.ts'
import { useView } from '#client/state/view-state.ts'
import type { DepositSummary, Output } from '#geodata/contract/endpoints.ts'

export const PAGE_ROWS = 100

export interface DepositPages {
  /** null until the first page is in. */
  total: Output<'listDeposits'>['total'] | null
  /** How many rows the whole list has. */
  rowCount: number
  row(index: number): DepositSummary | undefined
  problem: ApiProblem | null
  retry(): void
}

interface Loaded {
  key: string
  total: DepositPages['total']
  pages: ReadonlyMap<number, readonly DepositSummary[]>
}

const NOTHING: Loaded = { key: '', total: null, pages: new Map() }

/** `firstRow`–`lastRow`: what is in the window now. Rows of another filter or order never show. */
export function useDepositPages(firstRow: number, lastRow: number): DepositPages {
  const filter = useView((state) => state.filter)
  const sort = useView((state) => state.sort)
  const recoveries = useConnection((state) => state.recoveries)
  const [attempt, setAttempt] = useState(0)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [loaded, setLoaded] = useState<Loaded>(NOTHING)
  const query = { ...filterQuery(filter), sort: sort.key, order: sort.order }
  const key = JSON.stringify(query)
  const queryNow = useRef(query)
  queryNow.current = query
  const isCurrent = loaded.key === key
  const firstPage = Math.floor(firstRow / PAGE_ROWS)
  const lastPage = Math.floor(Math.max(firstRow, lastRow) / PAGE_ROWS)
  const missing = [firstPage, lastPage].find((page) => !(isCurrent && loaded.pages.has(page)))

  // biome-ignore lint/correctness/useExhaustiveDependencies: attempt and recoveries ask again for what failed
  useEffect(() => {
    if (missing === undefined) return
    const abort = new AbortController()
    const input = { query: { ...queryNow.current, limit: String(PAGE_ROWS), offset: String(missing * PAGE_ROWS) } }
    call('listDeposits', input, abort.signal).then(
      ({ total, deposits }) => {
        setProblem(null)
        setLoaded((before) => {
          const pages = new Map(before.key === key ? before.pages : [])
          return { key, total, pages: pages.set(missing, deposits) }
        })
      },
      (cause: unknown) => {
        if (abort.signal.aborted) return
        setProblem(
          cause instanceof ApiProblem ? cause : new ApiProblem('internal-error', 'The list failed.', null, { cause }),
        )
      },
    )
    return () => abort.abort()
  }, [key, missing, attempt, recoveries])

  const total = isCurrent ? loaded.total : null
  return {
    total,
    rowCount: total ? total.deposits + total.parts : 0,
    row: (index) => (isCurrent ? loaded.pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS] : undefined),
    problem,
    retry: () => setAttempt((count) => count + 1),
  }
}
