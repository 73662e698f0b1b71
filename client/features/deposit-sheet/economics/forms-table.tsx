/** The same copper sold in three forms, side by side at the base case; the last row is what smelting at home may cost. */

import { useTopic } from '#client/i18n/topic.ts'
import { ECONOMICS } from '#client/i18n/topics/economics.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { TermHelp } from '#client/ui/term-help.tsx'
import type { SaleForm } from '#geodata/contract/economics.ts'
import { Missing, RangeText } from './range-text.tsx'

const ROWS = ['shippedT', 'revenue', 'charges', 'freight', 'royalty', 'net'] as const

export function FormsTable({ forms }: { forms: readonly SaleForm[] }) {
  const t = useTopic(ECONOMICS)
  const { number } = useMessages()
  return (
    <section aria-label={t('forms')}>
      <h4>
        {t('forms')} <TermHelp term="concentrate" />
      </h4>
      <table className="economics__table economics__forms">
        <thead>
          <tr>
            <td />
            {forms.map(({ form }) => (
              <th key={form} scope="col">
                {t(`form.${form}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row} className={row === 'net' ? 'economics__sum' : undefined}>
              <th scope="row">{t(`row.${row}`)}</th>
              {forms.map((form) => (
                <td key={form.form}>
                  <RangeText range={form[row]} />
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('row.leftForProcessing')}</th>
            {forms.map(({ form, leftForProcessing }) => (
              <td key={form}>
                {leftForProcessing !== null && (
                  <bdi className="figure">{number(leftForProcessing, { maximumSignificantDigits: 3 })}</bdi>
                )}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      {forms.map(({ form, missing }) =>
        missing.length === 0 ? null : (
          <div key={form} className="small">
            {t(`form.${form}`)}: <Missing keys={missing} />
          </div>
        ),
      )}
      <p className="muted small">{t('formsNote')}</p>
    </section>
  )
}
