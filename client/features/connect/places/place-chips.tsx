/** Chosen places, each to be taken out again. */
import X from 'lucide-react/icons/x'
import { useMessages } from '#client/i18n/use-messages.ts'
import { usePlaceName } from './use-place-name.ts'

export function PlaceChips({ places, onRemove }: { places: readonly string[]; onRemove(place: string): void }) {
  if (places.length === 0) return null
  return (
    <ul className="connect__chips">
      {places.map((place) => (
        <li key={place}>
          <PlaceChip place={place} onRemove={() => onRemove(place)} />
        </li>
      ))}
    </ul>
  )
}

function PlaceChip({ place, onRemove }: { place: string; onRemove(): void }) {
  const { t } = useMessages()
  const name = usePlaceName(place)
  return (
    <button type="button" className="chip" aria-label={t('connect.removePlace', { name })} onClick={onRemove}>
      <span dir="auto">{name}</span> <X size={12} aria-hidden />
    </button>
  )
}
