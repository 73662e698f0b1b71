/** Nearest port, railway, highway, grid, border and settlement: straight lines, and called so. */
import { factTexts } from '#client/format/field-value.ts'
import { compassPoint, distanceText } from '#client/format/quantity.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { FeatureLink } from '#client/selection/feature-link.tsx'
import { Figure } from '#client/ui/figure.tsx'
import { Section } from '#client/ui/section.tsx'
import { TermHelp } from '#client/ui/term-help.tsx'
import { NEAREST_KINDS, type Neighbour } from '#geodata/contract/endpoints.ts'
import type { LocalName } from '#geodata/contract/provenance.ts'
import type { DepositAnswer } from './deposit-sheet.tsx'

export function NearestSection({ answer }: { answer: DepositAnswer }) {
  const { t } = useMessages()
  return (
    <Section
      title={t('sheet.nearest')}
      aside={
        <span className="muted small">
          {t('sheet.straightLine')} <TermHelp term="straightLine" />
        </span>
      }
    >
      <table className="nearest">
        <tbody>
          {NEAREST_KINDS.map((kind) => {
            const neighbour = answer.nearest[kind]
            return (
              <tr key={kind}>
                <th scope="row">{t(`nearest.${kind}`)}</th>
                {neighbour ? (
                  <Found neighbour={neighbour} fallback={t(`nearest.${kind}`)} />
                ) : (
                  <td colSpan={2} className="muted">
                    {t('sheet.noneInAtlas')}
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="muted small">{t('sheet.straightLineNote')}</p>
    </Section>
  )
}

function Found({ neighbour, fallback }: { neighbour: Neighbour; fallback: string }) {
  const messages = useMessages()
  const { t, number } = messages
  const facts = factTexts(messages, neighbour.facts)
  return (
    <>
      <td>
        <FeatureLink feature={neighbour.ref} name={nameOf(neighbour, fallback)} position={neighbour.nearestPoint} />
        {facts.length > 0 && (
          <span className="muted small nearest__facts" dir="auto">
            {facts.join(' · ')}
          </span>
        )}
      </td>
      <td className="nearest__distance">
        <Figure value={distanceText(number, neighbour.distanceKm)} unit={t('unit.kmSymbol')} />
        <span className="muted small">{t(`compass.${compassPoint(neighbour.bearingDeg)}`)}</span>
      </td>
    </>
  )
}

/** Mapped roads and railways often carry a number but no name in English: the number says more than another script. */
function nameOf({ name, facts }: Neighbour, fallback: string): LocalName {
  const number = typeof facts.ref === 'string' ? facts.ref : null
  return { ...name, en: name.en ?? number ?? name.ur ?? name.zh ?? fallback }
}
