/** Several origins or destinations: what each way costs, the cheapest of each row marked; a pressed figure shows its way. */
import { localName } from '#client/format/local-name.ts'
import { positionText } from '#client/format/quantity.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import type { Output } from '#geodata/contract/endpoints.ts'
import type { PlaceLine } from '#geodata/contract/network-questions.ts'
import { setConnect } from '../connect-question.ts'
import { AssumptionMark, COST_KEYS } from '../rates/assumption-mark.tsx'
import type { Pair } from './use-route.ts'

type Matrix = Output<'routeMatrix'>
type Row = Matrix['rows'][number]

const SHOWN = 60

export function PairsTable({ matrix, pair }: { matrix: Matrix; pair: Pair | null }) {
  const { t } = useMessages()
  const rows = rankedRows(matrix)
  const without = matrix.rows.length - matrix.rows.filter(({ best }) => best !== null).length
  return (
    <section aria-label={t('connect.pairs')}>
      <h3>
        {t('connect.pairs')} <span className="unit">{t('connect.usdPerTonne')}</span>{' '}
        <AssumptionMark keys={COST_KEYS} />
      </h3>
      <div className="connect__scroll">
        <table className="ranking ranking--pairs">
          <thead>
            <tr>
              <th scope="col">{t('connect.origin')}</th>
              {matrix.destinations.map((place) => (
                <th key={placeText(place)} scope="col">
                  <LineName place={place} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map((row) => (
              <PairRow key={placeText(row)} row={row} destinations={matrix.destinations} pair={pair} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="small muted">
        {t('connect.pairsNote', { shown: Math.min(SHOWN, rows.length), all: rows.length, without })}
      </p>
    </section>
  )
}

function PairRow({ row, destinations, pair }: { row: Row; destinations: readonly PlaceLine[]; pair: Pair | null }) {
  const { t, number } = useMessages()
  return (
    <tr>
      <th scope="row">
        <LineName place={row} />
        {row.isDistrictLevel && <span className="tag">{t('connect.indicativeTag')}</span>}
      </th>
      {destinations.map((place, index) => {
        const cell = row.cells[index]
        const [from, to] = [placeText(row), placeText(place)]
        if (!cell) return <td key={to}>{t('connect.noWay')}</td>
        const isShown = pair !== null && pair[0] === from && pair[1] === to
        return (
          <td key={to} data-best={index === row.best ? '' : undefined}>
            <button
              type="button"
              className="text-button"
              aria-pressed={isShown}
              onClick={() => setConnect({ pair: [from, to], way: 0 })}
            >
              <bdi>{number(cell.costUsdPerTonne.base, { maximumFractionDigits: 1 })}</bdi>
            </button>
          </td>
        )
      })}
    </tr>
  )
}

export function LineName({ place: { name, ref, position } }: { place: Pick<PlaceLine, 'name' | 'ref' | 'position'> }) {
  const { language } = useMessages()
  return <bdi>{name ? localName(name, language, ref ?? '') : positionText(position)}</bdi>
}

/** A place as questions name it. */
export function placeText({ ref, position }: Pick<PlaceLine, 'ref' | 'position'>): string {
  return ref ?? position.join(',')
}

/** Cheapest first; rows without any way last. */
export function rankedRows({ rows }: Matrix): Row[] {
  const costOf = ({ best, cells }: Row): number =>
    (best === null ? null : cells[best])?.costUsdPerTonne.base ?? Number.POSITIVE_INFINITY
  return rows.toSorted((a, b) => costOf(a) - costOf(b))
}
