/** One line of the results: icon by kind, name, and a second line that tells two of the same name apart. */
import type { LucideIcon } from 'lucide-react'
import Anchor from 'lucide-react/icons/anchor'
import Crosshair from 'lucide-react/icons/crosshair'
import Factory from 'lucide-react/icons/factory'
import MapPin from 'lucide-react/icons/map-pin'
import Pickaxe from 'lucide-react/icons/pickaxe'
import Plane from 'lucide-react/icons/plane'
import Route from 'lucide-react/icons/route'
import Zap from 'lucide-react/icons/zap'
import { fieldText, kindText } from '#client/format/field-value.ts'
import { localName } from '#client/format/local-name.ts'
import { positionText, wordsOf } from '#client/format/quantity.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import type { SearchHit } from '#geodata/contract/endpoints.ts'
import type { Result } from './result.ts'

const ICONS: Readonly<Record<string, LucideIcon>> = {
  deposits: Pickaxe,
  'mine-sites': Pickaxe,
  ports: Anchor,
  corridors: Route,
  roads: Route,
  zones: Factory,
  processing: Factory,
  'steel-plants': Factory,
  'power-plants': Zap,
  substations: Zap,
  airports: Plane,
}

interface ResultRowProps {
  result: Result
  id: string
  isActive: boolean
  onChoose(): void
}

export function ResultRow({ result, id, isActive, onChoose }: ResultRowProps) {
  const { t, language } = useMessages()
  const Icon = result.kind === 'position' ? Crosshair : (ICONS[result.hit.ref.dataset] ?? MapPin)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the combobox that owns this option
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      className="result"
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <Icon size={18} aria-hidden />
      <span className="result__text">
        {result.kind === 'position' ? (
          <span>{t('search.position', { position: positionText(result.position) })}</span>
        ) : (
          <>
            <bdi>{localName(result.hit.name, language, result.hit.matched)}</bdi>
            <SecondLine hit={result.hit} />
          </>
        )}
      </span>
    </div>
  )
}

function SecondLine({ hit }: { hit: SearchHit }) {
  const messages = useMessages()
  const { t, tOr, language } = messages
  const kind = hit.kind === null ? null : kindText(messages, hit.kind)
  const province = hit.province === null ? null : fieldText(messages, 'province', hit.province)
  const matched = hit.matched === localName(hit.name, language) ? null : t('search.matched', { name: hit.matched })
  const parts = [
    tOr(`hit.${hit.ref.dataset}`, tOr(`layer.${hit.ref.dataset}`, wordsOf(hit.ref.dataset))),
    kind,
    province,
    matched,
  ]
  const distinct = [...new Set(parts.filter((part) => part !== null))]
  return <span className="result__second muted small">{distinct.join(' · ')}</span>
}
