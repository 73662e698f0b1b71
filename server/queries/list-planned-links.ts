/** The planned links of the network, kept from one question to the next: they change with the network alone. */
import type { Query } from './query.ts'

export const listPlannedLinks: Query<'listPlannedLinks'> = async (_, context) => {
  const { links, networkVersion } = await context.cache.get('planned links', [], () =>
    context.graph.ask('listPlanned', null, context.signal),
  )
  return {
    links: links.map(({ lines, ...link }) => ({
      ...link,
      geometry: { type: 'MultiLineString' as const, coordinates: lines },
    })),
    networkVersion,
  }
}
