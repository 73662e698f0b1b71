/** What of one kind stands near the port, nearest first, with straight-line distance. */
import { factTexts } from '#client/format/field-value.ts'
import { distanceText } from '#client/format/quantity.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { FeatureLink } from '#client/selection/feature-link.tsx'
import { Figure } from '#client/ui/figure.tsx'
import { Section } from '#client/ui/section.tsx'
import type { Neighbour } from '#geodata/contract/endpoints.ts'

interface NearbySectionProps {
  title: string
  withinKm: number
  neighbours: readonly Neighbour[]
}

export function NearbySection({ title, withinKm, neighbours }: NearbySectionProps) {
  const { t, number } = useMessages()
  return (
    <Section title={title}>
      {neighbours.length === 0 ? (
        <p className="muted">{t('port.noneNear', { km: number(withinKm) })}</p>
      ) : (
        <NeighbourLines neighbours={neighbours} />
      )}
    </Section>
  )
}

export function NeighbourLines({ neighbours }: { neighbours: readonly Neighbour[] }) {
  const messages = useMessages()
  const { t, number } = messages
  return (
    <ul className="lines">
      {neighbours.map((neighbour) => (
        <li key={`${neighbour.ref.dataset}/${neighbour.ref.id}`}>
          <span>
            <FeatureLink feature={neighbour.ref} name={neighbour.name} position={neighbour.nearestPoint} />
            <span className="muted small nearest__facts" dir="auto">
              {factTexts(messages, neighbour.facts).join(' · ')}
            </span>
          </span>
          <span className="lines__end">
            <Figure value={distanceText(number, neighbour.distanceKm)} unit={t('unit.kmSymbol')} />
          </span>
        </li>
      ))}
    </ul>
  )
}
