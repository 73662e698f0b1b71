/** Buttons of the map: zoom, north, first view, full screen, measure, print; scale, coordinates and attribution at the edge. */

import Home from 'lucide-react/icons/house'
import Maximize from 'lucide-react/icons/maximize'
import Minus from 'lucide-react/icons/minus'
import Navigation2 from 'lucide-react/icons/navigation-2'
import Plus from 'lucide-react/icons/plus'
import Printer from 'lucide-react/icons/printer'
import Ruler from 'lucide-react/icons/ruler'
import { lazy, Suspense } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { useView } from '#client/state/view-state.ts'
import { IconButton } from '#client/ui/icon-button.tsx'
import { AttributionNote } from './attribution-note.tsx'
import { BoundaryMark } from './boundary-note.tsx'
import { goHome } from './camera.ts'
import { type MapTool, useMap } from './map-store.ts'
import { PositionNote, ScaleBarNote } from './scale-and-position.tsx'

const Measure = lazy(() => import('./measure/measure.tsx').then((m) => ({ default: m.Measure })))
const PrintMap = lazy(() => import('./print/print-map.tsx').then((m) => ({ default: m.PrintMap })))

export function MapControls() {
  const { t } = useMessages()
  const map = useMap((state) => state.map)
  const tool = useMap((state) => state.tool)
  const set = useMap((state) => state.set)
  const bearing = useView((state) => state.camera.bearing)
  const pitch = useView((state) => state.camera.pitch)

  if (!map) return null

  const toggle = (name: MapTool): void => set({ tool: tool === name ? null : name })
  const toggleFullScreen = (): void => {
    const change = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()
    change.catch((cause: unknown) => console.warn('Full screen was refused.', cause))
  }
  const isTurned = bearing !== 0 || pitch !== 0
  return (
    <>
      <div className="map-controls" role="toolbar" aria-orientation="vertical" aria-label={t('map.controls')}>
        <div className="map-controls__set">
          <IconButton label={t('map.zoomIn')} icon={Plus} onClick={() => map.zoomIn()} />
          <IconButton label={t('map.zoomOut')} icon={Minus} onClick={() => map.zoomOut()} />
        </div>
        <div className="map-controls__set">
          <IconButton label={t('map.home')} icon={Home} onClick={goHome} />
          {isTurned && (
            <IconButton
              label={t('map.north')}
              icon={Navigation2}
              style={{ transform: `rotate(${-bearing}deg)` }}
              onClick={() => map.easeTo({ bearing: 0, pitch: 0 })}
            />
          )}
          <IconButton label={t('map.fullScreen')} icon={Maximize} onClick={toggleFullScreen} />
        </div>
        <div className="map-controls__set">
          <IconButton
            label={t('measure.title')}
            icon={Ruler}
            aria-pressed={tool === 'measure'}
            onClick={() => toggle('measure')}
          />
          <IconButton
            label={t('print.title')}
            icon={Printer}
            aria-pressed={tool === 'print'}
            onClick={() => toggle('print')}
          />
        </div>
      </div>
      <div className="map-edge">
        <BoundaryMark />
        <div className="map-edge__row">
          <ScaleBarNote />
          <PositionNote />
        </div>
      </div>
      <AttributionNote />
      <Suspense fallback={null}>
        {tool === 'measure' && <Measure map={map} onClose={() => set({ tool: null })} />}
        {tool === 'print' && <PrintMap map={map} onClose={() => set({ tool: null })} />}
      </Suspense>
    </>
  )
}
