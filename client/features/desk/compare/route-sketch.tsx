/** The shared map of a comparison, small enough for paper: provinces in outline, each deposit by its number, its way as a line. */
import { localName } from '#client/format/local-name.ts'
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'
import { LOCATOR_OUTLINES } from '#geodata/style/locator-outlines.ts'
import { LOCATOR_VIEW_BOX, locatorPoint } from '#geodata/style/locator-projection.ts'
import type { ColumnEnv } from '../table/column-env.ts'
import type { Routes } from './use-routes.ts'

interface RouteSketchProps {
  rows: readonly DepositRow[]
  routes: Routes
  env: ColumnEnv
}

/** Dashes tell the ways apart, also in grey. */
const DASHES = ['none', '0.5 0.2', '0.15 0.15', '0.6 0.15 0.15 0.15', '0.9 0.3']

export function RouteSketch({ rows, routes, env }: RouteSketchProps) {
  const names = rows.map(({ name, id }) => localName(name, env.messages.language, id))
  return (
    <figure className="sketch">
      <svg
        viewBox={LOCATOR_VIEW_BOX}
        role="img"
        aria-label={env.text('desk.compare.sketch', { names: env.messages.list(names) })}
      >
        {LOCATOR_OUTLINES.map(({ id, path, isDisputed }) => (
          <path key={id} d={path} className="sketch__land" data-disputed={isDisputed ? '' : undefined} />
        ))}
        {rows.map(({ id }, index) => {
          const line = routes.get(id)?.geometry.coordinates
          if (!line) return null
          const points = line.map((position) =>
            locatorPoint(position)
              .map((value) => value.toFixed(2))
              .join(','),
          )
          return (
            <polyline
              key={id}
              points={points.join(' ')}
              className="sketch__way"
              strokeDasharray={DASHES[index % DASHES.length]}
            />
          )
        })}
        {rows.map(({ id, position }, index) => {
          const [x, y] = locatorPoint(position)
          return (
            <g key={id}>
              <circle cx={x} cy={y} r={0.38} className="sketch__place" />
              <text x={x} y={y + 0.18} textAnchor="middle" fontSize={0.52} className="sketch__number">
                {index + 1}
              </text>
            </g>
          )
        })}
      </svg>
      <figcaption className="muted small">{env.text('desk.compare.sketchNote')}</figcaption>
    </figure>
  )
}
