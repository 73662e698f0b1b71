/** Names of places of a question. */
import { useQuery } from '#client/api/use-query.ts'
import { localName } from '#client/format/local-name.ts'
import { positionText } from '#client/format/quantity.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { positionOf } from '../connect-question.ts'

/** The name of a place, or its position; its id while the name is on its way. */
export function usePlaceName(place: string | null): string {
  const { language } = useMessages()
  const [dataset, id] = place?.includes('/') ? place.split('/') : []
  const { data } = useQuery('getFeature', dataset && id ? { params: { dataset, id } } : null)
  if (place === null) return ''
  if (data) return localName(data.feature.properties.name, language, id ?? place)
  const position = positionOf(place)
  return position ? positionText(position) : (id ?? place)
}

export function PlaceName({ place }: { place: string | null }): string {
  return usePlaceName(place)
}
