/** Refuses a transport network with more faults of a kind than are explained: twice the same, impossible lengths, loose ends. */
import type { Network } from '#geodata/network/network.ts'
import { looseEnds } from '../../transport/loose-ends.ts'
import { networkFaults } from '../../transport/network-faults.ts'
import type { Fault } from './check.ts'

/** Faults that are known: how many there may be, and why they are left. None of another kind is. */
const EXPLAINED: Readonly<Record<string, { most: number; why: string }>> = {
  'is there twice': { most: 3, why: 'short pieces that rounding laid over each other; they change no way' },
  'ends beside a line that it does not meet': {
    most: 7,
    why: 'loops that come back to themselves within 100 m, or meet after rounding',
  },
}

export function networkFaultsUnexplained(network: Network): Fault[] {
  const all: { edge: number; what: string }[] = [
    ...networkFaults(network),
    ...looseEnds(network).map((edge) => ({ edge, what: 'ends beside a line that it does not meet' })),
  ]
  const counts = new Map<string, number>()
  for (const { what } of all) counts.set(what, (counts.get(what) ?? 0) + 1)
  return all
    .filter(({ what }) => (counts.get(what) ?? 0) > (EXPLAINED[what]?.most ?? 0))
    .map(({ edge, what }) => faultOf(network, edge, what))
}

function faultOf({ edgeFrom, nodeLon, nodeLat }: Network, edge: number, what: string): Fault {
  const node = edgeFrom[edge] ?? 0
  const place = `${(nodeLat[node] ?? 0).toFixed(5)}° N ${(nodeLon[node] ?? 0).toFixed(5)}° E`
  return {
    where: `transport-network/edge ${edge} at ${place}`,
    what,
    mend: 'npm run data -- transport-network; if it stays, see scripts/transport/node-lines.ts',
  }
}
