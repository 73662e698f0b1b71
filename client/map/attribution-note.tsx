/** Whose data the map is made of: the first line always readable, the rest at a press. */
import { useEffect, useState } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { attributionsOf } from './attributions.ts'
import { useMap } from './map-store.ts'

export function AttributionNote() {
  const { t } = useMessages()
  const map = useMap((state) => state.map)
  const [lines, setLines] = useState<readonly string[]>([])
  useEffect(() => {
    if (!map) return
    const look = (): void => setLines(attributionsOf(map))
    map.on('idle', look)
    return () => {
      map.off('idle', look)
    }
  }, [map])
  const [first, ...rest] = lines
  if (first === undefined) return null
  return (
    <details className="map-attribution">
      <summary title={t('map.attribution')}>
        {first}
        {rest.length > 0 && ` +${rest.length}`}
      </summary>
      <ul>
        {rest.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}
