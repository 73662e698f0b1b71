/** The assumptions as they are in force: from the server, with the reader's own values in place. */
import { useMemo } from 'react'
import { useQuery } from '#client/api/use-query.ts'
import { useView } from '#client/state/view-state.ts'
import type { Assumption } from '#geodata/contract/logistics.ts'
import { withOverrides } from '#geodata/economics/assumptions.ts'

const NONE: readonly Assumption[] = []

export function useAssumptions(): readonly Assumption[] {
  const { data } = useQuery('listAssumptions', {})
  const rates = useView((state) => state.connect.rates)
  return useMemo(
    () => (data ? [...withOverrides(new Map(data.assumptions.map((one) => [one.key, one])), rates).values()] : NONE),
    [data, rates],
  )
}
