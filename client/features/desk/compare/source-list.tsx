/** The sources of the deposits compared, numbered as the figures name them. */
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'
import type { ColumnEnv } from '../table/column-env.ts'
import { sourceNumbers } from './source-numbers.ts'

export function SourceList({ rows, env }: { rows: readonly DepositRow[]; env: ColumnEnv }) {
  const ids = [...sourceNumbers(rows).keys()]
  return (
    <section className="source-list" aria-label={env.messages.t('sheet.citations')}>
      <h3>{env.messages.t('sheet.citations')}</h3>
      <ol>
        {ids.map((id) => {
          const source = env.sources[id]
          return (
            <li key={id} dir="auto">
              {source ? [source.title, source.publisher, source.year].filter((part) => part !== null).join(' · ') : id}
              {source && source.url !== null && (
                <>
                  {' '}
                  <a
                    href={source.url}
                    target="_blank"
                    rel="noopener noreferrer"
                    aria-label={env.messages.t('source.openAt', { title: source.title })}
                  >
                    {env.messages.t('source.link')}
                  </a>
                </>
              )}
            </li>
          )
        })}
      </ol>
      <p className="muted small">{env.text('desk.compare.assumptions')}</p>
    </section>
  )
}
