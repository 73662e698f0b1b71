/** The line under a chart: which sources its figures come from, the most used first, and where it was made. */
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'
import type { ColumnEnv } from '../table/column-env.ts'

const NAMED = 3

export function sourceLine(drawn: readonly DepositRow[], env: ColumnEnv): string {
  const counts = new Map<string, number>()
  for (const { resource, sources } of drawn)
    for (const id of new Set(resource?.sources ?? sources)) counts.set(id, (counts.get(id) ?? 0) + 1)
  const ids = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([id]) => id)
  const titles = ids.slice(0, NAMED).map((id) => env.sources[id]?.title ?? id)
  return env.text('desk.chart.source', {
    titles: titles.join('; '),
    more: Math.max(0, ids.length - NAMED),
    date: env.messages.date(new Date()),
  })
}
