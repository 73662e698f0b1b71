/** What a deposit's metal is worth and what its concentrate earns, by terms that can be moved. Screening, and says so. */
import { useEffect, useMemo, useState } from 'react'
import { useQuery } from '#client/api/use-query.ts'
import { localName } from '#client/format/local-name.ts'
import { useTopic } from '#client/i18n/topic.ts'
import { ECONOMICS } from '#client/i18n/topics/economics.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { useView } from '#client/state/view-state.ts'
import { FailureNote } from '#client/ui/failure-note.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import { COMMODITIES } from '#geodata/contract/commodity.ts'
import { ConcentrateMetal, type TermsSet } from '#geodata/contract/economics.ts'
import type { Output } from '#geodata/contract/endpoints.ts'
import { screenForms, screenReturn, withTermsSet } from '#geodata/economics/screen.ts'
import { ContainedTable } from './contained-table.tsx'
import { FormsTable } from './forms-table.tsx'
import { ReturnResult } from './return-result.tsx'
import { TermList } from './term-list.tsx'
import { setFromText, setToText } from './terms-text.ts'
import './economics.css'

type Answer = Output<'depositEconomics'>

export default function Economics({ id }: { id: string }) {
  const t = useTopic(ECONOMICS)
  const metal = ConcentrateMetal.safeParse(useView((state) => state.economics?.metal)).data
  const market = useView((state) => state.connect.to)
  const query = { ...(metal && { metal }), ...(market !== null && { to: market }) }
  const { data, problem, retry } = useQuery('depositEconomics', { params: { id }, query })
  return (
    <div className="economics__body">
      <p className="note note--warning">{t('screening')}</p>
      {problem && <FailureNote code={problem.code} requestId={problem.requestId} onRetry={retry} />}
      {!problem && !data && <Skeleton lines={8} />}
      {data && (
        <>
          <ContainedTable contained={data.contained} />
          {data.concentrate ? (
            <Concentrate key={data.concentrate.metal} answer={data} concentrate={data.concentrate} />
          ) : (
            <p>{t('noConcentrate')}</p>
          )}
        </>
      )}
    </div>
  )
}

interface ConcentrateProps {
  answer: Answer
  concentrate: NonNullable<Answer['concentrate']>
}

const COMMIT_AFTER_MS = 250

/** A moved term is answered here, by the same formulas as the server's; the link follows when it rests. */
function Concentrate({ answer, concentrate: { metal, terms, market } }: ConcentrateProps) {
  const t = useTopic(ECONOMICS)
  const { language } = useMessages()
  const linked = useView((state) => state.economics?.terms ?? null)
  const [set, setTerms] = useState<TermsSet>(() => setFromText(linked))
  useEffect(() => setTerms(setFromText(linked)), [linked])
  useEffect(() => {
    const timer = setTimeout(() => commit(set), COMMIT_AFTER_MS)
    return () => clearTimeout(timer)
  }, [set])
  const moved = useMemo(() => withTermsSet(terms, set), [terms, set])
  return (
    <>
      {answer.metals.length > 1 && <MetalChoice metals={answer.metals} chosen={metal} />}
      <p className="small">
        {market
          ? t('market', {
              place: market.name ? localName(market.name, language, market.ref ?? '') : (market.ref ?? ''),
            })
          : t('noMarket')}
      </p>
      <ReturnResult result={screenReturn(metal, moved)} />
      {metal === 'copper' && <FormsTable forms={screenForms(moved)} />}
      <TermList terms={terms} set={set} sources={answer.sources} onSet={setTerms} />
    </>
  )
}

function commit(set: TermsSet): void {
  const { economics, set: setView } = useView.getState()
  const terms = setToText(set)
  if (economics && economics.terms !== terms) setView({ economics: { ...economics, terms } })
}

function MetalChoice({ metals, chosen }: { metals: readonly ConcentrateMetal[]; chosen: ConcentrateMetal }) {
  const t = useTopic(ECONOMICS)
  const { language } = useMessages()
  const choose = (metal: ConcentrateMetal) => {
    const { economics, set } = useView.getState()
    if (economics) set({ economics: { ...economics, metal, terms: null } })
  }
  return (
    <fieldset className="economics__metals">
      <legend>{t('metal')}</legend>
      {metals.map((metal) => (
        <label key={metal}>
          <input type="radio" name="economics-metal" checked={metal === chosen} onChange={() => choose(metal)} />{' '}
          {COMMODITIES[metal].name[language]}
        </label>
      ))}
    </fieldset>
  )
}
