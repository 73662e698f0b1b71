/** Reported ore by commodity and category, a column a province: categories stand in rows of their own. */
import { localName } from '#client/format/local-name.ts'
import { massParts } from '#client/format/mass.ts'
import { useTopic } from '#client/i18n/topic.ts'
import { REGIONS } from '#client/i18n/topics/regions.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { Figure } from '#client/ui/figure.tsx'
import { COMMODITIES } from '#geodata/contract/commodity.ts'
import type { OreTonnage, RegionRow } from '#geodata/contract/regions.ts'

const keyOf = ({ commodity, category }: OreTonnage): string => `${commodity} ${category}`

export function OreTable({ rows }: { rows: readonly RegionRow[] }) {
  const t = useTopic(REGIONS)
  const { t: word, number, language } = useMessages()
  const withOre = rows.filter(({ ore }) => ore.length > 0)
  const kinds = new Map(withOre.flatMap(({ ore }) => ore.map((one) => [keyOf(one), one] as const)))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page must be scrolled by keys too
    <section className="provinces__scroll" tabIndex={0} aria-label={t('ore')}>
      <h2>{t('ore')}</h2>
      <table>
        <thead>
          <tr>
            <td />
            {withOre.map(({ id, name }) => (
              <th key={id} scope="col">
                <bdi>{localName(name, language, id)}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...kinds].sort(byKey).map(([key, { commodity, category }]) => (
            <tr key={key}>
              <th scope="row">
                {COMMODITIES[commodity].name[language]}{' '}
                <span className="muted small">{word(`category.${category}`)}</span>
              </th>
              {withOre.map(({ id, ore }) => {
                const found = ore.find((one) => keyOf(one) === key)
                const mass = found && massParts(found.tonnageMt * 1e6)
                return (
                  <td key={id}>
                    {mass && <Figure value={number(mass.value, { maximumSignificantDigits: 3 })} unit={t(mass.unit)} />}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted small">{t('oreNote')}</p>
    </section>
  )
}

function byKey([a]: readonly [string, OreTonnage], [b]: readonly [string, OreTonnage]): number {
  return a < b ? -1 : 1
}
