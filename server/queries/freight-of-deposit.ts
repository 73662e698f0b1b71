/** What a tonne pays from a deposit to its market, by the logistics engine: the cheapest port unless a market is named. */
import type { Term } from '#geodata/contract/economics.ts'
import type { Place } from '#geodata/contract/logistics.ts'
import type { PlaceLine } from '#geodata/contract/network-questions.ts'
import { GENERAL_KNOWLEDGE } from '#geodata/contract/provenance.ts'
import { PortProperties } from '#geodata/datasets/ports/dataset.ts'
import { unknownTerm } from '#geodata/economics/known-terms.ts'
import type { Context } from './query.ts'
import { routeMatrix } from './route-matrix.ts'

export interface Freight {
  term: Term
  market: PlaceLine | null
}

const MOST_PORTS = 200

/** Kept for the next reader: the way to seven ports overseas is dear to find and changes only with the datasets. */
export function freightOf(depositId: string, market: Place | undefined, context: Context): Promise<Freight> {
  const key = `freight from ${depositId} to ${JSON.stringify(market ?? 'China')}`
  return context.cache.get(key, ['deposits', 'ports', 'freight-costs'], () => reckon(depositId, market, context))
}

async function reckon(depositId: string, market: Place | undefined, context: Context): Promise<Freight> {
  const to = market ? [market] : await chinesePorts(context)
  const from: Place[] = [{ kind: 'feature', dataset: 'deposits', id: depositId }]
  const { rows, destinations } = await routeMatrix({ params: {}, query: { from, to, by: 'cost' }, body: null }, context)
  const [row] = rows
  const best = row?.best ?? null
  const cell = best === null ? null : (row?.cells[best] ?? null)
  if (!row || best === null || !cell) return { term: unknownTerm('freight'), market: null }
  return {
    term: {
      ...unknownTerm('freight'),
      value: cell.costUsdPerTonne,
      // Rates are of no one year, and most of them from memory: /api/assumptions lists each.
      citations: [{ text: 'general knowledge, unverified', source: GENERAL_KNOWLEDGE }],
      confidence: 'low',
      isFromMemory: true,
      note: `${Math.round(cell.lengthKm)} km${row.isDistrictLevel ? '; from a point that is only known to its district' : ''}`,
    },
    market: destinations[best] ?? null,
  }
}

/** Benchmark charges are those of smelters in China, delivered there. */
async function chinesePorts({ storage }: Context): Promise<Place[]> {
  const ports = await storage.features('ports', { limit: MOST_PORTS })
  return ports.flatMap(({ id, properties }): Place[] => {
    const { country, kind } = PortProperties.parse(properties)
    return country === 'China' && kind === 'sea port' ? [{ kind: 'feature', dataset: 'ports', id }] : []
  })
}
