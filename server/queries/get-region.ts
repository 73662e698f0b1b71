/** One province or district with everything that its sheet lists. */
import type { Output } from '#geodata/contract/endpoints.ts'
import { DistrictIndicatorProperties } from '#geodata/datasets/district-indicators/dataset.ts'
import { bboxOf } from '#geodata/spatial/bbox.ts'
import { Refusal } from '../refusal.ts'
import type { Feature } from '../storage/storage.ts'
import { everyDeposit } from './every-deposit.ts'
import { everyCorridor } from './list-corridors.ts'
import type { Context, Query } from './query.ts'
import { regionsOf } from './region-rows.ts'
import { sourcesOf } from './sources-of.ts'

type Answer = Output<'getRegion'>

export const getRegion: Query<'getRegion'> = async ({ params: { level, id } }, context) => {
  const region = (await regionsOf(level, context)).get(id)
  const feature = await context.storage.feature({ dataset: level, id })
  if (!region || !feature?.geometry) throw new Refusal('not-found', 'No region of this level has this id.')
  const filter = level === 'provinces' ? { province: [region.row.province] } : { district: [id] }
  const [deposits, districtRows, corridors, indicators] = await Promise.all([
    everyDeposit(filter, context),
    regionsOf('districts', context),
    everyCorridor(context),
    level === 'districts' ? indicatorsOf(id, context) : [],
  ])
  const districts = level === 'districts' ? [] : region.districts.flatMap((one) => districtRows.get(one)?.row ?? [])
  return {
    level,
    region: region.row,
    bbox: bboxOf(feature.geometry),
    districts: districts.map(({ id: district, name, count }) => ({ id: district, name, count })),
    deposits: [...deposits].sort((a, b) => b.importance - a.importance),
    standing: region.standing.map(({ dataset, feature: one }) => ({ dataset, ...namedOf(dataset, one) })),
    corridors: corridors
      .filter(({ summary }) => region.corridors.has(summary.id))
      .map(({ summary }) => ({
        ref: { dataset: 'corridors', id: summary.id },
        name: summary.name,
        kind: summary.status,
      })),
    protectedAreas: region.protectedAreas.map((area) => namedOf('protected-areas', area)),
    indicators,
    sources: await sourcesOf(indicators, context),
  }
}

/** The word that tells one from another of its kind: fuel, type, designation. */
const KIND_KEYS = ['fuel', 'type', 'sector', 'designation', 'kind', 'neighbour'] as const

function namedOf(dataset: string, { id, properties }: Feature): Answer['corridors'][number] {
  const values = properties as unknown as Record<string, unknown>
  const kind = KIND_KEYS.map((key) => values[key]).find((value) => typeof value === 'string')
  return { ref: { dataset, id }, name: properties.name, kind: typeof kind === 'string' ? kind : null }
}

const MOST_INDICATORS = 5000

async function indicatorsOf(district: string, { storage, cache }: Context): Promise<Answer['indicators']> {
  const all = await cache.get('district indicators', ['district-indicators'], async () =>
    (await storage.features('district-indicators', { limit: MOST_INDICATORS })).map(({ properties }) =>
      DistrictIndicatorProperties.parse(properties),
    ),
  )
  return all
    .filter(({ districtId }) => districtId === district)
    .map(({ indicator, value, unit, year, surveyDistrict, provenance }) => ({
      indicator,
      value,
      unit,
      year,
      surveyDistrict,
      confidence: provenance?.confidence ?? null,
      citations: provenance?.citations ?? [],
    }))
}
