/** How many of some deposits are whole: a part whose parent is among them is counted apart, so that no total counts twice. */
import type { DepositCount } from '#geodata/contract/endpoints.ts'

export function countDeposits(deposits: readonly { id: string; partOf: string | null }[]): DepositCount {
  const ids = new Set(deposits.map(({ id }) => id))
  const parts = deposits.filter(({ partOf }) => partOf !== null && ids.has(partOf)).length
  return { deposits: deposits.length - parts, parts }
}
