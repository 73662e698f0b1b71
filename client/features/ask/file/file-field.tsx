/** A file as the area: chosen or dropped; read on this machine alone. */
import { type DragEvent, useState } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { usePassing } from '#client/state/passing.ts'
import type { Geometry } from '#geodata/contract/geo.ts'
import { ACCEPTED, readShapeFile } from './read-shape-file.ts'
import { MOST_MB, MOST_POSITIONS, ShapeFault } from './shape-fault.ts'

type State = { kind: 'idle' } | { kind: 'reading'; name: string } | { kind: 'fault'; name: string; fault: ShapeFault }

export function FileField({ onShape }: { onShape(shape: Geometry): void }) {
  const { t, number } = useMessages()
  const [state, setState] = useState<State>({ kind: 'idle' })
  const limits = { mb: number(MOST_MB), positions: number(MOST_POSITIONS) }
  const take = (file: File | undefined): void => {
    if (!file) return
    const { name } = file
    setState({ kind: 'reading', name })
    readShapeFile(file).then(
      ({ shape, isHull }) => {
        setState({ kind: 'idle' })
        onShape(shape)
        if (isHull) usePassing.getState().set({ notice: { key: 'ask.file.points' } })
      },
      (cause: unknown) => {
        const fault = cause instanceof ShapeFault ? cause : new ShapeFault('unreadable', 0, { cause })
        setState({ kind: 'fault', name, fault })
      },
    )
  }
  const onDrop = (event: DragEvent): void => {
    event.preventDefault()
    take(event.dataTransfer.files[0])
  }
  return (
    // A drop is a short cut for the pointer; the button inside does the same for everyone.
    <section
      className="ask__file"
      aria-label={t('ask.place.file')}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <label className="button">
        {t('ask.place.file')}
        <input
          className="visually-hidden"
          type="file"
          accept={ACCEPTED}
          onChange={({ target }) => {
            take(target.files?.[0])
            target.value = ''
          }}
        />
      </label>
      <span className="muted small">{t('ask.file.drop')}</span>
      <p className="muted small">{t('ask.file.how', limits)}</p>
      {state.kind === 'reading' && <p role="status">{t('ask.file.reading', { name: state.name })}</p>}
      {state.kind === 'fault' && (
        <p className="note note--danger" role="alert">
          {t(`ask.file.fault.${state.fault.code}`, {
            ...{ ...limits, name: state.name, found: number(state.fault.found) },
            srs: String(state.fault.found),
          })}
        </p>
      )}
    </section>
  )
}
