/** The star that puts a deposit on the shortlist, and takes it off. Keys do the same by Space in the grid. */
import Star from 'lucide-react/icons/star'
import { useDeskText } from '../desk-messages.ts'
import { toggleShortlisted, useShortlist } from './kept.ts'

export function ShortlistStar({ id, name }: { id: string; name: string }) {
  const text = useDeskText()
  const isOn = useShortlist().includes(id)
  const label = text(isOn ? 'desk.shortlist.remove' : 'desk.shortlist.add', { name })
  return (
    <button
      type="button"
      tabIndex={-1}
      className="desk-star"
      aria-pressed={isOn}
      aria-label={label}
      title={label}
      onClick={(event) => {
        event.stopPropagation()
        toggleShortlisted(id)
      }}
    >
      <Star size={15} aria-hidden />
    </button>
  )
}
