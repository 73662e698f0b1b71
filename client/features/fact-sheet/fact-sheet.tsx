/** The sheet itself: one page of A4 with everything that the atlas knows of a deposit and that fits; nothing on it is pressed. */
import { useMemo, useRef } from 'react'
import { localName, otherNames } from '#client/format/local-name.ts'
import { useTopic } from '#client/i18n/topic.ts'
import { FACT_SHEET } from '#client/i18n/topics/fact-sheet.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import type { PrintPicture } from '#client/map/print/print-picture.ts'
import { useView } from '#client/state/view-state.ts'
import { CommoditySymbol } from '#client/ui/commodity-symbol.tsx'
import { COMMODITIES } from '#geodata/contract/commodity.ts'
import type { Output } from '#geodata/contract/endpoints.ts'
import { OverviewBlock, TonnageBlock } from './figures-block.tsx'
import { footnotesOf } from './footnotes.ts'
import { MarketBlock } from './market-block.tsx'
import { InfrastructureBlock, NeighboursBlock, PartsBlock, PositionBlock } from './place-blocks.tsx'
import { SheetMap } from './sheet-map.tsx'
import { SheetFooter, SourcesBlock } from './source-block.tsx'
import { useFit } from './use-fit.ts'
import { useFonts } from './use-fonts.ts'
import type { Market } from './use-market.ts'

export interface SheetContent {
  answer: Output<'getDeposit'>
  nearest: Output<'depositInfrastructure'>['nearest']
  market: Market | null
  /** undefined while it is drawn. */
  picture: PrintPicture | null | undefined
}

export function FactSheet({ answer, nearest, market, picture }: SheetContent) {
  const t = useTopic(FACT_SHEET)
  const { language, dir } = useMessages()
  const { deposit, id, parent } = answer
  const to = useView((view) => view.connect.to)
  const sheet = useRef<HTMLElement>(null)
  const isWhole = useFonts(language) && picture !== undefined
  const { detail, state } = useFit(sheet, isWhole ? `${id} ${language} ${market?.best}` : null)
  const notes = useMemo(() => {
    const shown = deposit.rivals.slice(0, detail.rivals)
    return footnotesOf([
      ...(deposit.resource?.citations ?? []),
      ...(deposit.provenance?.citations ?? []),
      ...shown.flatMap(({ citations }) => citations),
    ])
  }, [deposit, detail])
  const attributions = picture?.attributions ?? ['© OpenStreetMap contributors']
  return (
    <article className="fact-sheet" ref={sheet} dir={dir} lang={language} data-fit={isWhole ? state : 'trying'}>
      <SheetHead answer={answer} />
      {parent && <p>{t('partOf', { parent: localName(parent.name, language, parent.id) })}</p>}
      <div className="fact-sheet__columns">
        <div>
          <SheetMap answer={answer} picture={picture} route={market?.route ?? null} />
          <PositionBlock answer={answer} />
          <InfrastructureBlock nearest={nearest} />
          <NeighboursBlock answer={answer} detail={detail} />
        </div>
        <div>
          <OverviewBlock answer={answer} notes={notes} detail={detail} />
          <TonnageBlock answer={answer} notes={notes} detail={detail} />
          <PartsBlock answer={answer} detail={detail} />
          <MarketBlock market={market} detail={detail} />
        </div>
      </div>
      <SourcesBlock notes={notes} sources={answer.sources} asOf={deposit.provenance?.asOf ?? null} />
      <SheetFooter address={addressOf(id, language, to)} attributions={attributions} />
    </article>
  )
}

function SheetHead({ answer: { deposit, id } }: { answer: Output<'getDeposit'> }) {
  const t = useTopic(FACT_SHEET)
  const { t: word, language, date } = useMessages()
  return (
    <header className="fact-sheet__head">
      <CommoditySymbol code={deposit.commodityPrimary} size={34} />
      <div>
        <h1>
          <bdi>{localName(deposit.name, language, id)}</bdi>{' '}
          <small>
            {otherNames(deposit.name, language).map((name) => (
              <bdi key={name.language} lang={name.language}>
                {name.text}
              </bdi>
            ))}
          </small>
        </h1>
        <p>
          {COMMODITIES[deposit.commodityPrimary].name[language]} · {word(`status.${deposit.status}`)} ·{' '}
          {word(`province.${deposit.province}`)}
        </p>
      </div>
      <p className="fact-sheet__date">
        <b>{word('app.name')}</b>
        <br />
        {t('kind')}
        <br />
        {date(new Date(), { dateStyle: 'long' })}
      </p>
    </header>
  )
}

/** No more than is needed: a short address makes a code that any camera reads. */
function addressOf(id: string, language: string, market: string | null): string {
  const to = market === null ? '' : `&to=${market}`
  return `${location.origin}/?v=1&sel=deposits/${id}&page=fact-sheet&lang=${language}${to}`
}
