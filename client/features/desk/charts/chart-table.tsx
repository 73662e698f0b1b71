/** The figures of a chart as a table: what a screen reader reads, and by whose buttons the keyboard chooses. */
import type { ColumnEnv } from '../table/column-env.ts'
import type { ChartModel } from './chart-model.ts'

export function ChartTable({ model, env }: { model: ChartModel; env: ColumnEnv }) {
  const { messages, text } = env
  const cell = (value: string | number | null) =>
    typeof value === 'number' ? messages.number(value, { maximumSignificantDigits: 4 }) : value
  return (
    <details className="chart__table">
      <summary>{text('desk.chart.asTable')}</summary>
      <table>
        <caption className="visually-hidden">{model.title}</caption>
        <thead>
          <tr>
            {model.head.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {model.lines.map(({ cells: [name = null, ...rest], isChosen, choose }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
            <tr key={index}>
              <th scope="row">
                {choose ? (
                  <button
                    type="button"
                    className="text-button"
                    aria-pressed={isChosen}
                    title={text('desk.chart.filterBy')}
                    onClick={choose}
                  >
                    <bdi>{cell(name)}</bdi>
                  </button>
                ) : (
                  <bdi>{cell(name)}</bdi>
                )}
              </th>
              {rest.map((value, column) => (
                <td key={model.head[column + 1]}>
                  {value === null ? (
                    <span className="muted">{messages.t('state.notReported')}</span>
                  ) : (
                    <bdi>{cell(value)}</bdi>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
