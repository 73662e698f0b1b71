/** The lines that the sources of a map ask to be shown. */
import type { MapLibreMap } from 'maplibre-gl'

/** Each once, OpenStreetMap first, without markup. */
export function attributionsOf(map: MapLibreMap): string[] {
  const lines = Object.keys(map.getStyle().sources).flatMap((id) => {
    const attribution = map.getSource(id)?.attribution
    if (!attribution) return []
    const text = new DOMParser().parseFromString(attribution, 'text/html').body.textContent ?? ''
    return text.split(/\s*[|·]\s*/)
  })
  const unique = [...new Set(lines.filter((line) => line !== ''))]
  return unique.toSorted((a, b) => Number(b.includes('OpenStreetMap')) - Number(a.includes('OpenStreetMap')))
}
