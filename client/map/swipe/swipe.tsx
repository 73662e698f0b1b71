/**
 * Before and after on one map: a second map with the other state lies over the first, cut off at a line that is dragged
 * or moved by the arrow keys. The first map keeps all pointers; the second follows its camera.
 */
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { usePassing } from '#client/state/passing.ts'
import { useView } from '#client/state/view-state.ts'
import { useFollowingMap } from './use-following-map.ts'
import './swipe.css'

const STEP = 2
const EDGE = 3

export default function Swipe() {
  const { t, number } = useMessages()
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLDivElement>(null)
  const insets = usePassing((state) => state.insets)
  const kept = useView((state) => state.connect.swipe)
  /** Share of the width to the left of the line, percent, while it is dragged; the link has it when it is let go. */
  const [dragged, setDragged] = useState<number | null>(null)
  useFollowingMap(canvas)
  const width = frame.current?.clientWidth ?? window.innerWidth
  const middle = ((insets.left + (width - insets.right)) / 2 / Math.max(1, width)) * 100
  const at = Math.min(100 - EDGE, Math.max(EDGE, dragged ?? kept ?? middle))

  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const box = frame.current?.getBoundingClientRect()
    if (box) setDragged(((event.clientX - box.left) / box.width) * 100)
  }
  const drop = (): void => {
    if (dragged !== null) keep(dragged)
    setDragged(null)
  }
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -STEP, ArrowRight: STEP, Home: -100, End: 100 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    keep(at + step)
  }
  const style: CSSProperties & Record<'--swipe', string> = { '--swipe': `${at}%` }
  return (
    <div className="swipe" ref={frame} style={style}>
      <div className="swipe__map" ref={canvas} aria-hidden />
      <div
        className="swipe__line"
        role="slider"
        tabIndex={0}
        aria-label={t('connect.swipe')}
        aria-valuemin={EDGE}
        aria-valuemax={100 - EDGE}
        aria-valuenow={Math.round(at)}
        aria-valuetext={t('connect.swipeAt', { share: number(at / 100, { style: 'percent' }) })}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onPointerUp={drop}
        onPointerCancel={drop}
        onKeyDown={press}
      >
        <span className="swipe__label swipe__label--before" aria-hidden>
          {t('connect.before')}
        </span>
        <span className="swipe__grip" aria-hidden />
        <span className="swipe__label swipe__label--after" aria-hidden>
          {t('connect.after')}
        </span>
      </div>
    </div>
  )
}

/** Puts the line's place into the link. */
function keep(percent: number): void {
  const { connect, set } = useView.getState()
  set({ connect: { ...connect, swipe: Math.round(Math.min(100 - EDGE, Math.max(EDGE, percent))) } })
}
