/** The net smelter return: its range a tonne of concentrate and of ore, line by line with formulas, and what is missing. */

import { useTopic } from '#client/i18n/topic.ts'
import { ECONOMICS } from '#client/i18n/topics/economics.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { TermHelp } from '#client/ui/term-help.tsx'
import type { SmelterReturn } from '#geodata/contract/economics.ts'
import type { Range } from '#geodata/contract/logistics.ts'
import { Missing, RangeText } from './range-text.tsx'

export function ReturnResult({ result }: { result: SmelterReturn }) {
  const t = useTopic(ECONOMICS)
  return (
    <section aria-label={t('return')}>
      <h4>
        {t('return')} <TermHelp term="nsr" /> <TermHelp term="tcRc" />
      </h4>
      <Total range={result.usdPerDmt} unit={t('perDmt')} name="per-dmt" />
      <Missing keys={result.missing} />
      <Total range={result.usdPerTonneOre} unit={t('perOre')} name="per-ore" />
      {result.usdPerDmt !== null && <Missing keys={result.missingForOre} />}
      {result.leftOut.length > 0 && (
        <p className="small muted">
          {t('leftOut', { list: result.leftOut.map((line) => t(`line.${line}`)).join(t('separator')) })}
        </p>
      )}
      <details>
        <summary>{t('lines')}</summary>
        <LineTable lines={result.lines} />
        <p className="muted small">
          {t('formulaOre')} {t('formulaSource')}
        </p>
      </details>
    </section>
  )
}

function Total({ range, unit, name }: { range: Range | null; unit: string; name: string }) {
  const t = useTopic(ECONOMICS)
  const { number } = useMessages()
  if (range === null) return null
  return (
    <p className="economics__total" data-testid={`return-${name}`}>
      <RangeText range={range} /> <span className="unit">{unit}</span>
      <span className="muted small"> {t('base', { value: number(range.base, { maximumSignificantDigits: 3 }) })}</span>
    </p>
  )
}

function LineTable({ lines }: { lines: SmelterReturn['lines'] }) {
  const t = useTopic(ECONOMICS)
  const { number } = useMessages()
  return (
    <table className="economics__table">
      <thead>
        <tr>
          <th scope="col">{t('col.line')}</th>
          <th scope="col">{t('col.range')}</th>
          <th scope="col">{t('col.base')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ line, value, missing }) => (
          <tr key={line}>
            <th scope="row">
              {t(`line.${line}`)}
              <span className="muted small economics__formula">{t(`formula.${line}`)}</span>
              <Missing keys={missing} />
            </th>
            <td>
              <RangeText range={value} />
            </td>
            <td>{value && <bdi className="figure">{number(value.base, { maximumSignificantDigits: 3 })}</bdi>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
