/** The classes of a shaded map: a figure or a range each, zero by itself, and what has no figure, hatched. */
import type { CSSProperties, ReactNode } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import type { Shading } from '#geodata/style/answer.ts'
import { shadeClasses } from '#geodata/style/shade-classes.ts'
import './shade-legend.css'

interface ShadeLegendProps {
  shading: Shading
  className: string
  format(value: number): string
}

export function ShadeLegend({ shading, className, format }: ShadeLegendProps) {
  const { t } = useMessages()
  const hasZero = shading.isRestZero || shading.values.some(({ value }) => value <= 0)
  return (
    <ul className={`shade-legend small ${className}`}>
      {hasZero && <Row style={{}}>{format(0)}</Row>}
      {shadeClasses(shading.values.map(({ value }) => value)).map(({ from, to, opacity }) => (
        <Row
          key={from}
          style={{ background: `color-mix(in srgb, var(--accent) ${Math.round(opacity * 100)}%, transparent)` }}
        >
          <bdi dir="ltr">{from === to ? format(from) : `${format(from)}–${format(to)}`}</bdi>
        </Row>
      ))}
      {shading.unknown.length > 0 && (
        <li>
          <span aria-hidden className="shade-legend__unknown" />
          {t('legend.no-data')}
        </li>
      )}
    </ul>
  )
}

function Row({ style, children }: { style: CSSProperties; children: ReactNode }) {
  return (
    <li>
      <span aria-hidden style={style} />
      {children}
    </li>
  )
}
