/** What to build next: planned links and missing connections, by what the deposits save for each kilometre. */
import { useMessages } from '#client/i18n/use-messages.ts'
import { useView } from '#client/state/view-state.ts'
import { Figure } from '#client/ui/figure.tsx'
import type { Output } from '#geodata/contract/endpoints.ts'
import { setConnect } from '../connect-question.ts'
import { AssumptionMark, COST_KEYS } from '../rates/assumption-mark.tsx'

type Links = Output<'bestLinks'>
type Link = Links['links'][number]

const THREE = { maximumSignificantDigits: 3 }

interface LinksListProps {
  links: Links
  chosen: number | null
  onChoose(index: number): void
}

export function LinksList({ links: { links, tried, by }, chosen, onChoose }: LinksListProps) {
  const { t, number } = useMessages()
  const unit = t(`connect.unit.${by}`)
  return (
    <section aria-label={t('connect.ranked.links')}>
      <p className="small muted">
        {t('connect.linksNote', { planned: number(tried.planned), missing: number(tried.missing) })}{' '}
        <AssumptionMark keys={COST_KEYS} />
      </p>
      {links.length === 0 && <p className="note">{t('connect.noLinks')}</p>}
      <ol className="ranked" data-testid="links">
        {links.map((link, index) => (
          <li key={`${link.reference} ${link.lengthKm} ${link.saving}`}>
            <button
              type="button"
              className="ranked__row"
              aria-pressed={index === chosen}
              onClick={() => onChoose(index)}
            >
              <span dir="auto">
                <strong>{link.reference ?? t('connect.missingLink')}</strong>{' '}
                <span className="muted small">
                  {t(`connect.linkKind.${link.kind}`)} · {number(link.lengthKm, { maximumFractionDigits: 0 })}{' '}
                  {t('unit.kmSymbol')}
                </span>
              </span>
              <span className="small">
                <Figure value={number(link.savingPerKm, THREE)} unit={t('connect.perKm', { unit })} />{' '}
                <span className="muted">{t('connect.savesAll', { value: number(link.saving, THREE), unit })}</span>
                {link.gained > 0 && <strong> {t('connect.gains', { count: link.gained })}</strong>}
              </span>
            </button>
            <TryLink link={link} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Opens a planned link as a change and goes to see what it does. */
function TryLink({ link: { kind, reference } }: { link: Link }) {
  const { t } = useMessages()
  const changes = useView((state) => state.connect.changes)
  if (kind !== 'planned' || reference === null) return null
  const others = changes.filter((change) => change.kind !== 'open-reference' || change.reference !== reference)
  return (
    <button
      type="button"
      className="text-button small"
      onClick={() => setConnect({ question: 'what-if', changes: [...others, { kind: 'open-reference', reference }] })}
    >
      {t('connect.tryLink', { reference })}
    </button>
  )
}
