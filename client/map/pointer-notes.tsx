/** The small notes at the pointer: what it is on, and the list to choose from where several things lie on each other. */
import { useEffect, useRef } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { useView } from '#client/state/view-state.ts'
import { lineOf, titleOf } from './feature-text.ts'
import { closeChoice, usePointing } from './interaction.ts'
import { useMap } from './map-store.ts'
import type { Picked } from './pick.ts'

const OFFSET_PX = 14
const TIP_WIDTH_PX = 260

function placeAt(x: number, y: number): { left: number; top: number } {
  const width = document.documentElement.clientWidth
  const left = x + OFFSET_PX + TIP_WIDTH_PX > width ? Math.max(8, x - OFFSET_PX - TIP_WIDTH_PX) : x + OFFSET_PX
  return { left, top: y + OFFSET_PX }
}

export function PointerTip() {
  const messages = useMessages()
  const tip = usePointing((state) => state.tip)
  if (!tip) return null
  return (
    <div className="map-tip" style={placeAt(tip.x, tip.y)} aria-hidden="true">
      <strong>{titleOf(tip.feature, messages)}</strong>
      <span>{lineOf(tip.feature, messages)}</span>
    </div>
  )
}

export function PointerChoice() {
  const messages = useMessages()
  const choice = usePointing((state) => state.choice)
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (choice) first.current?.focus()
  }, [choice])
  if (!choice) return null
  const choose = ({ ref }: Picked): void => {
    closeChoice()
    useView.getState().set({ selection: ref })
  }
  const giveBackFocus = (): void => {
    closeChoice()
    useMap.getState().map?.getCanvas().focus()
  }
  return (
    <div
      className="map-choice"
      role="dialog"
      aria-label={messages.t('map.choice', { count: choice.features.length })}
      style={placeAt(choice.x, choice.y)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        giveBackFocus()
      }}
    >
      <p>{messages.t('map.choice', { count: choice.features.length })}</p>
      <ul>
        {choice.features.map((feature, index) => (
          <li key={`${feature.ref.dataset}/${feature.ref.id}`}>
            <button type="button" ref={index === 0 ? first : null} onClick={() => choose(feature)}>
              <strong>{titleOf(feature, messages)}</strong>
              <span>{lineOf(feature, messages)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
