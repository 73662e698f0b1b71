/**
 * What the first readers would otherwise wait for, done when the server starts: geometries of the datasets most asked about are
 * read and indexed, columns of deposits made, corridors measured along, and the questions of the map asked often enough that they
 * are compiled. Others are answered in between.
 */
import type { Position } from '#geodata/contract/geo.ts'
import { askNear } from './ask-near.ts'
import { askWithin } from './ask-within.ts'
import { turn } from './breathe.ts'
import { corridorBand } from './corridor-band.ts'
import { shapesOf } from './dataset-shapes.ts'
import { depositSummary } from './deposit-summary.ts'
import { everyCorridor } from './list-corridors.ts'
import { listDeposits } from './list-deposits.ts'
import type { Context } from './query.ts'

/** So often is each question asked; after some dozens of rounds most is compiled. */
const ROUNDS = 120
/** From more deposits than this rounds would keep readers waiting longer than they save. */
const MOST_DEPOSITS = 5000
const BANDS = 24
const none = { params: {}, query: {} }

export async function warm(context: Context): Promise<void> {
  const { ids, geometry } = await shapesOf('deposits', context.storage)
  await shapesOf('roads', context.storage)
  const corridors = await everyCorridor(context)
  await depositSummary({ ...none, query: { by: 'district' }, body: null }, context)
  if (ids.length > MOST_DEPOSITS) return
  for (let round = 0; round < ROUNDS && ids.length > 0; round++) {
    const place = geometry(round % ids.length)
    if (place.type === 'Point') await askAround(place.coordinates, context)
    const corridor = round < BANDS ? corridors[round % corridors.length] : undefined
    if (corridor) await corridorBand({ params: { id: corridor.summary.id }, query: {}, body: null }, context)
    context.signal.throwIfAborted()
  }
}

async function askAround([lon, lat]: Position, context: Context): Promise<void> {
  const place = { kind: 'shape' as const, geometry: { type: 'Point' as const, coordinates: [lon, lat] as Position } }
  for (const dataset of ['deposits', 'roads']) {
    await askNear({ ...none, body: { place, datasets: [dataset], limit: 10 } }, context)
    await turn()
  }
  await askNear({ ...none, body: { place, datasets: ['deposits'], withinKm: 50 } }, context)
  await askWithin({ ...none, body: { area: boxAround(lon, lat), datasets: ['deposits'] } }, context)
  await turn()
  await depositSummary({ ...none, query: { by: 'district' }, body: null }, context)
  const filter = `status = 'exploration' AND S_DWITHIN(geometry, POINT(${lon} ${lat}), 100, 'km')`
  await listDeposits({ params: {}, query: { filter }, body: null }, context)
  await turn()
}

function boxAround(lon: number, lat: number) {
  return { kind: 'box' as const, bbox: [lon - 1, lat - 1, lon + 1, lat + 1] as [number, number, number, number] }
}
