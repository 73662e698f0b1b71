/** The cost of a tonne along the way as a curve, by mode; a slider reads it kilometre by kilometre. Time runs left to right. */
import { useId, useState } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import type { Route } from '#geodata/contract/logistics.ts'
import { AssumptionMark, COST_KEYS } from '../rates/assumption-mark.tsx'
import { costProfile, profileAt } from './cost-profile.ts'

const WIDTH = 300
const HEIGHT = 96
const TICK = { maximumFractionDigits: 0 }

export function ProfileChart({ route }: { route: Route }) {
  const { t, number } = useMessages()
  const id = useId()
  const [at, setAt] = useState<number | null>(null)
  const steps = costProfile(route)
  const last = steps.at(-1)
  if (!last || last.toUsd <= 0) return null
  const totalKm = Math.max(last.toKm, 1e-6)
  const x = (km: number): number => (km / totalKm) * WIDTH
  const y = (usd: number): number => HEIGHT - (usd / last.toUsd) * (HEIGHT - 6)
  const km = Math.min(totalKm, at ?? totalKm)
  const read = profileAt(steps, km)
  return (
    <section className="profile" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>
        {t('connect.profile')} <AssumptionMark keys={COST_KEYS} />
      </h3>
      <div dir="ltr">
        <svg viewBox={`0 -4 ${WIDTH} ${HEIGHT + 6}`} className="profile__chart" aria-hidden="true">
          {[0.5, 1].map((share) => (
            <line
              key={share}
              className="profile__grid"
              x1={0}
              x2={WIDTH}
              y1={y(share * last.toUsd)}
              y2={y(share * last.toUsd)}
            />
          ))}
          {steps.map((step) => (
            <polygon
              key={`area ${step.fromKm} ${step.fromUsd} ${step.mode}`}
              className={`profile__area profile__area--${step.mode}`}
              points={`${x(step.fromKm)},${HEIGHT} ${x(step.fromKm)},${y(step.fromUsd)} ${x(step.toKm)},${y(step.toUsd)} ${x(step.toKm)},${HEIGHT}`}
            />
          ))}
          {steps.map((step) => (
            <line
              key={`line ${step.fromKm} ${step.fromUsd} ${step.mode}`}
              className={`profile__line profile__line--${step.mode}`}
              x1={x(step.fromKm)}
              x2={x(step.toKm)}
              y1={y(step.fromUsd)}
              y2={y(step.toUsd)}
            />
          ))}
          {at !== null && read && <circle className="profile__dot" cx={x(km)} cy={y(read.usd)} r={4} />}
        </svg>
        <p className="profile__axis small muted">
          <span>0 {t('unit.kmSymbol')}</span>
          <span>
            {number(totalKm, TICK)} {t('unit.kmSymbol')} · {number(last.toUsd, { maximumFractionDigits: 1 })}{' '}
            {t('connect.usdPerTonne')}
          </span>
        </p>
        <input
          type="range"
          className="profile__reader"
          aria-label={t('connect.profileAt')}
          min={0}
          max={totalKm}
          step={totalKm / 200}
          value={km}
          aria-valuetext={
            read
              ? `${number(km, TICK)} ${t('unit.kmSymbol')}, ${number(read.usd, TICK)} ${t('connect.usdPerTonne')}`
              : ''
          }
          onChange={(event) => setAt(Number(event.target.value))}
        />
      </div>
      {read && (
        <p className="small" aria-live="off">
          {t('connect.profileRead', {
            km: number(km, TICK),
            usd: number(read.usd, { maximumFractionDigits: 1 }),
            where: `${t(`connect.leg.${read.step.mode}`)}${read.step.reference ? ` ${read.step.reference}` : ''}`,
          })}
        </p>
      )}
      <Legend modes={[...new Set(steps.map(({ mode }) => mode))]} />
    </section>
  )
}

function Legend({ modes }: { modes: readonly Route['legs'][number]['mode'][] }) {
  const { t } = useMessages()
  return (
    <ul className="profile__legend small">
      {modes.map((mode) => (
        <li key={mode}>
          <span className={`profile__key profile__key--${mode}`} aria-hidden /> {t(`connect.leg.${mode}`)}
        </li>
      ))}
    </ul>
  )
}
