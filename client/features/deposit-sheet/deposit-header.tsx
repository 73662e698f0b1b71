/** Name in the reader's language, then the others; commodity, status, whose part it is. */
import FileText from 'lucide-react/icons/file-text'
import { localName, otherNames } from '#client/format/local-name.ts'
import { useTopic } from '#client/i18n/topic.ts'
import { FACT_SHEET } from '#client/i18n/topics/fact-sheet.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { FeatureLink } from '#client/selection/feature-link.tsx'
import { TakeAwayButton } from '#client/selection/take-away-button.tsx'
import { useView } from '#client/state/view-state.ts'
import { CommoditySymbol } from '#client/ui/commodity-symbol.tsx'
import { COMMODITIES } from '#geodata/contract/commodity.ts'
import type { LocalName } from '#geodata/contract/provenance.ts'
import type { DepositAnswer } from './deposit-sheet.tsx'

export function DepositHeader({ answer }: { answer: DepositAnswer }) {
  const { t, language } = useMessages()
  const { deposit, parent, id } = answer
  const others = otherNames(deposit.name, language)
  return (
    <header className="sheet__head">
      <div className="sheet__title">
        <CommoditySymbol code={deposit.commodityPrimary} size={32} />
        <div>
          <h2 dir="auto">{localName(deposit.name, language, id)}</h2>
          {others.length > 0 && (
            <p className="sheet__names">
              {others.map((name) => (
                <bdi key={name.language} lang={name.language} title={t(`sheet.lang.${name.language}`)}>
                  {name.text}
                </bdi>
              ))}
            </p>
          )}
        </div>
      </div>
      <p className="sheet__lead">
        {COMMODITIES[deposit.commodityPrimary].name[language]} · {t(`status.${deposit.status}`)} ·{' '}
        <FeatureLink
          feature={{ dataset: 'provinces', id: deposit.province }}
          name={named(t(`province.${deposit.province}`))}
        />
      </p>
      <p className="sheet__actions">
        <FactSheetButton />
        <TakeAwayButton dataset="deposits" query={{ ids: id }} />
      </p>
      {parent && (
        <p className="note sheet__part">
          {t('sheet.part', { parent: localName(parent.name, language, parent.id) })}{' '}
          <FeatureLink feature={{ dataset: 'deposits', id: parent.id }} name={parent.name} position={parent.position} />
        </p>
      )}
    </header>
  )
}

function FactSheetButton() {
  const t = useTopic(FACT_SHEET)
  const set = useView((state) => state.set)
  return (
    <button type="button" className="text-button" onClick={() => set({ page: 'fact-sheet' })}>
      <FileText size={15} aria-hidden /> {t('open')}
    </button>
  )
}

/** A name that is in the language of the page already. */
function named(text: string): LocalName {
  return { en: text, ur: text, zh: text }
}
