/** A new link: drawn on the map, then its mode, speed and cost a tonne-kilometre; the defaults are the assumptions in force. */
import { useId, useState } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { DrawBar } from '#client/map/draw/draw-bar.tsx'
import { usePassing } from '#client/state/passing.ts'
import { roundedLine } from '#geodata/contract/change-text.ts'
import type { Geometry, Position } from '#geodata/contract/geo.ts'
import type { AssumptionKey } from '#geodata/contract/logistics.ts'
import { Change } from '#geodata/contract/scenario.ts'
import { lengthM } from '#geodata/spatial/geodesic.ts'
import { AssumptionMark } from '../rates/assumption-mark.tsx'
import { useAssumptions } from '../rates/use-assumptions.ts'

type Mode = 'road' | 'rail'
const MODES: readonly Mode[] = ['road', 'rail']
const KEYS: Readonly<Record<Mode, { speed: AssumptionKey; cost: AssumptionKey }>> = {
  road: { speed: 'speedNational', cost: 'roadRate' },
  rail: { speed: 'speedRail', cost: 'railRate' },
}
const MOST_VERTICES = 100

export function DrawLink({ onChange, onClose }: { onChange(change: Change): void; onClose(): void }) {
  const [line, setLine] = useState<Position[] | null>(null)
  const take = (shape: Geometry): void => {
    if (shape.type === 'LineString') setLine(roundedLine(shape.coordinates.slice(0, MOST_VERTICES)))
    usePassing.getState().set({ sheetStop: 'half' })
  }
  if (line) return <LinkForm line={line} onChange={onChange} onAgain={() => setLine(null)} />
  return <Drawing onShape={take} onClose={onClose} />
}

function Drawing({ onShape, onClose }: { onShape(shape: Geometry): void; onClose(): void }) {
  const { t } = useMessages()
  const [isDrawing, setDrawing] = useState(false)
  const begin = (): void => {
    usePassing.getState().set({ sheetStop: 'peek' })
    setDrawing(true)
  }
  return (
    <>
      <p className="small muted">{t('connect.drawLinkHow')}</p>
      {isDrawing ? (
        <DrawBar mode="linestring" shape={null} onShape={onShape} onClose={onClose} />
      ) : (
        <button type="button" className="button" onClick={begin}>
          {t('connect.drawOnMap')}
        </button>
      )}
    </>
  )
}

function LinkForm({ line, onChange, onAgain }: { line: Position[]; onChange(change: Change): void; onAgain(): void }) {
  const { t, number } = useMessages()
  const assumptions = useAssumptions()
  const [mode, setMode] = useState<Mode>('rail')
  const [own, setOwn] = useState<{ speed?: string; cost?: string; build?: string }>({})
  const baseOf = (key: AssumptionKey): string => String(assumptions.find((one) => one.key === key)?.value.base ?? '')
  const speed = own.speed ?? baseOf(KEYS[mode].speed)
  const cost = own.cost ?? baseOf(KEYS[mode].cost)
  const build = own.build ?? ''
  const made = Change.safeParse({
    ...{ kind: 'add-line', mode, line, speedKmH: numberOf(speed), costUsdPerTonneKm: numberOf(cost) },
    buildUsdMPerKm: build.trim() === '' ? null : numberOf(build),
  })
  const km = lengthM(line) / 1000
  return (
    <form
      className="tools__form"
      onSubmit={(event) => {
        event.preventDefault()
        if (made.success) onChange(made.data)
      }}
    >
      <p className="small">{t('connect.drawn', { km: number(km, { maximumFractionDigits: 0 }) })}</p>
      <fieldset className="connect__row">
        <legend className="visually-hidden">{t('connect.linkMode')}</legend>
        {MODES.map((one) => (
          <label key={one} className="connect__check">
            <input type="radio" name="link-mode" checked={mode === one} onChange={() => setMode(one)} />{' '}
            {t(`connect.mode.${one}`)}
          </label>
        ))}
      </fieldset>
      <Field
        label={t('connect.linkSpeed')}
        value={speed}
        onValue={(text) => setOwn({ ...own, speed: text })}
        keys={[KEYS[mode].speed]}
      />
      <Field
        label={t('connect.linkCost')}
        value={cost}
        onValue={(text) => setOwn({ ...own, cost: text })}
        keys={[KEYS[mode].cost]}
      />
      <Field
        label={t('connect.linkBuild')}
        value={build}
        onValue={(text) => setOwn({ ...own, build: text })}
        keys={[]}
      />
      {made.success && made.data.kind === 'add-line' && made.data.buildUsdMPerKm !== null && (
        <p className="small">
          {t('connect.linkBuildTotal', { usd: number(made.data.buildUsdMPerKm * km, { maximumSignificantDigits: 3 }) })}
        </p>
      )}
      {!made.success && <p className="small note note--warning">{t('connect.linkFault')}</p>}
      <p className="tools__buttons">
        <button type="submit" className="button button--primary" disabled={!made.success}>
          {t('connect.linkAdd')}
        </button>
        <button type="button" className="button" onClick={onAgain}>
          {t('connect.drawAgain')}
        </button>
      </p>
    </form>
  )
}

interface FieldProps {
  label: string
  value: string
  keys: readonly AssumptionKey[]
  onValue(text: string): void
}

function Field({ label, value, keys, onValue }: FieldProps) {
  const id = useId()
  return (
    <div className="connect__row">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field connect__short"
        type="text"
        inputMode="decimal"
        dir="ltr"
        value={value}
        onChange={({ target }) => onValue(target.value)}
      />
      <AssumptionMark keys={keys} />
    </div>
  )
}

/** Empty text is no number. */
function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text)
}
