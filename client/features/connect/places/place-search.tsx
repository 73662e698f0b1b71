/** Finds a place for a question: by a name, by what is selected, or by a click on the map. */
import MapPin from 'lucide-react/icons/map-pin'
import { useEffect, useId, useState } from 'react'
import { useQuery } from '#client/api/use-query.ts'
import { localName } from '#client/format/local-name.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { usePickPosition } from '#client/map/pick-position.ts'
import { useView } from '#client/state/view-state.ts'
import { IconButton } from '#client/ui/icon-button.tsx'

interface PlaceSearchProps {
  label: string
  placeholder: string
  /** Text of the button that takes what is selected. */
  selectedLabel: string
  /** Already chosen: not offered again. */
  taken: readonly string[]
  onPlace(place: string): void
}

const PAUSE_MS = 150
const LISTED = 6

export function PlaceSearch({ label, placeholder, selectedLabel, taken, onPlace }: PlaceSearchProps) {
  const { t } = useMessages()
  const id = useId()
  const [text, setText] = useState('')
  const [isPicking, setPicking] = useState(false)
  const selection = useView((state) => state.selection)
  usePickPosition(isPicking, (picked) => {
    setPicking(false)
    if (picked) onPlace(picked.ref ?? picked.position.join(','))
  })
  const selected = selection ? `${selection.dataset}/${selection.id}` : null
  const choose = (place: string) => {
    onPlace(place)
    setText('')
  }
  return (
    <>
      <div className="connect__row">
        <input
          id={id}
          className="field"
          type="search"
          autoComplete="off"
          dir="auto"
          aria-label={label}
          value={text}
          placeholder={placeholder}
          maxLength={200}
          onChange={(event) => setText(event.target.value)}
        />
        <IconButton
          label={t('connect.pick')}
          icon={MapPin}
          aria-pressed={isPicking}
          onClick={() => setPicking(!isPicking)}
        />
      </div>
      {isPicking && (
        <p className="small" role="status">
          {t('connect.picking')}
        </p>
      )}
      <Hits text={text} taken={taken} onPlace={choose} />
      {selected !== null && !taken.includes(selected) && (
        <button type="button" className="text-button small" onClick={() => choose(selected)}>
          {selectedLabel}
        </button>
      )}
    </>
  )
}

function Hits({ text, taken, onPlace }: { text: string; taken: readonly string[]; onPlace(place: string): void }) {
  const { t, tOr, language } = useMessages()
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  const { data } = useQuery(
    'search',
    asked === '' ? null : { query: { q: asked, lang: language, limit: String(LISTED) } },
  )
  if (text.trim() === '' || !data) return null
  const hits = data.hits.filter(({ ref }) => !taken.includes(`${ref.dataset}/${ref.id}`))
  if (hits.length === 0) return <p className="small muted">{t('search.none', { query: data.query })}</p>
  return (
    <ul className="connect__hits">
      {hits.map((hit) => (
        <li key={`${hit.ref.dataset}/${hit.ref.id}`}>
          <button
            type="button"
            className="text-button"
            onClick={() => onPlace(`${hit.ref.dataset}/${hit.ref.id}`)}
            dir="auto"
          >
            {localName(hit.name, language, hit.matched)}{' '}
            <span className="muted small">{tOr(`hit.${hit.ref.dataset}`, '')}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
