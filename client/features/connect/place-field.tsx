/** One end of the way: what is selected, a name searched for, or a click on the map. */
import MapPin from 'lucide-react/icons/map-pin'
import { useEffect, useId, useState } from 'react'
import { useQuery } from '#client/api/use-query.ts'
import { localName } from '#client/format/local-name.ts'
import { positionText } from '#client/format/quantity.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { useMap } from '#client/map/map-store.ts'
import { useView } from '#client/state/view-state.ts'
import { IconButton } from '#client/ui/icon-button.tsx'
import { setConnect } from './use-route.ts'

interface PlaceFieldProps {
  end: 'from' | 'to'
  value: string | null
  /** A choice above shows the chosen place already. */
  isNamedAbove?: boolean
}

const PAUSE_MS = 150
const LISTED = 6

export function PlaceField({ end, value, isNamedAbove = false }: PlaceFieldProps) {
  const { t, language } = useMessages()
  const id = useId()
  const [text, setText] = useState('')
  const [asked, setAsked] = useState('')
  const [isPicking, setPicking] = useState(false)
  const selection = useView((state) => state.selection)
  const name = usePlaceName(value)
  usePick(isPicking, (position) => {
    setPicking(false)
    if (position) setConnect({ [end]: position })
  })
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  const found = useQuery('search', asked === '' ? null : { query: { q: asked, lang: language, limit: String(LISTED) } })
  const choose = (place: string) => {
    setConnect({ [end]: place })
    setText('')
  }
  const selected = selection ? `${selection.dataset}/${selection.id}` : null
  const hits = text.trim() === '' ? [] : (found.data?.hits ?? [])
  return (
    <div className="connect__end">
      <label htmlFor={id} className={isNamedAbove ? 'visually-hidden' : ''}>
        {t(`connect.${end}`)}
      </label>
      {name && !isNamedAbove && (
        <p className="connect__chosen" dir="auto">
          {name}
        </p>
      )}
      <div className="connect__row">
        <input
          id={id}
          className="field"
          type="search"
          autoComplete="off"
          dir="auto"
          value={text}
          placeholder={t(`connect.${end}Search`)}
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
      {hits.length > 0 && (
        <ul className="connect__hits">
          {hits.map((hit) => (
            <li key={`${hit.ref.dataset}/${hit.ref.id}`}>
              <button
                type="button"
                className="text-button"
                onClick={() => choose(`${hit.ref.dataset}/${hit.ref.id}`)}
                dir="auto"
              >
                {localName(hit.name, language, hit.matched)}
              </button>
            </li>
          ))}
        </ul>
      )}
      {selected !== null && selected !== value && (
        <button type="button" className="text-button small" onClick={() => choose(selected)}>
          {t(`connect.useSelected.${end}`)}
        </button>
      )}
    </div>
  )
}

/** The name of a place of the question, or its position; null while it is not known. */
export function usePlaceName(value: string | null): string | null {
  const { language } = useMessages()
  const [dataset, id] = value?.includes('/') ? value.split('/') : []
  const { data } = useQuery('getFeature', dataset && id ? { params: { dataset, id } } : null)
  if (value === null) return null
  if (data) return localName(data.feature.properties.name, language, id ?? value)
  if (dataset) return value
  const [lon = 0, lat = 0] = value.split(',').map(Number)
  return positionText([lon, lat])
}

/** The next click on the map, or Escape (null). */
function usePick(isPicking: boolean, onPicked: (position: string | null) => void): void {
  const map = useMap((state) => state.map)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the handler is new at each render; picking says when it counts
  useEffect(() => {
    if (!isPicking || !map) return
    const onClick = ({ lngLat }: { lngLat: { lng: number; lat: number } }): void =>
      onPicked(`${lngLat.lng.toFixed(5)},${lngLat.lat.toFixed(5)}`)
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      onPicked(null)
    }
    useMap.getState().set({ tool: 'pick' })
    map.once('click', onClick)
    document.addEventListener('keydown', onKey, true)
    const before = map.getCanvas().style.cursor
    map.getCanvas().style.cursor = 'crosshair'
    return () => {
      map.off('click', onClick)
      document.removeEventListener('keydown', onKey, true)
      map.getCanvas().style.cursor = before
      useMap.getState().set({ tool: null })
    }
  }, [isPicking, map])
}
