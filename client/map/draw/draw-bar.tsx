/** While something is drawn: what to do, undo and redo, and how to end. */
import { useEffect, useRef, useState } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { usePassing } from '#client/state/passing.ts'
import type { Geometry } from '#geodata/contract/geo.ts'
import { PALETTES } from '#geodata/style/palette.ts'
import { useMap } from '../map-store.ts'
import { currentFlavour } from '../sync-layers.ts'
import type { DrawMode } from './draw-modes.ts'
import type { Drawing } from './start-drawing.ts'
import './draw.css'

interface DrawBarProps {
  mode: DrawMode
  shape: Geometry | null
  onShape(shape: Geometry): void
  onClose(): void
}

export function DrawBar({ mode, shape, onShape, onClose }: DrawBarProps) {
  const { t } = useMessages()
  const map = useMap((state) => state.map)
  const [history, setHistory] = useState({ canUndo: false, canRedo: false })
  const drawing = useRef<Drawing | null>(null)
  const told = useRef({ shape, onShape, onClose })
  told.current.onShape = onShape
  told.current.onClose = onClose

  useEffect(() => {
    if (!map) return
    let isOver = false
    useMap.getState().set({ tool: 'draw' })
    map.doubleClickZoom.disable()
    import('./start-drawing.ts').then(
      ({ startDrawing }) => {
        if (isOver) return
        drawing.current = startDrawing({
          map,
          mode,
          shape: told.current.shape,
          colour: PALETTES[currentFlavour()].accent,
          onShape(drawn, isDone) {
            told.current.onShape(drawn)
            // The tool is in the midst of its own event.
            if (isDone) setTimeout(() => told.current.onClose())
          },
          onHistory: (canUndo, canRedo) => setHistory({ canUndo, canRedo }),
        })
      },
      (cause: unknown) => {
        console.warn('The drawing tools could not be loaded.', cause)
        usePassing.getState().set({ notice: { key: 'ask.draw.failed' } })
        told.current.onClose()
      },
    )
    return () => {
      isOver = true
      drawing.current?.stop()
      drawing.current = null
      map.doubleClickZoom.enable()
      useMap.getState().set({ tool: null })
    }
  }, [map, mode])

  return (
    <section className="draw-bar" aria-label={t('ask.draw.name')}>
      <p role="status">{t(`ask.draw.how.${mode}`)}</p>
      <div className="draw-bar__buttons">
        <button type="button" className="button" disabled={!history.canUndo} onClick={() => drawing.current?.undo()}>
          {t('ask.draw.undo')}
        </button>
        <button type="button" className="button" disabled={!history.canRedo} onClick={() => drawing.current?.redo()}>
          {t('ask.draw.redo')}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {mode === 'select' ? t('ask.draw.done') : t('ask.draw.cancel')}
        </button>
      </div>
    </section>
  )
}
