/** Deposits under a filter as points, with what a map symbol needs. */
import type { Position } from '#geodata/contract/geo.ts'
import { depositQuestion } from './deposit-question.ts'
import { everyDeposit } from './every-deposit.ts'
import type { Query } from './query.ts'
import { wholeDeposits } from './whole-deposits.ts'

export const mapDeposits: Query<'mapDeposits'> = async ({ query }, context) => {
  const [summaries, records] = await Promise.all([
    everyDeposit(depositQuestion(query, context), context),
    wholeDeposits(context),
  ])
  return {
    type: 'FeatureCollection',
    features: summaries.flatMap((summary) => {
      const record = records.get(summary.id)
      if (!record) return []
      return {
        type: 'Feature' as const,
        id: record.number,
        geometry: { type: 'Point' as const, coordinates: summary.position satisfies Position },
        properties: {
          id: summary.id,
          name_en: summary.name.en ?? summary.id,
          name_ur: summary.name.ur,
          name_zh: summary.name.zh,
          commodity: summary.commodityPrimary,
          status: summary.status,
          quality: summary.geometryQuality,
          accuracyKm: record.deposit.positionAccuracyKm,
          importance: summary.importance,
          isPart: summary.partOf !== null,
        },
      }
    }),
  }
}
