/** How much is where: a table of groups, and the map shaded by their count. */
import { useMemo } from 'react'
import { useQuery } from '#client/api/use-query.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { ShadeLegend } from '#client/map/shade-legend.tsx'
import { filterQuery } from '#client/state/filter-choices.ts'
import { useView } from '#client/state/view-state.ts'
import { DepositCountText } from '#client/ui/deposit-count-text.tsx'
import type { SummaryRow } from '#geodata/contract/questions.ts'
import type { Shading } from '#geodata/style/answer.ts'
import { inWords } from '../sentences.ts'
import { useAnswerOnMap } from '../use-answer-on-map.ts'
import { useAsked, usePlace, whatInWords } from '../use-asked.ts'
import { AnswerFrame } from './answer-frame.tsx'
import { groupInWords, metalInWords } from './summary-words.ts'

const DEPOSITS = ['deposits']

export function SummaryResult() {
  const messages = useMessages()
  const { t, number } = messages
  const [{ by, resolution, corridor }] = useAsked()
  const filter = useView((state) => state.filter)
  const query = {
    ...filterQuery(filter),
    by,
    ...(by === 'hexagon' && { resolution: String(resolution) }),
    ...(by === 'band' && { corridor }),
  }
  const { data, previous, problem, isLoading, retry } = useQuery('depositSummary', { query })
  const answer = data ?? (previous?.by === by ? previous : undefined)
  const shading = useMemo(() => (answer ? shadingOf(answer.by, answer.rows) : null), [answer])
  const place = useMemo(
    () => (by === 'band' ? { kind: 'feature' as const, ref: { dataset: 'corridors', id: corridor } } : null),
    [by, corridor],
  )
  useAnswerOnMap({ shading, shape: usePlace(place).geometry })
  const [first] = answer?.rows ?? []
  const count = answer?.total.count
  const sentence =
    answer && count
      ? t('ask.says.summary', {
          ...inWords(messages, {
            count: count.deposits,
            parts: count.parts,
            what: whatInWords(messages, DEPOSITS, filter, count.deposits),
          }),
          rows: answer.rows.length,
          name: first ? groupInWords(messages, by, first) : '',
          most: number(first?.count.deposits ?? 0),
        })
      : null
  const lines = (answer?.rows ?? []).map((row) =>
    [
      `${groupInWords(messages, by, row)}: ${t(row.count.parts === 0 ? 'count.deposits' : 'count.depositsAndParts', row.count)}`,
      ...metalInWords(messages, row.metal),
    ].join('; '),
  )
  return (
    <AnswerFrame
      {...{ sentence, isLoading, problem, lines, datasets: ['deposits', ...(by === 'district' ? ['districts'] : [])] }}
      asked={`${t('ask.kind.summary')} ${t(`ask.by.${by}`)}`}
      onRetry={retry}
    >
      {shading && <ShadeLegend shading={shading} className="ask__legend" format={(value) => number(value)} />}
      <table className="ask__table">
        <thead>
          <tr>
            <th scope="col">{t(`ask.by.${by}`)}</th>
            <th scope="col">{t('ask.col.count')}</th>
            <th scope="col">{t('ask.col.metal')}</th>
          </tr>
        </thead>
        <tbody>
          {(answer?.rows ?? []).map((row) => (
            <tr key={row.key}>
              <th scope="row" dir="auto">
                {groupInWords(messages, by, row)}
              </th>
              <td>
                <DepositCountText count={row.count} />
              </td>
              <td className="small">
                {row.metal.length === 0 ? (
                  <span className="muted">{t('ask.noMetal')}</span>
                ) : (
                  metalInWords(messages, row.metal).map((line) => <div key={line}>{line}</div>)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted small">{t('ask.metal.note')}</p>
    </AnswerFrame>
  )
}

/** null for groups that are no areas. */
function shadingOf(by: string, rows: readonly SummaryRow[]): Shading | null {
  const values = rows.map(({ key, count }) => ({ id: key, value: count.deposits + count.parts }))
  const rest = { values, unknown: [], isRestZero: true } as const
  if (by === 'province') return { areas: { dataset: 'provinces' }, ...rest }
  if (by === 'district') return { areas: { dataset: 'districts' }, ...rest }
  const outlines = rows.flatMap(({ area }) => (area ? [area] : []))
  return by === 'hexagon' ? { areas: { outlines }, ...rest } : null
}
