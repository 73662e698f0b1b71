/** Bottom edge of the map: scale bar for the latitude in the middle, coordinates under the pointer. */
import { useEffect, useState } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { useView } from '#client/state/view-state.ts'
import { metresPerPx, scaleBar } from './ground-resolution.ts'
import { usePointing } from './interaction.ts'
import { useMap } from './map-store.ts'

const MOST_PX = 110

export function ScaleBarNote() {
  const { t, number } = useMessages()
  const map = useMap((state) => state.map)
  const { lat, zoom } = useView((state) => state.camera)
  const [live, setLive] = useState({ lat, zoom })
  useEffect(() => {
    if (!map) return
    const follow = (): void => setLive({ lat: map.getCenter().lat, zoom: map.getZoom() })
    follow()
    map.on('zoom', follow)
    map.on('moveend', follow)
    return () => {
      map.off('zoom', follow)
      map.off('moveend', follow)
    }
  }, [map])
  const { lengthM, widthPx } = scaleBar(metresPerPx(live.lat, live.zoom), MOST_PX)
  const text = lengthM >= 1000 ? t('map.km', { value: number(lengthM / 1000) }) : t('map.m', { value: number(lengthM) })
  return (
    <div className="map-scale" style={{ inlineSize: widthPx }} title={t('map.scale')}>
      {text}
    </div>
  )
}

function dms(degrees: number, positive: string, negative: string): string {
  const seconds = Math.round(Math.abs(degrees) * 3600)
  const [d, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60]
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${d}° ${two(m)}′ ${two(s)}″ ${degrees < 0 ? negative : positive}`
}

export function positionAsText([lon, lat]: readonly [number, number], isDms: boolean): string {
  return isDms ? `${dms(lat, 'N', 'S')}, ${dms(lon, 'E', 'W')}` : `${lat.toFixed(4)}, ${lon.toFixed(4)}`
}

export function PositionNote() {
  const { t } = useMessages()
  const pointed = usePointing((state) => state.position)
  const { lon, lat } = useView((state) => state.camera)
  const [isDms, setDms] = useState(false)
  const position = pointed ?? ([lon, lat] as const)
  return (
    <button
      type="button"
      className="map-position tabular"
      aria-pressed={isDms}
      title={t('map.position.toggle')}
      onClick={() => setDms(!isDms)}
    >
      {positionAsText(position, isDms)}
    </button>
  )
}
