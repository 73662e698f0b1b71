/** Deposits that do not exist, clustered like those that do: each stands near a real one and has its properties. */
import type { Feature } from '#server/storage/storage.ts'
import { seededRandom } from './measure.ts'

/** Spread around the real deposit, degrees, as most mining districts have it. */
const SPREAD_DEG = 0.35
/** The real mix of importance has few large deposits; the larger the world, the fewer again. */
const KEEPS_IMPORTANCE = 0.02

/** `count` deposits; the same for the same seed. Parts become deposits of their own. */
export function* syntheticDeposits(real: readonly Feature[], count: number, seed = 7): Generator<Feature> {
  const random = seededRandom(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  for (let i = 0; i < count; i += 1) {
    const model = real[Math.floor(random() * real.length)]
    if (model?.geometry?.type !== 'Point') continue
    const [lon = 0, lat = 0] = model.geometry.coordinates
    const importance = random() < KEEPS_IMPORTANCE ? Number(Reflect.get(model.properties, 'importance')) : 1
    yield {
      id: `synthetic-${i}`,
      geometry: {
        type: 'Point',
        coordinates: [round(lon + normal() * SPREAD_DEG), round(lat + normal() * SPREAD_DEG)],
      },
      properties: {
        ...model.properties,
        name: { ...model.properties.name, en: `${model.properties.name.en} ${i}` },
        ...{ importance, partOf: null, isPart: false, sharesGroundWith: [] },
      },
    }
  }
}

function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5
}
