/** Numbers of the sources below a comparison, in the order in which the deposits name them: estimates first. */
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'

export function sourceNumbers(rows: readonly Pick<DepositRow, 'resource' | 'sources'>[]): ReadonlyMap<string, number> {
  const ids = new Set([
    ...rows.flatMap(({ resource }) => resource?.sources ?? []),
    ...rows.flatMap(({ sources }) => sources),
  ])
  return new Map([...ids].map((id, index) => [id, index + 1]))
}
